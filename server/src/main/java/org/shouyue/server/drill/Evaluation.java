package org.shouyue.server.drill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do while a drill runs and after it: tick steps, report what they saw, sum up, open
/// tickets for what is to become better, close. A closed drill keeps the contract's promise of one.
@Service
class Evaluation {
  private final DrillRows rows;
  private final Placements placements;
  private final DrillPaper paper;
  private final Performances performances;
  private final TicketDesk desk;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Evaluation(
      DrillRows rows,
      Placements placements,
      DrillPaper paper,
      Performances performances,
      TicketDesk desk,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.placements = placements;
    this.paper = paper;
    this.performances = performances;
    this.desk = desk;
    this.clock = clock;
    this.events = events;
  }

  @Transactional
  void tick(UUID id, int n, String note) {
    Drill drill = inState(id, DrillState.RUNNING);
    if (!rows.tick(id, n, note, Caller.current().name(), clock.instant())) {
      throw Problem.conflict("already-ticked", "该步骤已完成，或没有这一步");
    }
    changed(drill, "drill.ticked", Map.of("step", n));
  }

  /// Takes a person's report that they noticed an artefact.
  @Transactional
  void noticed(UUID id, UUID artefact, String how) {
    Drill drill = inState(id, DrillState.RUNNING);
    boolean known = placements.of(id).stream().anyMatch(one -> one.id().equals(artefact));
    if (!known) {
      throw Problem.notFound("artefact", artefact);
    }
    Instant now = clock.instant();
    String by = Caller.current().name() + (how.isBlank() ? "" : "：" + how);
    if (!placements.noticedByPeople(artefact, now, by)) {
      throw Problem.conflict("already-noticed", "已有人报告过，或尚未注入");
    }
    changed(drill, "drill.noticed", Map.of("artefact", artefact, "by", by));
  }

  @Transactional
  void sumUp(UUID id, String summary, List<String> improvements) {
    Drill drill = inState(id, DrillState.ENDED);
    rows.summed(drill, summary, improvements);
    changed(drill, "drill.summed-up", Map.of("improvements", improvements.size()));
  }

  @Transactional
  void ticket(UUID id, int n) {
    Drill drill = inState(id, DrillState.ENDED);
    DrillRows.Improvement improvement =
        rows.improvements(id).stream()
            .filter(one -> one.n() == n)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("improvement", n));
    if (improvement.ticketId() != null) {
      throw Problem.conflict("already-there", "这项改进已有工单");
    }
    String title = improvement.text().lines().findFirst().orElse("演练改进");
    Ticket ticket =
        desk.open(
            new TicketMatter(
                drill.contractId(),
                TicketKind.RECTIFICATION,
                Severity.MEDIUM,
                title.length() > 200 ? title.substring(0, 200) : title,
                improvement.text() + "\n来源：应急演练 " + drill.number(),
                null,
                null,
                null),
            Caller.current().name(),
            clock.instant());
    rows.ticketed(id, n, ticket.id());
  }

  /// Closes a drill that is summed up: draws its report and closes the obligation that waited for
  /// it. One that was refused, or broken off before anything happened, fulfils none.
  @Transactional
  void close(UUID id) {
    Drill drill = inState(id, DrillState.ENDED);
    if (drill.summary().isBlank()) {
      throw Problem.conflict("not-summed-up", "请先填写演练总结，再关闭");
    }
    boolean left =
        placements.of(id).stream()
            .anyMatch(one -> one.state().equals("placed") || one.state().equals("placing"));
    if (left) {
      throw Problem.conflict("not-undone", "还有注入物没有撤销，请稍候");
    }
    UUID report = paper.draw(drill);
    rows.closed(id, report, fulfilled(drill), clock.instant());
    changed(drill, "drill.closed", Map.of("number", drill.number()));
  }

  private @Nullable UUID fulfilled(Drill drill) {
    Instant started = drill.startedAt();
    String how = drill.endedHow();
    if (started == null || how == null || how.equals("refused") || how.equals("aborted")) {
      return null;
    }
    return performances.perform(
        Performance.of(
            drill.contractId(),
            Capability.DRILL,
            started,
            Caller.current().name(),
            drill.about(),
            "开展应急演练 %s：%s".formatted(drill.number(), drill.title())));
  }

  private Drill inState(UUID id, DrillState state) {
    Drill drill = rows.lock(id);
    if (drill.state() != state) {
      throw Problem.conflict("wrong-state", "演练现为 %s，不能这样做".formatted(drill.state().code()));
    }
    return drill;
  }

  private void changed(Drill drill, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(drill.clientId(), action, drill.about(), details));
  }
}
