package org.shouyue.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceItem;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.ObligationMissed;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.report.ReportsDue.Waiting;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Draws the reports that contracts date, some days before their deadlines, and reminds of those
/// that are still not sent on the last day but one. A report covers the days since the one before
/// it, so that none is left out.
@Component
class ReportSchedule implements Timed {
  private static final Duration REMINDED_AHEAD = Duration.ofDays(1);
  private static final Duration LOOK_AHEAD = Duration.ofDays(400);

  private final ReportsDue due;
  private final Reports reports;
  private final PeriodicReports periodic;
  private final Agreements agreements;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  ReportSchedule(
      ReportsDue due,
      Reports reports,
      PeriodicReports periodic,
      Agreements agreements,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.due = due;
    this.reports = reports;
    this.periodic = periodic;
    this.agreements = agreements;
    this.events = events;
    this.transaction = transaction;
  }

  @Override
  public @Nullable Instant next(Instant now) {
    Instant next = null;
    for (Waiting one : open(now, now.plus(LOOK_AHEAD))) {
      Instant begin = opens(one);
      if (begin.isAfter(now)) {
        next = earlier(next, begin);
      }
      Instant remind = one.due().minus(REMINDED_AHEAD);
      if (remind.isAfter(now)) {
        next = earlier(next, remind);
      }
    }
    return next;
  }

  @Override
  public void at(Instant now) {
    for (Waiting one : open(now, now)) {
      if (one.report() == null && !opens(one).isAfter(now)) {
        transaction.executeWithoutResult(_ -> draw(one, now));
      }
      if (one.reminded() == null && !one.due().minus(REMINDED_AHEAD).isAfter(now)) {
        transaction.executeWithoutResult(_ -> remind(one, now));
      }
    }
  }

  /// What was not sent in time is told at once; it can still be sent late.
  @EventListener
  void on(ObligationMissed missed) {
    Waiting one = due.find(missed.obligationId());
    if (one == null || sent(one)) {
      return;
    }
    Agreement agreement = agreements.requireSigned(one.contract());
    if (kind(agreement, one) != null) {
      tell(
          one.client(),
          "report-missed",
          Map.of(
              "title",
              title(agreement, one),
              "due",
              agreements.calendar(agreement).dateOf(one.due().minusMillis(1)).toString()),
          "obligation/" + one.obligation());
    }
  }

  /// Gives a report that a person drew to the obligation that waits for such a one in its period.
  void adopt(Report report, PaperKind kind, LocalDate day) {
    UUID contract = report.contractId();
    if (contract == null) {
      return;
    }
    Agreement agreement = agreements.requireSigned(contract);
    Instant at = day.atStartOfDay(zone(agreement)).toInstant();
    due.unserved(contract, at).stream()
        .filter(one -> kind == kind(agreement, one))
        .findFirst()
        .filter(due::claim)
        .ifPresent(one -> due.serve(one.obligation(), report.id()));
  }

  private List<Waiting> open(Instant now, Instant until) {
    return transaction.execute(_ -> due.open(now, until));
  }

  private void draw(Waiting one, Instant now) {
    Agreement agreement = agreements.requireSigned(one.contract());
    Dossier.@Nullable Kind kind = periodic(kind(agreement, one));
    ZoneId zone = zone(agreement);
    LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
    LocalDate from = from(agreement, one);
    if (kind == null || yesterday.isBefore(from) || !due.claim(one)) {
      return;
    }
    LocalDate deadline = LocalDate.ofInstant(one.due(), zone).minusDays(1);
    String label = ReportPeriod.label(PaperKind.of(kind.code()), deadline);
    Report report =
        periodic.drawUp(
            new PeriodicReports.Order(
                one.contract(), kind, label, from, yesterday, Report.State.DRAFT));
    due.serve(one.obligation(), report.id());
    tell(
        report.clientId(),
        "report-drafted",
        Map.of("number", report.number(), "deadline", deadline.toString()),
        "report/" + report.id());
  }

  private void remind(Waiting one, Instant now) {
    Agreement agreement = agreements.requireSigned(one.contract());
    PaperKind kind = kind(agreement, one);
    if (kind == null || kind == PaperKind.FAULT || sent(one) || !due.remind(one, now)) {
      return;
    }
    LocalDate deadline = LocalDate.ofInstant(one.due(), zone(agreement)).minusDays(1);
    tell(
        one.client(),
        "report-due",
        Map.of("title", title(agreement, one), "deadline", deadline.toString()),
        "obligation/" + one.obligation());
  }

  private void tell(UUID client, String template, Map<String, String> words, String about) {
    events.publishEvent(
        new NoticeWanted(
            client,
            new Audience.OfRole(Role.PROVIDER_MANAGER),
            Urgency.NORMAL,
            template,
            words,
            about,
            template + "/" + about));
  }

  private boolean sent(Waiting one) {
    UUID id = one.report();
    return id != null
        && reports
            .find(id)
            .filter(report ->
                report.state() == Report.State.SENT || report.state() == Report.State.RECEIVED)
            .isPresent();
  }

  private LocalDate from(Agreement agreement, Waiting one) {
    LocalDate covered = due.coveredUntil(one.contract(), one.service());
    return covered == null ? agreement.begins() : covered.plusDays(1);
  }

  private static Instant opens(Waiting one) {
    return one.drawAt().isBefore(one.from()) ? one.from() : one.drawAt();
  }

  private ZoneId zone(Agreement agreement) {
    return agreements.calendar(agreement).zone();
  }

  private static @Nullable PaperKind kind(Agreement agreement, Waiting one) {
    return agreement.contract().services().stream()
        .filter(item -> item.id().equals(one.service()))
        .findFirst()
        .map(ReportChoice::of)
        .orElse(null);
  }

  private static String title(Agreement agreement, Waiting one) {
    return agreement.contract().services().stream()
        .filter(item -> item.id().equals(one.service()))
        .findFirst()
        .map(ServiceItem::title)
        .orElse(one.service());
  }

  /// The dossier that a kind of report is; null when it is another sort of paper.
  private static Dossier.@Nullable Kind periodic(@Nullable PaperKind kind) {
    return switch (kind) {
      case WEEKLY -> Dossier.Kind.WEEKLY;
      case MONTHLY -> Dossier.Kind.MONTHLY;
      case QUARTERLY -> Dossier.Kind.QUARTERLY;
      case ANNUAL -> Dossier.Kind.ANNUAL;
      case SUMMARY -> Dossier.Kind.SUMMARY;
      case null, default -> null;
    };
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }
}
