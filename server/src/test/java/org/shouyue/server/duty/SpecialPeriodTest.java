package org.shouyue.server.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Special periods from the clause to the kept or broken promise, with the clock in hand.
class SpecialPeriodTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final String TEXT =
      """
      网络安全服务合同

      合同编号：SY-DUTY-01
      甲方：云溪县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为一年，自2026年1月1日起至2026年12月31日止。

      第二条 服务内容
      （一）重要时期值守。在全国两会、国庆节、春节以及甲方通知的重大活动期间，乙方应安排人员进行7×24小时现场值守。

      第三条 合同金额
      合同总价为人民币365000.00元（大写：叁拾陆万伍仟元整）。
      """;

  @Test
  void readsTheHolidaysThatAClauseNames() {
    var found =
        SpecialDays.of(
            "春节、两会、五一、国庆、重大活动",
            WorkCalendar.china(),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31));

    assertThat(found)
        .containsExactly(
            new SpecialDays.Holiday("春节", LocalDate.of(2026, 2, 15), LocalDate.of(2026, 2, 23)),
            new SpecialDays.Holiday("劳动节", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 5)),
            new SpecialDays.Holiday("国庆节", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7)));
  }

  @Test
  void cutsAPeriodWithoutLeavingOrDoublingAMinute() {
    Instant from = Instant.parse("2026-02-14T16:00:00Z");
    for (int hours = 1; hours <= 24; hours++) {
      for (int length = 1; length < 60; length += 7) {
        Instant to = from.plus(Duration.ofHours(length));
        var slices =
            OnSiteShift.cut(from, to, from.plus(Duration.ofHours(8)), Duration.ofHours(hours));

        assertThat(slices.getFirst().from()).isEqualTo(from);
        assertThat(slices.getLast().to()).isEqualTo(to);
        for (int n = 1; n < slices.size(); n++) {
          assertThat(slices.get(n).from()).isEqualTo(slices.get(n - 1).to());
          assertThat(slices.get(n).from()).isAfter(slices.get(n - 1).from());
        }
      }
    }
  }

  @Test
  void keepsOnePeriodAndShowsAnotherBroken() {
    SignedContract contract = new SignedContract(SERVER, "甲方 " + UUID.randomUUID());
    UUID client = contract.client();
    UUID id = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    Browser manager = contract.manager();
    JsonNode planned = manager.get("/api/duty/periods?client=" + client).json();
    assertThat(planned.path("total").asInt()).isEqualTo(2);
    assertThat(contract.count(id, "planned")).isEqualTo(2);

    Browser anna = SERVER.as("engineer", client);
    Browser bo = SERVER.as("engineer", client);
    Browser signatory = SERVER.as("client-signatory", client);
    String event =
        signatory
            .post(
                "/api/duty/periods",
                Map.of(
                    "contractId", id,
                    "name", "县运动会",
                    "from", "2026-01-10T00:00:00Z",
                    "to", "2026-01-11T00:00:00Z",
                    "place", "体育馆"))
            .expect(201)
            .text("period.id");
    manager
        .post(
            "/api/duty/periods/" + event + "/filling",
            Map.of("handover", "20:00", "hours", 12, "people", List.of(id(anna), id(bo))))
        .expect(200);
    List<String> shifts = shifts(manager, event);
    assertThat(shifts).hasSize(2);
    String first = "/api/duty/shifts/" + shifts.getFirst();
    String second = "/api/duty/shifts/" + shifts.getLast();

    photo(anna, first).expect(409);
    contract.advance("2026-01-09T23:30:00Z");
    photo(bo, first).expect(403);
    photo(anna, first).expect(204);
    photo(anna, first).expect(409);
    anna.post(first + "/entries", Map.of("checked", "查看告警", "found", "无")).expect(201);
    contract.advance("2026-01-10T12:30:00Z");
    photo(bo, second).expect(204);
    bo.post(second + "/take-over", Map.of()).expect(409);
    anna.post(first + "/check-out", Map.of("note", " ")).expect(400);
    anna.post(first + "/check-out", Map.of("note", "一切正常，关注 VPN 告警")).expect(204);
    assertThat(bo.get("/api/duty/shifts/mine").expect(200).text("0.handedOver")).contains("VPN");
    bo.post(second + "/take-over", Map.of()).expect(204);
    contract.advance("2026-01-11T00:10:00Z");
    bo.post(second + "/check-out", Map.of("note", "值守结束")).expect(204);
    contract.advance("2026-01-11T03:00:00Z");

    JsonNode kept = manager.get("/api/duty/periods/" + event).expect(200).json();
    assertThat(kept.path("period").path("state").asString()).isEqualTo("kept");
    assertThat(kept.path("period").path("coverage").path("late").asInt()).isEqualTo(1);
    assertThat(contract.count(id, "done")).isEqualTo(1);
    String paper = kept.path("period").path("paperId").asString();
    assertThat(manager.get("/api/reports/" + paper).expect(200).text("kind")).isEqualTo("duty");
    anna.post(first + "/entries", Map.of("checked", "事后补记")).expect(409);

    contract.advance("2026-02-25T00:00:00Z");
    assertThat(contract.count(id, "missed")).isEqualTo(1);
    JsonNode broken = manager.get("/api/duty/periods?state=broken&client=" + client).json();
    assertThat(broken.path("items").path(0).path("reason").asString()).contains("无人到岗");
    String autumn =
        manager.get("/api/duty/periods?state=planned&client=" + client).text("items.0.id");
    manager.post("/api/duty/periods/" + autumn + "/cancel", Map.of("reason", "x")).expect(403);
    signatory
        .post("/api/duty/periods/" + autumn + "/cancel", Map.of("reason", "甲方自行值守"))
        .expect(200);
    assertThat(contract.count(id, "cancelled")).isEqualTo(1);
  }

  private static Browser.Answer photo(Browser person, String shift) {
    return person.form(
        shift + "/check-in",
        Map.of("place", "体育馆北门"),
        "file",
        "现场.jpg",
        "照片".getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> shifts(Browser manager, String period) {
    JsonNode shifts = manager.get("/api/duty/periods/" + period).expect(200).json().path("shifts");
    return StreamSupport.stream(shifts.spliterator(), false)
        .map(shift -> shift.path("id").asString())
        .toList();
  }

  private static UUID id(Browser person) {
    return UUID.fromString(person.person().path("id").asString());
  }
}
