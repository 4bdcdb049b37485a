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
  private final Set<String> seen = new HashSet<>();
  private Duration reaction = REACTION;

  Engineer(Cast cast, Scenery scenery, Teller teller, String contractId) {
    this.cast = cast;
    this.scenery = scenery;
    this.teller = teller;
    this.contractId = contractId;
  }

  /// Makes the engineer come this late to the next ticket.
  void dawdle(Duration delay) {
    reaction = delay;
  }

  /// Does what is waiting: new tickets first, all of them together, then documents.
  void attend(Instant now, Clock clock) {
    List<JsonNode> fresh =
        cast.engineer().all("/api/tickets?state=open&contract=" + contractId).stream()
            .filter(ticket -> attended.add(ticket.path("id").asString()))
            .toList();
    handIn(fresh.isEmpty() ? now : mend(fresh, now, clock));
  }

  private Instant mend(List<JsonNode> tickets, Instant now, Clock clock) {
    for (JsonNode ticket : tickets) {
      String what = ticket.path("number").asString() + "  " + ticket.path("title").asString();
      teller.happens(now, "工单 " + what, "ticket " + what);
    }
    Instant answered = now.plus(reaction);
    reaction = REACTION;
    clock.moveTo(answered);
    tickets.forEach(ticket -> event(ticket, "respond", "已受理，开始处理"));
    Instant mended = answered.plus(REPAIR);
    clock.moveTo(mended);
    tickets.forEach(ticket -> mendWhatItNames(ticket, mended));
    tickets.stream().filter(this::isOpen).forEach(ticket -> event(ticket, "resolve", "已处理完毕，请复测"));
    Instant verified = mended.plus(Duration.ofMinutes(15));
    clock.moveTo(verified);
    for (JsonNode ticket : tickets) {
      String number = ticket.path("number").asString();
      if (isOpen(ticket)) {
        teller.happens(verified, number + " 未能证明修复", number + " not proven fixed");
      } else {
        teller.happens(verified, number + " 已核实，关闭", number + " proven, closed");
      }
    }
    return verified;
  }

  private boolean isOpen(JsonNode ticket) {
    return !cast.engineer()
        .get("/api/tickets/" + ticket.path("id").asString())
        .path("state")
        .asString()
        .equals("closed");
  }

  /// Mends what the scenery broke. A port that somebody else on this machine opened meanwhile is
  /// looked into and put down as known: the demo must not close a stranger's service.
  private void mendWhatItNames(JsonNode ticket, Instant now) {
    String id = ticket.path("findingId").asString("");
    if (id.isEmpty()) {
      return;
    }
    JsonNode finding = cast.engineer().get("/api/findings/" + id);
    String code = finding.path("code").asString();
    if (code.startsWith("site.")) {
      scenery.siteUp();
    } else if (code.startsWith("tls.")) {
      scenery.renewCertificate(now.minus(Duration.ofHours(1)), CERTIFICATE_LIFE);
    } else if (scenery.isUnknownPort(finding.path("title").asString())) {
      scenery.closeUnknownPort();
    } else {
      cast.manager().post("/api/findings/" + id + "/dismiss", Map.of("reason", "核实为本机已知服务"));
    }
  }

  private void event(JsonNode ticket, String type, String text) {
    cast.engineer()
        .post(
            "/api/tickets/" + ticket.path("id").asString() + "/events",
            Map.of("type", type, "text", text));
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
    if (seen.add(id) && seen.size() == FORGOTTEN) {
      attended.add(id);
    } else if (seen.size() == LATE && putOff.isEmpty()) {
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
