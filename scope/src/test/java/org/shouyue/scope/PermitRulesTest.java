package org.shouyue.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouyue.scope.Given.NOW;
import static org.shouyue.scope.Given.observing;
import static org.shouyue.scope.Given.permit;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitRulesTest {
  @Test
  void namesTheReasonOfThePermitThatCameClosest() {
    Permit good = permit("a.cn");
    Permit foreign =
        new Permit(
            good.id(),
            new UUID(0, 2),
            good.targets(),
            good.methods(),
            good.from(),
            good.until(),
            "李四",
            Given.DIGEST,
            null);

    assertThat(code(observing())).isEqualTo(RefusalCode.NO_PERMIT);
    assertThat(code(observing(foreign))).isEqualTo(RefusalCode.OTHER_CLIENT);
    assertThat(code(observing(foreign, good.revoked(NOW)))).isEqualTo(RefusalCode.REVOKED);
    assertThat(
            code(new Purpose(Given.CLIENT, List.of(good), Method.INTRUSIVE, "vulnerability-scan")))
        .isEqualTo(RefusalCode.METHOD_NOT_ALLOWED);
    assertThat(PermitRules.standing(observing(good), good.until()))
        .isInstanceOfSatisfying(
            PermitRules.Denied.class, d -> assertThat(d.code()).isEqualTo(RefusalCode.EXPIRED));
    assertThat(PermitRules.standing(observing(good), good.from().minusNanos(1)))
        .isInstanceOfSatisfying(
            PermitRules.Denied.class,
            d -> assertThat(d.code()).isEqualTo(RefusalCode.NOT_YET_IN_FORCE));
  }

  @Test
  void higherRiskClassDoesNotImplyLower() {
    Permit good = permit("a.cn");
    Permit change =
        new Permit(
            good.id(),
            good.client(),
            good.targets(),
            Set.of(Method.CHANGE),
            good.from(),
            good.until(),
            "李四",
            Given.DIGEST,
            null);

    assertThat(code(observing(change))).isEqualTo(RefusalCode.METHOD_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // target | host | addresses | refusal
        "host:a.cn            | a.cn      | 8.8.8.8            | -",
        "host:a.cn            | www.a.cn  | 8.8.8.8            | ADDRESS_NOT_COVERED",
        "domain:a.cn          | www.a.cn  | 8.8.8.8            | -",
        "host:a.cn            | a.cn      | 127.0.0.1          | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | 8.8.8.8 10.0.0.1   | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | 169.254.169.254    | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | ::ffff:10.0.0.1    | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | 64:ff9b::a00:1     | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | 2002:a00:1::1      | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | fd00::1            | SPECIAL_ADDRESS",
        "host:a.cn            | a.cn      | 0.0.0.0            | FORBIDDEN_ADDRESS",
        "host:a.cn            | a.cn      | ::                 | FORBIDDEN_ADDRESS",
        "host:a.cn            | a.cn      | 255.255.255.255    | FORBIDDEN_ADDRESS",
        "address:0.0.0.0/0    | 8.8.8.8   | 8.8.8.8            | -",
        "address:0.0.0.0/0    | 127.0.0.1 | 127.0.0.1          | SPECIAL_ADDRESS",
        "address:0.0.0.0/0    | 10.0.0.1  | 10.0.0.1           | SPECIAL_ADDRESS",
        "address:10.0.0.0/8   | 10.0.0.1  | 10.0.0.1           | -",
        "address:10.0.0.0/8   | in.a.cn   | 10.0.0.1           | -",
        "address:10.0.0.0/8   | in.a.cn   | 10.0.0.1 8.8.8.8   | ADDRESS_NOT_COVERED",
        "address:127.0.0.0/8  | 127.0.0.1 | 127.0.0.1          | -",
        "address:169.254.0.0/16 | 169.254.1.1     | 169.254.1.1     | -",
        "address:169.254.0.0/16 | 169.254.169.254 | 169.254.169.254 | SPECIAL_ADDRESS",
        "address:169.254.169.254/32 | 169.254.169.254 | 169.254.169.254 | -",
        "address:100.64.0.0/10 | 100.100.100.200 | 100.100.100.200 | SPECIAL_ADDRESS",
        "address:0.0.0.0/8    | 0.0.0.0   | 0.0.0.0            | FORBIDDEN_ADDRESS",
        "address:8.8.8.0/24   | 8.8.9.0   | 8.8.9.0            | TARGET_NOT_COVERED",
        "database:mysql://a.cn/x | a.cn   | 8.8.8.8            | ADDRESS_NOT_COVERED",
        "path:/var/www        | a.cn      | 8.8.8.8            | ADDRESS_NOT_COVERED",
      },
      delimiter = '|')
  void judgesEveryAddress(String target, String host, String addresses, RefusalCode refusal) {
    Endpoint endpoint = endpoint(Destination.of(host, 443));

    PermitRules.Verdict verdict =
        PermitRules.judge(
            List.of(permit(target)),
            endpoint,
            Stream.of(addresses.split(" ")).map(InetAddress::ofLiteral).toList());

    if (refusal == null) {
      assertThat(verdict).isInstanceOf(PermitRules.Granted.class);
    } else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              PermitRules.Denied.class, d -> assertThat(d.code()).isEqualTo(refusal));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.cn/site/page, true",
    "https://a.cn/site, true",
    "https://a.cn:443/site, true",
    "https://A.CN./site, true",
    "https://a.cn/sitemap, false",
    "https://a.cn/, false",
    "http://a.cn/site, false",
    "https://a.cn:8443/site, false",
    "https://a.cn/site/../admin, false",
    "https://a.cn/site/%2e%2E/admin, false",
    "https://a.cn/site/..;/admin, false",
    "https://a.cn/site%2f..%2fadmin, false",
    "https://a.cn/site//x, false"
  })
  void urlPrefixCoversWholeSegmentsOfOneSite(String url, boolean covered) {
    Endpoint endpoint = endpoint(Destination.of(URI.create(url)));

    PermitRules.Verdict verdict =
        PermitRules.judge(
            List.of(permit("url:https://a.cn/site")),
            endpoint,
            List.of(InetAddress.ofLiteral("8.8.8.8")));

    assertThat(verdict instanceof PermitRules.Granted).isEqualTo(covered);
  }

  @Test
  void grantRestsOnThePermitOfTheNameAndOnThatOfTheAddress() {
    Permit name = permit("host:a.cn");
    Permit address = permit("address:10.0.0.0/8", "host:b.cn");
    Permit bystander = permit("host:c.cn", "host:d.cn", "host:e.cn");

    PermitRules.Verdict verdict =
        PermitRules.judge(
            List.of(name, address, bystander),
            endpoint(Destination.of("a.cn", 80)),
            List.of(InetAddress.ofLiteral("10.0.0.1")));

    assertThat(verdict).isEqualTo(new PermitRules.Granted(List.of(name, address)));
  }

  private static Endpoint endpoint(Destination destination) {
    return ((Endpoint.Clear) Endpoint.read(destination)).endpoint();
  }

  private static RefusalCode code(Purpose purpose) {
    return ((PermitRules.Denied) PermitRules.standing(purpose, NOW)).code();
  }
}
