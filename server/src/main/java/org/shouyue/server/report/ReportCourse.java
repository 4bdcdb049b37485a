package org.shouyue.server.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a report from its drawing to the client's hands. Sending keeps the file as evidence and
/// closes the obligation that waits for it, in time or late.
@Service
class ReportCourse {
  private final Reports reports;
  private final ReportsDue due;
  private final Papers papers;
  private final Obligations obligations;
  private final Performances performances;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  ReportCourse(
      Reports reports,
      ReportsDue due,
      Papers papers,
      Obligations obligations,
      Performances performances,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.reports = reports;
    this.due = due;
    this.papers = papers;
    this.obligations = obligations;
    this.performances = performances;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// Takes one step for the present caller.
  ///
  /// @throws Problem 404 when there is no such report in scope or the client may not see it yet,
  ///   409 when its state does not allow the step
  @Transactional
  void take(UUID id, Report.Step step, @Nullable String note) {
    Caller caller = Caller.current();
    Report report =
        reports
            .lock(id)
            .filter(one -> one.state().isOpen() || !caller.role().isClients())
            .orElseThrow(() -> Problem.notFound("report", id));
    Report.State next = report.state().after(step);
    if (next == null) {
      throw Problem.conflict("wrong-state", refused(report.state(), step));
    }
    Instant now = clock.instant();
    reports.step(report, next, new Reports.StepTaken(step, now, caller.id(), caller.name(), note));
    switch (step) {
      case SEND -> send(report, now, caller);
      case WITHDRAW -> due.free(id);
      case APPROVE, RECEIVE -> {}
    }
    var details = new HashMap<String, String>(Map.of("number", report.number()));
    if (note != null) {
      details.put("note", note);
    }
    events.publishEvent(
        new Changed(report.clientId(), "report." + step.code(), "report/" + id, details));
  }

  private void send(Report report, Instant now, Caller by) {
    String about = "report/" + report.id();
    UUID owner = report.contractId() == null ? report.clientId() : report.contractId();
    byte[] file = papers.write(report, Format.PDF);
    var _ =
        evidence.keep(
            new NewEvidence(
                report.clientId(),
                owner,
                report.number() + ".pdf",
                Format.PDF.mediaType(),
                file,
                about,
                now));
    perform(report, now, by, about);
    for (Role role : new Role[] {Role.CLIENT_SIGNATORY, Role.CLIENT_READER}) {
      events.publishEvent(
          new NoticeWanted(
              report.clientId(),
              new Audience.OfRole(role),
              Urgency.NORMAL,
              "report-sent",
              Map.of("number", report.number(), "title", report.title()),
              about,
              "report-sent/" + report.id() + "/" + role.code()));
    }
  }

  private void perform(Report report, Instant now, Caller by, String about) {
    UUID id = due.obligation(report.id());
    Obligation obligation = id == null ? null : obligations.find(id);
    if (obligation != null) {
      performances.perform(
          new Performance(
              obligation.contractId(),
              obligation.capability(),
              obligation.serviceId(),
              obligation.id(),
              now,
              by.name(),
              about,
              "已向甲方报送" + report.number()));
    }
  }

  private static String refused(Report.State state, Report.Step step) {
    return switch (step) {
      case APPROVE -> "报告现为 %s，只有草稿或已出具的报告可以批准".formatted(state.code());
      case SEND -> "报告现为 %s，须先由服务经理批准再报送".formatted(state.code());
      case RECEIVE -> "报告现为 %s，只有已报送的报告可以确认收到".formatted(state.code());
      case WITHDRAW -> "报告现为 %s，已报送的报告不能撤回，请另出更正报告".formatted(state.code());
    };
  }
}
