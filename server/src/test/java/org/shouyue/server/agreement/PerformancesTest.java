package org.shouyue.server.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.contract.Capability;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// What a room did keeps the obligation that waited for it, once, and only with proof.
class PerformancesTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static SignedContract desk;
  private static UUID contract;

  @BeforeAll
  static void sign() throws Exception {
    desk = new SignedContract(SERVER, "甲方");
    String text = Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"));
    contract = desk.sign(desk.draft(text), "2025-12-22", null);
    desk.advance("2026-02-01T00:00:00Z");
  }

  @Test
  void keepsTheObligationWhoseWindowHoldsTheTimeAndNamesTheThing() {
    UUID kept = perform(Capability.TRAINING, "2026-01-20T02:00:00Z", "training/1");

    JsonNode shown = SERVER.admin().get("/api/obligations/" + kept).expect(200).json();
    assertThat(shown.path("state").asString()).isEqualTo("done");
    assertThat(shown.path("capability").asString()).isEqualTo("training");
    assertThat(shown.path("evidence").path(0).path("name").asString()).isEqualTo("履约凭据.json");
  }

  @Test
  void countsTheSameThingOnce() {
    UUID first = perform(Capability.DRILL, "2026-01-21T02:00:00Z", "drill/1");
    UUID again = perform(Capability.DRILL, "2026-01-21T02:00:00Z", "drill/1");

    assertThat(first).isNotNull();
    assertThat(again).isNull();
  }

  @Test
  void isLateForWhatWasMissed() {
    UUID missed =
        UUID.fromString(
            SERVER
                .admin()
                .get("/api/obligations?state=missed&q=%E6%9C%88%E6%8A%A5&contract=" + contract)
                .expect(200)
                .text("items.0.id"));

    UUID report = perform(Capability.REPORTING, missed, "2026-02-01T00:00:00Z", "report/1");

    assertThat(report).isEqualTo(missed);
    assertThat(SERVER.admin().get("/api/obligations/" + report).expect(200).text("state"))
        .isEqualTo("late");
  }

  @Test
  void countsForNothingThatNobodyPromised() {
    assertThat(perform(Capability.CODE_REVIEW, "2026-01-20T02:00:00Z", "code/1")).isNull();
  }

  private static UUID perform(Capability capability, String at, String about) {
    return perform(capability, null, at, about);
  }

  private static UUID perform(Capability capability, UUID obligation, String at, String about) {
    Performance done =
        new Performance(
            contract, capability, null, obligation, Instant.parse(at), "李工", about, "做完了");
    return TenantScope.of(desk.client()).call(() -> SERVER.bean(Performances.class).perform(done));
  }
}
