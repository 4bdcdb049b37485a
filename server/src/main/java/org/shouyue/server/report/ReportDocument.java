package org.shouyue.server.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.Signable;
import org.shouyue.server.signature.Signable.Matter;
import org.shouyue.server.tenant.Caller;
import org.springframework.stereotype.Component;

/// What people sign of a report: its PDF. A client sees it once it was sent.
@Component
class ReportDocument implements Signable {
  private final Reports reports;
  private final Papers papers;

  ReportDocument(Reports reports, Papers papers) {
    this.reports = reports;
    this.papers = papers;
  }

  @Override
  public @Nullable Document document(String about, boolean pdf) {
    UUID id = Matter.id(about, "report");
    if (id == null) {
      return null;
    }
    Report report =
        reports
            .find(id)
            .filter(one -> one.state().isOpen() || !Caller.current().role().isClients())
            .orElseThrow(() -> Problem.notFound("report", id));
    UUID contract = report.contractId();
    return new Document(
        report.clientId(),
        contract == null ? report.clientId() : contract,
        report.number() + ".pdf",
        papers.write(report, Format.PDF));
  }
}
