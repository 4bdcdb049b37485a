package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws up monthly reports.
@Service
class MonthlyReports {
  private final Agreements agreements;
  private final Dossiers dossiers;
  private final Reports reports;
  private final Rendering rendering;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  MonthlyReports(
      Agreements agreements,
      Dossiers dossiers,
      Reports reports,
      Rendering rendering,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.dossiers = dossiers;
    this.reports = reports;
    this.rendering = rendering;
    this.clock = clock;
    this.events = events;
  }

  /// The report of one month of a contract, or of the part of it that lies in the term.
  ///
  /// @throws Problem 404 for an unknown contract, 409 for a draft, 400 for a month outside the term
  @Transactional
  Report drawUp(UUID contract, YearMonth month) {
    Agreement agreement = agreements.requireSigned(contract);
    LocalDate from = later(month.atDay(1), agreement.begins());
    LocalDate to = earlier(month.atEndOfMonth(), agreement.ends());
    if (to.isBefore(from)) {
      throw Problem.invalid("period", "lies outside the contract's term");
    }
    String first = Numbers.monthly(agreement, month);
    String number = Numbers.again(first, reports.countLocked(contract, first));
    Dossier dossier =
        dossiers.drawUp(
            new DossierOrder(contract, Dossier.Kind.MONTHLY, number, from, to, false, List.of()));
    Report report =
        new Report(
            UUID.randomUUID(),
            agreement.clientId(),
            contract,
            Dossier.Kind.MONTHLY.code(),
            month.toString(),
            number,
            dossier.contract().title(),
            "contract/" + contract,
            Report.Form.DOSSIER,
            new String(rendering.render(dossier, Format.JSON), StandardCharsets.UTF_8),
            clock.instant(),
            Caller.ifPresent().map(Caller::name).orElse("system"));
    reports.add(report);
    events.publishEvent(
        new Changed(
            report.clientId(),
            "report.drawn-up",
            "report/" + report.id(),
            Map.of("number", number, "period", month.toString())));
    return report;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
