package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
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

/// Draws up the reports over a span of days: weekly, monthly, quarterly, annual.
@Service
class PeriodicReports {
  private final Agreements agreements;
  private final Dossiers dossiers;
  private final Reports reports;
  private final Rendering rendering;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  PeriodicReports(
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

  /// Which report.
  ///
  /// @param label the period as it is listed, `2026-03`
  /// @param from first day
  /// @param to last day, included; cut to the contract's term like `from`
  record Order(
      UUID contract,
      Dossier.Kind kind,
      String label,
      LocalDate from,
      LocalDate to,
      Report.State state) {}

  /// The report of a period of a contract, or of the part of it that lies in the term.
  ///
  /// @throws Problem 404 for an unknown contract, 409 for a draft, 400 for a period outside the
  ///   term
  @Transactional
  Report drawUp(Order order) {
    UUID contract = order.contract();
    Agreement agreement = agreements.requireSigned(contract);
    LocalDate from = later(order.from(), agreement.begins());
    LocalDate to = earlier(order.to(), agreement.ends());
    if (to.isBefore(from)) {
      throw Problem.invalid("period", "lies outside the contract's term");
    }
    String first = Numbers.periodic(agreement, order.kind(), order.label());
    String number = Numbers.again(first, reports.countLocked(contract, first));
    Dossier dossier =
        dossiers.drawUp(
            new DossierOrder(contract, order.kind(), number, from, to, false, List.of()));
    Report report = report(agreement, order, dossier);
    reports.add(report);
    reports.covers(report.id(), from, to);
    events.publishEvent(
        new Changed(
            report.clientId(),
            "report.drawn-up",
            "report/" + report.id(),
            Map.of("number", number, "period", order.label())));
    return report;
  }

  private Report report(Agreement agreement, Order order, Dossier dossier) {
    return new Report(
        UUID.randomUUID(),
        agreement.clientId(),
        agreement.id(),
        order.kind().code(),
        order.label(),
        dossier.number(),
        dossier.contract().title(),
        "contract/" + agreement.id(),
        Report.Form.DOSSIER,
        new String(rendering.render(dossier, Format.JSON), StandardCharsets.UTF_8),
        order.state(),
        clock.instant(),
        Caller.ifPresent().map(Caller::name).orElse("system"));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
