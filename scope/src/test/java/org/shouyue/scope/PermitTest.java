package org.shouyue.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouyue.scope.Given.CLIENT;
import static org.shouyue.scope.Given.DIGEST;
import static org.shouyue.scope.Given.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermitTest {
  @Test
  void standsFromItsFirstInstantUntilJustBeforeItsLast() {
    Permit permit = Given.permit("a.cn");

    assertThat(permit.standsAt(permit.from().minusNanos(1))).isFalse();
    assertThat(permit.standsAt(permit.from())).isTrue();
    assertThat(permit.standsAt(permit.until().minusNanos(1))).isTrue();
    assertThat(permit.standsAt(permit.until())).isFalse();
  }

  @Test
  void standsNoLongerOnceRevoked() {
    Permit permit = Given.permit("a.cn").revoked(NOW);

    assertThat(permit.standsAt(NOW.minusNanos(1))).isTrue();
    assertThat(permit.standsAt(NOW)).isFalse();
  }

  @Test
  void refusesToExistWithoutTargetsWindowSignatoryOrFile() {
    assertThatThrownBy(() -> permit(List.of(), NOW, "张三", DIGEST)).hasMessageContaining("nothing");
    List<Target> targets = List.of(new HostName("a.cn"));
    assertThatThrownBy(() -> permit(targets, NOW.plusSeconds(9), "张三", DIGEST))
        .hasMessageContaining("before");
    assertThatThrownBy(() -> permit(targets, NOW, " ", DIGEST)).hasMessageContaining("signatory");
    assertThatThrownBy(() -> permit(targets, NOW, "张三", "abc")).hasMessageContaining("SHA-256");
  }

  private static Permit permit(
      List<Target> targets, Instant from, String signatory, String fileDigest) {
    return new Permit(
        new PermitId(new UUID(0, 9)),
        CLIENT,
        targets,
        Set.of(Method.OBSERVE),
        from,
        NOW.plusSeconds(1),
        signatory,
        fileDigest,
        null);
  }
}
