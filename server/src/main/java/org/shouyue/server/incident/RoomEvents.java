package org.shouyue.server.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.FindingFixed;
import org.shouyue.server.finding.FindingOpened;
import org.shouyue.server.finding.FindingRetested;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.work.Outcome;
import org.shouyue.server.work.RunFinished;
import org.shouyue.server.work.RunKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes into the timelines what happens elsewhere in the product: steps of the ticket, findings
/// and runs on the assets concerned, evidence kept, people told. Works inside the transaction of
/// what happened.
@Component
class RoomEvents {
  private static final Map<String, String> STEPS =
      Map.of(
          "ticket.respond", "工单已响应",
          "ticket.arrive", "人员到场",
          "ticket.pause", "工单暂停计时",
          "ticket.resume", "工单恢复计时",
          "ticket.resolve", "工单标记已解决",
          "ticket.reopen", "工单重新打开",
          "ticket.close", "工单关闭");

  private static final Pattern THING = Pattern.compile("(ticket|incident)/([0-9a-f-]{36})");

  private final Incidents incidents;
  private final Timeline timeline;
  private final Words words;
  private final InstantSource clock;

  RoomEvents(Incidents incidents, Timeline timeline, Words words, InstantSource clock) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.words = words;
    this.clock = clock;
  }

  @EventListener
  void on(Changed changed) {
    String step = STEPS.get(changed.action());
    if (step != null) {
      step(changed, step);
    } else if (changed.action().equals("evidence.kept")) {
      String about = String.valueOf(changed.details().get("about"));
      Incident incident = concerned(about);
      if (incident != null) {
        add(
            incident,
            "evidence",
            "证据入链：" + changed.details().get("name"),
            changed.subject(),
            clock.instant());
      }
    }
  }

  private void step(Changed changed, String text) {
    Incident incident = concerned(changed.subject());
    if (incident == null) {
      return;
    }
    Instant now = clock.instant();
    String by = String.valueOf(changed.details().get("by"));
    timeline.add(incident, new Timeline.Line(now, "ticket", text, by, changed.subject()));
    if (changed.action().equals("ticket.respond") || changed.action().equals("ticket.arrive")) {
      incidents.responded(incident.id(), now);
    }
  }

  @EventListener
  void on(NoticeWanted notice) {
    Incident incident = concerned(notice.about());
    if (incident != null) {
      words.add(
          incident,
          new Words.Told(
              clock.instant(),
              receiver(notice.audience()),
              "platform",
              notice.template() + " " + String.join("；", notice.words().values()),
              Timeline.PRODUCT,
              "notice"));
    }
  }

  @EventListener
  void on(FindingOpened opened) {
    tell(opened.finding(), (opened.again() ? "问题复发：" : "发现问题：") + opened.finding().title());
  }

  @EventListener
  void on(FindingFixed fixed) {
    tell(fixed.finding(), "检查证明已修复：" + fixed.finding().title());
  }

  @EventListener
  void on(FindingRetested retested) {
    tell(retested.finding(), "复测：" + retested.note());
  }

  private void tell(Finding finding, String text) {
    for (Incident incident : incidents.openOn(finding.assetId())) {
      add(incident, "finding", text, "finding/" + finding.id(), clock.instant());
    }
  }

  /// Probes of a watch are left out: there are hundreds a day, and what they find is told anyway.
  @EventListener
  void on(RunFinished finished) {
    UUID asset = finished.run().assetId();
    if (finished.run().kind() == RunKind.PROBE) {
      return;
    }
    String outcome = finished.outcome() instanceof Outcome.Completed ? "完成" : "未能完成";
    for (Incident incident : incidents.openOn(asset)) {
      add(
          incident,
          "run",
          "检查 %s %s".formatted(finished.run().capability().code(), outcome),
          "run/" + finished.run().id(),
          finished.at());
    }
  }

  private void add(Incident incident, String source, String text, String about, Instant at) {
    timeline.add(incident, new Timeline.Line(at, source, text, Timeline.PRODUCT, about));
  }

  /// The incident that a thing belongs to; null when it belongs to none.
  private @Nullable Incident concerned(String about) {
    Matcher matcher = THING.matcher(about);
    if (!matcher.matches()) {
      return null;
    }
    UUID id = UUID.fromString(matcher.group(2));
    return matcher.group(1).equals("ticket") ? incidents.ofTicket(id) : incidents.find(id);
  }

  private static String receiver(Audience audience) {
    return switch (audience) {
      case Audience.OnDuty _ -> "值班人员";
      case Audience.OfRole role -> role.role().code();
      case Audience.Persons persons -> persons.ids().size() + " 人";
      case Audience.Outside outside -> outside.name();
    };
  }
}
