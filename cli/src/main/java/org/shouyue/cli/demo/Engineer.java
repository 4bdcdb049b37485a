package org.shouyue.cli.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The provider's engineer in the demo: answers tickets, mends the scenery, asks for a retest, and
/// hands in the documents of work that no engine does. Forgets one of them, and hands one in late.
final class Engineer {

  /// Moves the contract's clock.
  interface Clock {
    void moveTo(Instant to);
  }

  private static final Duration REACTION = Duration.ofMinutes(8);
  private static final Duration REPAIR = Duration.ofMinutes(40);
  private static final Duration CERTIFICATE_LIFE = Duration.ofDays(397);

  private final Cast cast;
  private final Scenery scenery;
  private final Teller teller;
  private final String contractId;
  private final Set<String> attended = new HashSet<>();
  private final Set<String> putOff = new HashSet<>();
  private int handedIn;

  Engineer(Cast cast, Scenery scenery, Teller teller, String contractId) {
    this.cast = cast;
    this.scenery = scenery;
    this.teller = teller;
    this.contractId = contractId;
  }

  /// Does what is waiting: open tickets first, then documents.
  void attend(Instant now, Clock clock) {
    Instant at = now;
    for (JsonNode ticket : cast.engineer().all("/api/tickets?state=open&contract=" + contractId)) {
      if (attended.add(ticket.path("id").asString())) {
        at = mend(ticket, at, clock);
      }
    }
    handIn(at);
  }

  private Instant mend(JsonNode ticket, Instant now, Clock clock) {
    String id = ticket.path("id").asString();
    teller.happens(
        now,
        "工单 " + ticket.path("number").asString() + "：" + ticket.path("title").asString(),
        "ticket " + ticket.path("number").asString() + ": " + ticket.path("title").asString());
    Instant answered = now.plus(REACTION);
    clock.moveTo(answered);
    event(id, "respond", "已受理，开始处理");
    Instant mended = answered.plus(REPAIR);
    clock.moveTo(mended);
    mendScenery(mended);
    String finding = ticket.path("findingId").asString("");
    if (!finding.isEmpty()) {
      cast.engineer().post("/api/findings/" + finding + "/retest", Map.of());
    }
    Instant verified = mended.plus(Duration.ofMinutes(15));
    clock.moveTo(verified);
    finish(id, verified);
    return verified;
  }

  private void mendScenery(Instant now) {
    scenery.siteUp();
    scenery.closeUnknownPort();
    scenery.renewCertificate(now.minus(Duration.ofHours(1)), CERTIFICATE_LIFE);
  }

  private void finish(String id, Instant now) {
    String state = cast.engineer().get("/api/tickets/" + id).path("state").asString();
    if (state.equals("open") || state.equals("responded")) {
      event(id, "resolve", "已处理完毕");
      state = "resolved";
    }
    if (state.equals("resolved")) {
      event(id, "close", "已确认");
    }
    teller.happens(now, "复测通过，工单关闭", "retested and closed");
  }

  private void event(String ticket, String type, String text) {
    cast.engineer().post("/api/tickets/" + ticket + "/events", Map.of("type", type, "text", text));
  }

  private void handIn(Instant now) {
    for (JsonNode due :
        cast.engineer().all("/api/obligations?state=due,missed&contract=" + contractId)) {
      if (due.path("way").asString().equals("manual")) {
        handIn(due, now);
      }
    }
  }

  private void handIn(JsonNode due, Instant now) {
    String id = due.path("id").asString();
    handedIn++;
    if (handedIn == FORGOTTEN) {
      putOff.add(id);
      attended.add(id);
    } else if (handedIn == LATE && !attended.contains(id)) {
      putOff.add(id);
    }
    boolean missed = due.path("state").asString().equals("missed");
    if (attended.contains(id) || (putOff.contains(id) && !missed)) {
      return;
    }
    String title = due.path("title").asString();
    if (missed) {
      teller.happens(now, "补交：" + title, "handed in late: " + title);
    }
    cast.engineer()
        .postForm(
            "/api/obligations/" + id + "/submission",
            List.of(
                ServerApi.Part.file(
                    "file",
                    "record.txt",
                    "text/plain; charset=utf-8",
                    ("演示记录：" + title + "\n" + now + "\n").getBytes(StandardCharsets.UTF_8)),
                ServerApi.Part.field("note", "text/plain; charset=utf-8", "演示中由工程师提交")));
    attended.add(id);
  }

  private static final int LATE = 3;
  private static final int FORGOTTEN = 6;
}
