package org.shouyue.server.report;

import java.util.Locale;
import java.util.UUID;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws what a person asks for.
@Service
class ReportOrders {
  private final PeriodicReports periodic;
  private final OccasionReports occasions;
  private final ReportSchedule schedule;

  ReportOrders(PeriodicReports periodic, OccasionReports occasions, ReportSchedule schedule) {
    this.periodic = periodic;
    this.occasions = occasions;
    this.schedule = schedule;
  }

  /// The report of a kind over a period. Where an obligation waits for such a one, sending it will
  /// keep that obligation.
  ///
  /// @throws Problem 400 when kind and period do not fit
  @Transactional
  UUID drawUp(UUID contract, String kind, String label) {
    ReportPeriod period = ReportPeriod.parse(label);
    if (period == null) {
      throw Problem.invalid("period", "must be a month, a quarter or a year");
    }
    if (kind.equals(PaperKind.MAINTENANCE.code())) {
      return occasions.maintenance(contract, period);
    }
    Dossier.Kind which = Dossier.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    if (!ReportPeriod.label(PaperKind.of(kind), period.from()).equals(label)) {
      throw Problem.invalid("period", "is no period of a " + kind + " report");
    }
    Report report =
        periodic.drawUp(
            new PeriodicReports.Order(
                contract, which, label, period.from(), period.to(), Report.State.READY));
    schedule.adopt(report, PaperKind.of(kind), period.from());
    return report.id();
  }

  @Transactional
  UUID fault(UUID ticket) {
    return occasions.fault(ticket);
  }
}
