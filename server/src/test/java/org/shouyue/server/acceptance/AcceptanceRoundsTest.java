package org.shouyue.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSignature;
import tools.jackson.databind.JsonNode;

/// The mid-term acceptance of a contract that gives ten days to mend and a right to end it after
/// three failures: applied for, refused three times, passed at last, signed by both.
class AcceptanceRoundsTest {
  private static final String RIGHT = "4. 乙方在限期内未能整改或整改【3】次以上仍不能达到甲方要求的，甲方有权单方解除本合同。";

  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static SignedContract desk;
  private static UUID contract;
  private static Browser manager;
  private static Browser signatory;

  @BeforeAll
  static void sign() throws Exception {
    desk = new SignedContract(SERVER, "云溪县人民政府办公室");
    String text =
        Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))
            .replace("\n第七条", "\n" + RIGHT + "\n\n第七条");
    contract = desk.sign(desk.draft(text), "2026-01-01", null);
    manager = SERVER.admin();
    signatory = SERVER.as("client-signatory", desk.client());
  }

  @Test
  void threeFailedRoundsRaiseTheRightToTerminateAndTheFourthPasses() {
    assertThat(planned().path("state").asString()).isEqualTo("upcoming");
    application().expect(409);
    desk.advance("2026-07-02T02:00:00Z");
    assertThat(planned().path("state").asString()).isEqualTo("open");
    signatory
        .post("/api/acceptance-rounds", Map.of("contractId", contract, "ordinal", 1))
        .expect(403);

    firstRoundFailsOnOneLine();
    secondRoundIsJudgedLateByTheClient();
    thirdRoundGivesTheRight();
    fourthRoundPassesAndIsSignedByBoth();
  }

  private void firstRoundFailsOnOneLine() {
    JsonNode round = application().expect(201).json();
    assertThat(round.path("round").path("judgeBy").asString()).isEqualTo("2026-07-23");
    assertThat(round.path("checks").size()).isGreaterThan(3);
    application().expect(409);
    String first = round.path("checks").path(0).path("serviceId").asString();
    String id = id(round);

    signatory.put(check(id, first), Map.of("judgement", "fail")).expect(400);
    manager.put(check(id, first), Map.of("judgement", "pass")).expect(403);
    signatory.put(check(id, "无此项"), Map.of("judgement", "pass")).expect(404);
    signatory.put(check(id, first), Map.of("judgement", "fail", "remark", "监测记录缺三日")).expect(200);
    verdict(round, "accepted").expect(409);
    verdict(round, "refused").expect(200);

    JsonNode now = manager.get("/api/acceptance-rounds/" + id).expect(200).json();
    assertThat(now.path("round").path("state").asString()).isEqualTo("refused");
    assertThat(now.path("round").path("mendBy").asString()).isEqualTo("2026-07-12");
    String ticket = now.path("checks").path(0).path("ticketId").asString();
    assertThat(manager.get("/api/tickets/" + ticket).expect(200).body())
        .contains("验收整改", "2026-07-12", "监测记录缺三日");
    signatory.put(check(id, first), Map.of("judgement", "pass")).expect(409);
    assertThat(planned().path("termination").isNull()).isTrue();
  }

  private void secondRoundIsJudgedLateByTheClient() {
    JsonNode round = application().expect(201).json();
    desk.advance("2026-07-27T02:00:00Z");

    assertThat(planned().path("clientDaysLate").asInt()).isEqualTo(4);
    verdict(round, "refused").expect(200);
    assertThat(
            manager.get("/api/tickets?contract=" + contract + "&kind=rectification&size=50").body())
        .contains("验收整改");
  }

  private void thirdRoundGivesTheRight() {
    verdict(application().expect(201).json(), "refused").expect(200);

    JsonNode planned = planned();
    assertThat(planned.path("termination").asString()).contains("3次");
    assertThat(planned.path("terminationClause").asString()).isEqualTo(RIGHT);
  }

  private void fourthRoundPassesAndIsSignedByBoth() {
    JsonNode round = application().expect(201).json();
    String id = id(round);
    for (JsonNode line : round.path("checks")) {
      signatory
          .put(check(id, line.path("serviceId").asString()), Map.of("judgement", "pass"))
          .expect(200);
    }
    Map<String, String> signature =
        Map.of("name", "李经理", "role", "项目经理", "drawing", TestSignature.drawn());
    manager.post("/api/acceptance-rounds/" + id + "/countersign", signature).expect(409);
    verdict(round, "accepted").expect(200);

    String report =
        manager
            .post("/api/acceptance-rounds/" + id + "/countersign", signature)
            .expect(200)
            .text("round.reportId");

    assertThat(planned().path("state").asString()).isEqualTo("accepted");
    assertThat(signatory.get("/api/reports/" + report + "/file?as=html").expect(200).body())
        .contains("验收报告", "第4轮", "验收通过", "王主任", "李经理");
    manager.post("/api/acceptance-rounds/" + id + "/countersign", signature).expect(409);
    application().expect(409);
  }

  private static Browser.Answer application() {
    return manager.post(
        "/api/acceptance-rounds",
        Map.of("contractId", contract, "ordinal", 1, "statement", "服务满六个月，申请中期验收"));
  }

  private static JsonNode planned() {
    return signatory.get("/api/acceptance-plan?contract=" + contract).expect(200).json().path(0);
  }

  private static String id(JsonNode round) {
    return round.path("round").path("id").asString();
  }

  private static String check(String round, String service) {
    return "/api/acceptance-rounds/"
        + round
        + "/checks/"
        + java.net.URLEncoder.encode(service, java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Waits until the package lies there, and signs it.
  private static Browser.Answer verdict(JsonNode round, String verdict) {
    String path = "/api/acceptances/" + round.path("round").path("acceptanceId").asString();
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (manager.get(path).expect(200).text("state").equals("draft")
        && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return signatory.post(
        path + "/sign",
        Map.of(
            "name", "王主任",
            "role", "办公室主任",
            "drawing", TestSignature.drawn(),
            "remarks", "请整改",
            "verdict", verdict));
  }
}
