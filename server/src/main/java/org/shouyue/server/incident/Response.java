package org.shouyue.server.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketState;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves an incident through its phases and closes it.
@Service
class Response {
  private static final Duration SUMMARY_WITHIN = Duration.ofDays(30);

  private final Incidents incidents;
  private final Actions actions;
  private final ReportingDuties duties;
  private final Timeline timeline;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Response(
      Incidents incidents,
      Actions actions,
      ReportingDuties duties,
      Timeline timeline,
      Tickets tickets,
      TicketDesk desk,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.actions = actions;
    this.duties = duties;
    this.timeline = timeline;
    this.tickets = tickets;
    this.desk = desk;
    this.clock = clock;
    this.events = events;
  }

  /// Moves it to another phase. The next one needs what the present one is for; any other needs a
  /// reason, which stands in the timeline.
  ///
  /// @throws Problem 409 when something is missing, with a sentence that says what
  @Transactional
  void move(UUID id, Phase to, @Nullable String reason) {
    Incident incident = incidents.lockOpen(id);
    if (to == incident.phase()) {
      throw Problem.conflict("wrong-state", "事件已处于该阶段");
    }
    boolean reasoned = reason != null && !reason.isBlank();
    if (to == Phase.CLOSED) {
      refuseUnfinished(incident);
    } else if (!reasoned) {
      refuseOutOfOrder(incident, to);
    }
    Instant now = clock.instant();
    incidents.move(id, to, now);
    timeline.tell(
        incident,
        "阶段：%s → %s%s"
            .formatted(
                incident.phase().chinese(), to.chinese(), reasoned ? "（原因：" + reason + "）" : ""));
    follow(incident, to, now);
    changed(incident, "incident.moved", Map.of("to", to.code(), "from", incident.phase().code()));
  }

  private void refuseOutOfOrder(Incident incident, Phase to) {
    if (!incident.phase().isNext(to)) {
      throw Problem.conflict(
          "phase-out-of-order", "按顺序应为：检测与分析 → 遏制 → 根除 → 恢复 → 事后总结；跳过或退回某一阶段须写明原因");
    }
    boolean acted =
        actions.of(incident.id()).stream()
            .anyMatch(one -> one.stage() == incident.phase() && one.state().equals("done"));
    if (incident.phase() != Phase.ANALYSIS && !acted) {
      throw Problem.conflict(
          "nothing-done", "“%s”阶段还没有完成任何处置；请先完成，或写明为何不需要".formatted(incident.phase().chinese()));
    }
    if (to == Phase.CONTAINMENT && incident.grade() == null) {
      throw Problem.conflict("not-graded", "请先定级，再进入遏制；来不及时请写明原因");
    }
  }

  private void refuseUnfinished(Incident incident) {
    List<String> missing = new ArrayList<>();
    if (incident.phase() != Phase.REVIEW) {
      missing.add("进入事后总结阶段");
    }
    if (incident.grade() == null) {
      missing.add("定级");
    }
    if (!incident.review().complete()) {
      missing.add("填写事故描述、处理及恢复、溯源和经验教训");
    }
    if (incident.reportId() == null) {
      missing.add("生成事件报告");
    }
    if (actions.of(incident.id()).stream().anyMatch(action -> action.state().equals("open"))) {
      missing.add("结束所有处置任务");
    }
    if (incident.confirmedAt() == null) {
      missing.add("甲方确认");
    }
    if (!missing.isEmpty()) {
      throw Problem.conflict("not-finished", "还不能关闭，尚需：" + String.join("、", missing));
    }
  }

  private void follow(Incident incident, Phase to, Instant now) {
    if (to == Phase.REVIEW && incident.grade() != null && incident.grade() != Grade.GENERAL) {
      duties.owe(incident, Operator.Duty.SUMMARY, now.plus(SUMMARY_WITHIN));
    }
    TicketState state = stateOf(incident);
    String by = Caller.current().name();
    if (to == Phase.REVIEW && state != TicketState.RESOLVED && state != TicketState.CLOSED) {
      step(incident, TicketEventType.RESOLVE, by, now);
    } else if (to == Phase.CLOSED && state != TicketState.CLOSED) {
      step(incident, TicketEventType.CLOSE, by, now);
    } else if (to != Phase.CLOSED && to != Phase.REVIEW && state == TicketState.RESOLVED) {
      step(incident, TicketEventType.REOPEN, by, now);
    }
  }

  private void step(Incident incident, TicketEventType type, String by, Instant now) {
    desk.tell(incident.ticketId(), TicketEvent.of(now, type, by, "随事件 " + incident.number()));
  }

  private TicketState stateOf(Incident incident) {
    var ticket = tickets.find(incident.ticketId());
    if (ticket == null) {
      throw Problem.notFound("ticket", incident.ticketId());
    }
    return ticket.state();
  }

  /// Takes what the post-incident report says. What was drawn and confirmed before is to be drawn
  /// and confirmed anew.
  @Transactional
  void review(UUID id, Incident.Review review, @Nullable UUID plan) {
    Incident incident = incidents.lockOpen(id);
    incidents.review(id, review, plan);
    changed(incident, "incident.reviewed", Map.of("complete", review.complete()));
  }

  /// Takes the client's confirmation that the incident may be closed.
  @Transactional
  void confirm(UUID id) {
    Incident incident = incidents.lockOpen(id);
    if (incident.phase() != Phase.REVIEW) {
      throw Problem.conflict("wrong-state", "事件尚在处置，进入事后总结后才能确认");
    }
    String by = Caller.current().name();
    incidents.confirm(id, by, clock.instant());
    timeline.tell(incident, "甲方确认可以关闭");
    changed(incident, "incident.confirmed", Map.of("by", by));
  }

  private void changed(Incident incident, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(incident.clientId(), action, incident.about(), details));
  }
}
