package org.shouyue.server.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// A training from the course to the kept promise, over HTTP.
class TrainingTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final String TEXT =
      """
      网络安全服务合同

      合同编号：SY-TRAINING-01
      甲方：云溪县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为一年，自2026年1月1日起至2026年12月31日止。

      第二条 服务内容
      （一）安全培训。乙方应每年至少组织两次网络安全意识培训。

      第三条 合同金额
      合同总价为人民币365000.00元（大写：叁拾陆万伍仟元整）。
      """;
  private static final String BANK =
      """
      题型,题干,选项,答案
      单选,收到可疑邮件应当？,打开附件|报告,B
      多选,强口令的特征？,够长|与他人相同|不重复使用,AC
      判断,U 盘可以随意使用,,错
      填空,这一题读不懂,x,A
      单选,没有这个选项,甲|乙,C
      "单选","含有 ""引号"" 和,逗号",甲|乙,A
      """;

  @Test
  void readsTheRowsOfASheetThatCanBeReadAndNamesTheOthers() {
    QuestionSheet sheet = QuestionSheet.read("\uFEFF" + BANK.replace("\n", "\r\n"));

    assertThat(sheet.questions()).hasSize(4);
    assertThat(sheet.faults()).extracting(QuestionSheet.Fault::row).containsExactly(5, 6);
    assertThat(sheet.questions().get(1).answers()).containsExactly(0, 2);
    assertThat(sheet.questions().get(1).isRight(List.of(2, 0))).isTrue();
    assertThat(sheet.questions().get(1).isRight(List.of(0))).isFalse();
    assertThat(sheet.questions().getLast().asks()).isEqualTo("含有 \"引号\" 和,逗号");
  }

  @Test
  void keepsThePromiseOnceSomebodyCameAndNotBefore() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    UUID signed = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    Browser engineer = SERVER.as("engineer", contract.client());
    String course = course(engineer, contract.client());
    String empty = session(engineer, signed, course);
    assertThat(
            engineer
                .post("/api/training/sessions/" + empty + "/close", Map.of())
                .expect(200)
                .text("state"))
        .isEqualTo("unattended");
    assertThat(contract.count(signed, "done")).isZero();

    String session = session(engineer, signed, course);
    String path = "/api/training/sessions/" + session;
    engineer
        .post(path + "/invitations", Map.of("people", List.of(Map.of("name", "李四", "unit", "办公室"))))
        .expect(200);
    String door = "/api" + engineer.post(path + "/door", Map.of()).expect(200).text("path");
    Browser learner = SERVER.browser();
    assertThat(learner.get(door).expect(200).text("open")).isEqualTo("true");
    String seat =
        "/api/training/seat/"
            + learner.post(door, Map.of("name", "张三", "unit", "信息科")).expect(201).text("seat");
    learner.post(door, Map.of("name", "张三", "unit", "信息科")).expect(409);
    failThenPass(learner, seat);
    learner
        .post(seat + "/evaluation", Map.of("content", 5, "trainer", 4, "remarks", "很好"))
        .expect(204);
    learner.post(seat + "/evaluation", Map.of("content", 6, "trainer", 4)).expect(400);
    engineer
        .form(path + "/files", Map.of(), "file", "现场.jpg", "照片".getBytes(StandardCharsets.UTF_8))
        .expect(204);

    JsonNode held = engineer.post(path + "/close", Map.of()).expect(200).json();

    assertThat(held.path("state").asString()).isEqualTo("held");
    assertThat(contract.count(signed, "done")).isEqualTo(1);
    String obligation = held.path("obligationId").asString();
    assertThat(engineer.get("/api/obligations/" + obligation).expect(200).text("state"))
        .isEqualTo("done");
    assertThat(engineer.get("/api/evidence?about=training/" + session).json().path("total").asInt())
        .isEqualTo(2);
    engineer.post(path + "/close", Map.of()).expect(409);
    learner.post(seat + "/quiz", Map.of()).expect(409);
    certificate(engineer, learner, path);
    JsonNode questions = engineer.get("/api/training/courses/" + course + "/questions").json();
    assertThat(questions.path("items").path(0).path("asked").asInt()).isEqualTo(2);
    assertThat(questions.path("items").path(0).path("known").asInt()).isEqualTo(1);
  }

  @Test
  void opensNothingToGuessersOrReaders() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    Browser reader = SERVER.as("client-reader", contract.client());
    Browser stranger = SERVER.browser();

    stranger.get("/api/training/door/guessed").expect(404);
    stranger.get("/api/training/seat/guessed").expect(404);
    stranger.get("/api/training/courses").expect(401);
    reader
        .post("/api/training/courses", TrainingFurnishing.course(contract.client(), "x"))
        .expect(403);
    assertThat(stranger.get("/api/training/certificates/SY-T-X/validity").expect(200).body())
        .isEqualTo("{\"valid\":false}");
  }

  @Test
  void letsNobodySignInBeforeTheDoorOpens() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    UUID signed = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    Browser engineer = SERVER.as("engineer", contract.client());
    Map<String, Object> later =
        new HashMap<>(TrainingFurnishing.session(signed, course(engineer, contract.client()), "x"));
    later.put("startsAt", "2026-03-01T01:00:00Z");
    later.put("endsAt", "2026-03-01T03:00:00Z");
    String session = engineer.post("/api/training/sessions", later).expect(201).text("id");
    String path = "/api/training/sessions/" + session;
    String door = "/api" + engineer.post(path + "/door", Map.of()).expect(200).text("path");

    SERVER.browser().post(door, Map.of("name", "x", "unit", "x")).expect(409);
    engineer.post(path + "/close", Map.of()).expect(409);
    engineer.post(path + "/cancel", Map.of()).expect(200);
    engineer.post(path + "/cancel", Map.of()).expect(409);
  }

  private static void failThenPass(Browser learner, String seat) {
    JsonNode asked = learner.post(seat + "/quiz", Map.of()).expect(200).json();
    assertThat(asked).hasSize(1);
    assertThat(asked.toString()).doesNotContain("answers");
    String question = asked.path(0).path("id").asString();
    Map<String, Object> wrong = Map.of("answers", Map.of(question, List.of(0)));
    assertThat(learner.post(seat + "/answers", wrong).expect(200).text("passed"))
        .isEqualTo("false");
    learner.post(seat + "/answers", wrong).expect(409);
    learner.post(seat + "/quiz", Map.of()).expect(200);
    Map<String, Object> right = Map.of("answers", Map.of(question, List.of(1)));
    assertThat(learner.post(seat + "/answers", right).expect(200).text("mark")).isEqualTo("100");
    learner.post(seat + "/quiz", Map.of()).expect(409);
  }

  private static void certificate(Browser engineer, Browser learner, String path) {
    JsonNode people = engineer.get(path + "/participants").expect(200).json();
    JsonNode one =
        people.get(0).path("name").asString().equals("张三") ? people.get(0) : people.get(1);
    String number = one.path("certificate").asString();
    String validity = "/api/training/certificates/" + number + "/validity";
    assertThat(learner.get(validity).expect(200).body()).isEqualTo("{\"valid\":true}");
    String certificate = "/api/training/participants/" + one.path("id").asString() + "/certificate";
    String report = engineer.post(certificate, Map.of()).expect(200).text("reportId");
    assertThat(engineer.post(certificate, Map.of()).text("reportId")).isEqualTo(report);
    byte[] pdf = engineer.get("/api/reports/" + report + "/file?as=pdf").expect(200).bytes();
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    engineer.post(certificate + "/revoke", Map.of()).expect(403);
    SERVER.admin().post(certificate + "/revoke", Map.of()).expect(204);
    assertThat(learner.get(validity).body()).isEqualTo("{\"valid\":false}");
  }

  private static String course(Browser engineer, UUID client) {
    String course =
        engineer
            .post("/api/training/courses", TrainingFurnishing.course(client, "防范钓鱼邮件"))
            .expect(201)
            .text("id");
    engineer
        .post(
            "/api/training/courses/" + course + "/questions", TrainingFurnishing.question("甲还是乙？"))
        .expect(201);
    return course;
  }

  private static String session(Browser engineer, UUID contract, String course) {
    return engineer
        .post("/api/training/sessions", TrainingFurnishing.session(contract, course, "三楼会议室"))
        .expect(201)
        .text("id");
  }
}
