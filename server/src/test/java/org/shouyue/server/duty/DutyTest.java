package org.shouyue.server.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.notify.OnCall;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rosters over HTTP, on a Thursday in 2026.
class DutyTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private final UUID client = SERVER.client("甲方 " + UUID.randomUUID());
  private final Browser manager = SERVER.admin();
  private final Browser anna = SERVER.as("engineer", client);
  private final Browser bo = SERVER.as("engineer", client);

  @Test
  void tellsWhoIsOnCallInOneStepToEverybodyOfTheClient() {
    roster();
    Browser reader = SERVER.as("client-reader", client);

    var now = reader.get("/api/duty/now?client=" + client).expect(200);

    assertThat(now.text("0.shift.people.0.id")).isEqualTo(id(anna).toString());
    assertThat(now.text("0.shift.to")).isEqualTo("2026-01-05T01:00:00Z");
    List<UUID> called =
        TenantScope.of(client)
            .call(() ->
                SERVER.bean(OnCall.class).onCall(client, Instant.parse("2026-01-06T00:00:00Z")));
    assertThat(called).containsExactly(id(bo));
  }

  @Test
  void findsAGapBeforeItBeginsAndTellsItOnceADay() {
    String roster = roster();
    manager
        .post(
            "/api/duty/absences",
            Map.of(
                "person", id(bo),
                "from", "2026-01-06T00:00:00Z",
                "to", "2026-01-08T00:00:00Z",
                "reason", "年假"))
        .expect(201);

    var gaps = manager.get("/api/duty/gaps?days=14").expect(200).json();

    assertThat(gaps)
        .anySatisfy(gap -> {
          assertThat(gap.path("rosterId").asString()).isEqualTo(roster);
          assertThat(gap.path("gap").asString()).isEqualTo("absent");
          assertThat(gap.path("people")).isEmpty();
        });
    DutyWatch watch = SERVER.bean(DutyWatch.class);
    Instant now = Instant.parse("2026-01-01T02:00:00Z");
    TenantScope.of(client).run(() -> watch.at(now));
    int told = told("duty-gap/" + roster);
    TenantScope.of(client).run(() -> watch.at(now));
    assertThat(told).isPositive();
    assertThat(told("duty-gap/" + roster)).isEqualTo(told);
  }

  @Test
  void settlesASwapWhenBothAndTheManagerAgree() {
    String roster = roster();
    String swap =
        anna.post("/api/duty/rosters/" + roster + "/swaps", stretch("taker", id(bo)))
            .expect(201)
            .text("id");
    String answer = "/api/duty/swaps/" + swap + "/answer";

    anna.post(answer, Map.of("answer", "accept")).expect(403);
    manager.post(answer, Map.of("answer", "approve")).expect(409);
    bo.post(answer, Map.of("answer", "accept")).expect(204);
    assertThat(firstCalled(roster)).isEqualTo(id(anna).toString());
    manager.post(answer, Map.of("answer", "approve")).expect(204);

    assertThat(firstCalled(roster)).isEqualTo(id(bo).toString());
    assertThat(anna.get("/api/duty/rosters/" + roster + "/swaps").text("0.state"))
        .isEqualTo("settled");
    bo.post(answer, Map.of("answer", "refuse")).expect(409);
  }

  @Test
  void tellsAheadOfTheGapThatASwapLeavesWhenItsTakerIsAway() {
    String roster = roster();
    manager
        .post(
            "/api/channels",
            Map.of(
                "kind",
                "wecom",
                "name",
                "值班群",
                "settings",
                Map.of("url", "http://127.0.0.1:9/"),
                "secrets",
                Map.of("key", "of-nobody")))
        .expect(201);
    String swap =
        anna.post("/api/duty/rosters/" + roster + "/swaps", stretch("taker", id(bo)))
            .expect(201)
            .text("id");
    String answer = "/api/duty/swaps/" + swap + "/answer";
    bo.post(answer, Map.of("answer", "accept")).expect(204);
    manager.post(answer, Map.of("answer", "approve")).expect(204);
    manager
        .post(
            "/api/duty/absences",
            Map.of(
                "person", id(bo),
                "from", "2026-01-02T12:00:00Z",
                "to", "2026-01-03T12:00:00Z",
                "reason", "生病"))
        .expect(201);

    assertThat(manager.get("/api/duty/gaps?days=14").expect(200).json())
        .anySatisfy(gap -> {
          assertThat(gap.path("rosterId").asString()).isEqualTo(roster);
          assertThat(gap.path("from").asString()).isEqualTo("2026-01-02T12:00:00Z");
        });
    DutyWatch watch = SERVER.bean(DutyWatch.class);
    Instant now = Instant.parse("2026-01-01T02:00:00Z");
    TenantScope.of(client).run(() -> watch.at(now));
    assertThat(noticed(roster, "inbox", "delivered"))
        .as("a day and a half before it begins")
        .isPositive();
    assertThat(noticed(roster, "robot", "held")).as("a replay disturbs nobody").isPositive();
    assertThat(noticed(roster, "robot", "queued")).isZero();
  }

  /// How many messages tell of gaps in a roster.
  private int noticed(String roster, String means, String state) {
    return TenantScope.of(client)
        .call(() ->
            SERVER
                .bean(JdbcClient.class)
                .sql(
                    """
                    select count(*) from delivery d join notice n on n.id = d.notice_id
                    where n.template = 'duty-gap' and n.about = :about and d.means = :means
                      and d.state = :state
                    """)
                .param("means", means)
                .param("state", state)
                .param("about", "roster/" + roster)
                .query(Integer.class)
                .single());
  }

  @Test
  void aManagerHasSomebodyStandInAndTakesItBack() {
    String roster = roster();
    String path = "/api/duty/rosters/" + roster + "/stand-ins";
    anna.post(path, stretch("person", id(bo))).expect(403);
    String standIn = manager.post(path, stretch("person", id(bo))).expect(201).text("id");

    assertThat(firstCalled(roster)).isEqualTo(id(bo).toString());
    manager.delete("/api/duty/stand-ins/" + standIn).expect(204);
    assertThat(firstCalled(roster)).isEqualTo(id(anna).toString());
    manager.delete("/api/duty/stand-ins/" + standIn).expect(404);
  }

  @Test
  void refusesRostersOfStrangersAndOfClientsPeople() {
    Browser reader = SERVER.as("client-reader", client);
    manager
        .post(
            "/api/duty/rosters", RosterBodies.weekly("x", List.of(UUID.randomUUID()), "" + id(bo)))
        .expect(400);
    manager
        .post("/api/duty/rosters", RosterBodies.weekly("x", List.of(client), "" + id(reader)))
        .expect(400);
    anna.post("/api/duty/rosters", RosterBodies.weekly("x", List.of(client), "" + id(bo)))
        .expect(403);
  }

  @Test
  void givesCalendarsShiftsUnderASecretAddressUntilItIsRevoked() {
    String roster = roster();
    var feed = anna.post("/api/duty/feeds", Map.of("rosterId", roster)).expect(201);
    var own = anna.post("/api/duty/feeds", Map.of()).expect(201);
    Browser calendar = SERVER.browser();

    String text = calendar.get(feed.text("path")).expect(200).body();

    assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(text).contains("DTSTART:20260105T010000Z\r\nDTEND:20260112T010000Z\r\n");
    assertThat(calendar.get(own.text("path")).expect(200).body()).contains("BEGIN:VEVENT");
    bo.delete("/api/duty/feeds/" + feed.text("id")).expect(404);
    anna.delete("/api/duty/feeds/" + feed.text("id")).expect(204);
    calendar.get(feed.text("path")).expect(404);
    calendar.get("/api/duty/calendar/guessed").expect(404);
  }

  @Test
  void keepsWhoWasOnCallWhenTheRotaChanges() {
    String roster = roster();
    manager
        .put(
            "/api/duty/rosters/" + roster,
            RosterBodies.weekly("改名", List.of(client), "" + id(bo), "" + id(anna)))
        .expect(200);

    assertThat(firstCalled(roster)).isEqualTo(id(bo).toString());
    manager.delete("/api/duty/rosters/" + roster).expect(204);
    assertThat(manager.get("/api/duty/now?client=" + client).json()).isEmpty();
  }

  private String roster() {
    return manager
        .post(
            "/api/duty/rosters",
            RosterBodies.weekly("值班表", List.of(client), "" + id(anna), "" + id(bo)))
        .expect(201)
        .text("id");
  }

  private String firstCalled(String roster) {
    return manager
        .get(
            "/api/duty/rosters/"
                + roster
                + "/shifts?from=2026-01-03T00:00:00Z&to=2026-01-03T01:00:00Z")
        .expect(200)
        .text("0.people.0.id");
  }

  private int told(String key) {
    return TenantScope.of(client)
        .call(() ->
            SERVER
                .bean(JdbcClient.class)
                .sql("select count(*) from duty_told where key like :key || '%'")
                .param("key", key)
                .query(Integer.class)
                .single());
  }

  private static Map<String, Object> stretch(String role, UUID person) {
    return Map.of(
        role,
        person,
        "from",
        "2026-01-02T00:00:00Z",
        "to",
        "2026-01-04T00:00:00Z",
        "reason",
        "家中有事");
  }

  private static UUID id(Browser person) {
    return UUID.fromString(person.person().path("id").asString());
  }
}
