package org.shouyue.server.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Advice and self-checks over HTTP, and the arithmetic behind them.
class ConsultingTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final String TEXT =
      """
      网络安全服务合同

      合同编号：SY-CONSULT-01
      甲方：云溪县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为一年，自2026年1月1日起至2026年12月31日止。

      第二条 服务内容
      （一）安全咨询。乙方应每年为甲方提供一次安全规划咨询服务。

      第三条 合同金额
      合同总价为人民币365000.00元（大写：叁拾陆万伍仟元整）。
      """;

  @ParameterizedTest
  @CsvSource({"2,68", "3,71"})
  void asksOneQuestionForEachControlOfALevel(int level, int controls) {
    var all = ControlSet.of(level);

    assertThat(all).hasSize(controls);
    assertThat(new HashSet<>(all.stream().map(Control::clause).toList())).hasSize(controls);
    assertThat(all)
        .allSatisfy(control -> {
          assertThat(control.clause()).matches((level + 5) + "\\.1\\.\\d+\\.\\d+");
          assertThat(control.weight()).isBetween(1, 3);
          assertThat(control.asks()).endsWith("？");
        });
    assertThat(new HashSet<>(all.stream().map(Control::area).toList())).hasSize(10);
  }

  @Test
  void numbersTheControlsOfEachAreaWithoutAHole() {
    for (int level = 2; level <= 3; level++) {
      Map<String, Integer> last = new HashMap<>();
      for (Control control : ControlSet.of(level)) {
        int dot = control.clause().lastIndexOf('.');
        int number = Integer.parseInt(control.clause().substring(dot + 1));
        assertThat(number)
            .isEqualTo(last.merge(control.clause().substring(0, dot), 1, Integer::sum));
      }
    }
  }

  @Test
  void scoresByWeightAndLeavesOutWhatDoesNotApply() {
    var controls =
        java.util.List.of(
            new Control("1", "甲", "a", 3, "?"),
            new Control("2", "甲", "b", 1, "?"),
            new Control("3", "乙", "c", 2, "?"));

    Score score =
        Score.of(
            controls,
            Map.of("1", Verdict.CONFORM, "2", Verdict.PARTLY, "3", Verdict.NOT_APPLICABLE));

    assertThat(score.percent()).isEqualTo(87);
    assertThat(score.areas().getLast().percent()).isNull();
    assertThat(score.gaps()).isEqualTo(1);
    assertThat(Score.of(controls, Map.of()).percent()).isNull();
    assertThat(Measure.of(controls, Map.of("1", Verdict.NOT, "2", Verdict.PARTLY)))
        .extracting(Measure::horizon)
        .containsExactly(Measure.Horizon.NEAR, Measure.Horizon.LONG);
  }

  @Test
  void leadsAdviceFromTheQuestionToTheAcceptedVersion() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    UUID signed = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    Browser signatory = SERVER.as("client-signatory", contract.client());
    Browser engineer = SERVER.as("engineer", contract.client());
    String id =
        signatory
            .post("/api/consulting/advice", ConsultingFurnishing.question(signed, "三年安全规划"))
            .expect(201)
            .text("id");
    String path = "/api/consulting/advice/" + id;

    signatory.post(path + "/judgement", Map.of("accepted", true)).expect(409);
    deliver(engineer, path).expect(200);
    signatory.post(path + "/receipt", Map.of()).expect(200);
    signatory.post(path + "/judgement", Map.of("accepted", false)).expect(400);
    signatory.post(path + "/judgement", Map.of("accepted", false, "remarks", "缺少远期")).expect(200);
    assertThat(contract.count(signed, "done")).isZero();
    deliver(engineer, path).expect(200);
    engineer.post(path + "/judgement", Map.of("accepted", true)).expect(403);
    JsonNode accepted =
        signatory.post(path + "/judgement", Map.of("accepted", true)).expect(200).json();

    assertThat(accepted.path("documents")).hasSize(2);
    assertThat(accepted.path("documents").path(1).path("verdict").asString()).isEqualTo("returned");
    assertThat(contract.count(signed, "done")).isEqualTo(1);
    deliver(engineer, path).expect(409);
  }

  @Test
  void leadsASelfCheckToGapsTicketsAPlanAndAReport() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    UUID signed = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    Browser engineer = SERVER.as("engineer", contract.client());
    String id =
        engineer
            .post("/api/consulting/self-checks", ConsultingFurnishing.check(signed, "门户网站"))
            .expect(201)
            .text("check.id");
    String path = "/api/consulting/self-checks/" + id;

    answer(engineer, path, "8.1.4.99", "conform").expect(400);
    answer(engineer, path, "8.1.4.1", "perhaps").expect(400);
    for (Control control : ControlSet.of(3)) {
      answer(engineer, path, control.clause(), "conform").expect(204);
    }
    answer(engineer, path, "8.1.4.1", "not").expect(204);
    engineer.post(path + "/tickets/8.1.4.2", Map.of()).expect(409);
    String ticket = engineer.post(path + "/tickets/8.1.4.1", Map.of()).expect(201).text("ticketId");
    engineer.post(path + "/tickets/8.1.4.1", Map.of()).expect(409);
    assertThat(engineer.get("/api/tickets/" + ticket).expect(200).body()).contains("身份鉴别");
    JsonNode plan = engineer.post(path + "/plan", Map.of()).expect(200).json();
    assertThat(plan).hasSize(1);
    String measure = plan.get(0).path("id").asString();
    engineer
        .put("/api/consulting/measures/" + measure, ConsultingFurnishing.measure("启用双因素"))
        .expect(204);
    assertThat(engineer.post(path + "/plan", Map.of()).expect(200).json()).hasSize(1);

    JsonNode whole = engineer.post(path + "/finish", Map.of()).expect(200).json();

    assertThat(whole.path("score").path("gaps").asInt()).isEqualTo(1);
    assertThat(whole.path("score").path("percent").asInt()).isBetween(90, 99);
    String report = whole.path("check").path("paperId").asString();
    assertThat(engineer.get("/api/reports/" + report).expect(200).text("kind"))
        .isEqualTo("consulting");
    assertThat(contract.count(signed, "done")).isEqualTo(1);
    answer(engineer, path, "8.1.4.1", "conform").expect(409);
    engineer.delete("/api/consulting/measures/" + measure).expect(409);
  }

  @Test
  void finishesNothingThatIsNotAnswered() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    UUID signed = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    Browser reader = SERVER.as("client-reader", contract.client());
    Map<String, Object> check = ConsultingFurnishing.check(signed, "门户网站");
    reader.post("/api/consulting/self-checks", check).expect(403);
    String id = contract.manager().post("/api/consulting/self-checks", check).text("check.id");

    var refused =
        contract.manager().post("/api/consulting/self-checks/" + id + "/finish", Map.of());

    assertThat(refused.expect(409).text("code")).isEqualTo("not-answered");
    answer(contract.manager(), "/api/consulting/self-checks/" + id, "8.1.4.1", "not-applicable")
        .expect(204);
  }

  private static Browser.Answer deliver(Browser engineer, String path) {
    return engineer.form(
        path + "/documents",
        Map.of("note", "近期、中期、远期"),
        "file",
        "规划.docx",
        "规划".getBytes(StandardCharsets.UTF_8));
  }

  private static Browser.Answer answer(
      Browser engineer, String path, String clause, String verdict) {
    return engineer.form(
        path + "/answers",
        Map.of("clause", clause, "verdict", verdict, "note", "见附件"),
        "file",
        "佐证.png",
        "图".getBytes(StandardCharsets.UTF_8));
  }
}
