package org.shouyue.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.scope.Destination;
import org.shouyue.scope.Method;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Opening;
import org.shouyue.scope.Purpose;
import org.shouyue.scope.RefusalCode;
import org.shouyue.scope.Timeouts;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

class PermitsTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final byte[] SIGNED = "授权书".getBytes(StandardCharsets.UTF_8);

  private final UUID client = SERVER.client("甲方 " + UUID.randomUUID());
  private final Browser engineer = SERVER.as("engineer", client);

  @Test
  void keepsTheSignedFileAsEvidenceUnderItsDigest() {
    var permit = add(loopback()).expect(201);

    assertThat(permit.text("state")).isEqualTo("standing");
    assertThat(permit.text("targets.0")).isEqualTo("address:127.0.0.0/8");
    String content = "/api/evidence/" + client + "/" + permit.text("evidenceSeq") + "/content";
    assertThat(engineer.get(content).expect(200).bytes()).isEqualTo(SIGNED);
    assertThat(engineer.get("/api/permits?state=standing").expect(200).json().path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void letsTheBrokerThroughUntilItIsRevoked() {
    String id = add(loopback()).expect(201).text("id");
    assertThat(open()).isInstanceOf(Opening.Opened.class);

    engineer.post("/api/permits/" + id + "/revoke", Map.of("reason", "服务结束")).expect(200);

    assertThat(open())
        .isInstanceOfSatisfying(
            Opening.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.REVOKED));
    var refusals = engineer.get("/api/scope/refusals").expect(200);
    assertThat(refusals.text("items.0.code")).isEqualTo("revoked");
    engineer.post("/api/permits/" + id + "/revoke", Map.of("reason", "再次")).expect(409);
  }

  @Test
  void throwsTheKillSwitchOnEveryConnection() {
    add(loopback()).expect(201);

    engineer.post("/api/scope/kill-switch", Map.of("on", true, "reason", "演练")).expect(200);
    Opening halted = open();
    engineer.post("/api/scope/kill-switch", Map.of("on", false, "reason", "演练结束")).expect(200);

    assertThat(halted)
        .isInstanceOfSatisfying(
            Opening.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.HALTED));
    assertThat(open()).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void namesEveryTargetThatIsWrong() {
    Map<String, Object> permit =
        Map.of(
            "clientId",
            client,
            "targets",
            List.of("address:127.0.0.0/8", "address:10.0.0.1/8", "domain:cn"),
            "methods",
            List.of("observe"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2099-01-01T00:00:00Z",
            "signatory",
            "王某");

    var problem = add(permit).expect(400);

    assertThat(problem.text("errors.0.field")).isEqualTo("targets[1]");
    assertThat(problem.text("errors.1.field")).isEqualTo("targets[2]");
  }

  @Test
  void refusesAPermitThatIsPastOrWithoutAFile() {
    Map<String, Object> past =
        Map.of(
            "clientId",
            client,
            "targets",
            List.of("127.0.0.1"),
            "methods",
            List.of("observe"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2020-02-01T00:00:00Z",
            "signatory",
            "王某");

    assertThat(add(past).expect(400).text("errors.0.field")).isEqualTo("until");
    var empty =
        engineer.form("/api/permits", Map.of("permit", loopback()), "file", "p.pdf", new byte[0]);
    assertThat(empty.expect(400).text("errors.0.field")).isEqualTo("file");
  }

  @Test
  void takesNoPermitForAClientOutOfScope() {
    Browser other = SERVER.as("engineer", SERVER.client("另一甲方 " + UUID.randomUUID()));

    var answer = other.form("/api/permits", Map.of("permit", loopback()), "file", "p", SIGNED);

    assertThat(answer.expect(400).text("errors.0.field")).isEqualTo("clientId");
  }

  private Browser.Answer add(Map<String, Object> permit) {
    return engineer.form("/api/permits", Map.of("permit", permit), "file", "授权书.pdf", SIGNED);
  }

  private Map<String, Object> loopback() {
    return Map.of(
        "clientId", client,
        "targets", List.of("address:127.0.0.0/8"),
        "methods", List.of("observe"),
        "from", Instant.now().minus(Duration.ofDays(1)).toString(),
        "until", Instant.now().plus(Duration.ofDays(1)).toString(),
        "signatory", "王某");
  }

  private Opening open() {
    var permits = TenantScope.of(client).call(() -> SERVER.bean(Permits.class).of(client));
    Opening opening =
        SERVER
            .bean(NetworkBroker.class)
            .open(
                new Purpose(client, permits, Method.OBSERVE, "site-availability"),
                Destination.of(URI.create("http://127.0.0.1:" + SERVER.port() + "/")),
                Timeouts.of(Duration.ofSeconds(5)));
    if (opening instanceof Opening.Opened(var connection)) {
      connection.close();
    }
    return opening;
  }
}
