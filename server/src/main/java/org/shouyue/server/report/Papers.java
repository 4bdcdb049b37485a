package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.clock.ServerClock;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws documents about occasions of every room. What a paper says is kept; its files are written
/// from that each time, and the same paper always makes the same bytes.
@Service
public class Papers {
  private final Reports reports;
  private final Rendering rendering;
  private final Templates templates;
  private final Agreements agreements;
  private final Clients clients;
  private final ServerClock clock;
  private final ApplicationEventPublisher events;

  Papers(
      Reports reports,
      Rendering rendering,
      Templates templates,
      Agreements agreements,
      Clients clients,
      ServerClock clock,
      ApplicationEventPublisher events) {
    this.reports = reports;
    this.rendering = rendering;
    this.templates = templates;
    this.agreements = agreements;
    this.clients = clients;
    this.clock = clock;
    this.events = events;
  }

  /// A written file.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record PaperFile(String name, byte[] content) {}

  /// Keeps a paper in the caller's transaction, gives it a number, and returns its id. It is listed
  /// and read at `/api/reports`.
  ///
  /// @throws Problem 404 for a client or contract out of scope, 400 for another client's contract
  @Transactional
  public UUID draw(Paper paper) {
    Client client =
        clients
            .find(paper.clientId())
            .orElseThrow(() -> Problem.notFound("client", paper.clientId()));
    @Nullable Agreement agreement = agreement(paper);
    Instant now = clock.instant();
    String first = Numbers.paper(paper, agreement, YearMonth.from(now.atZone(client.zone())));
    UUID owner = agreement == null ? client.id() : agreement.id();
    String number = Numbers.again(first, reports.countLocked(owner, first));
    var drawn =
        new DrawnPaper(
            number,
            now,
            client.zone(),
            client.name(),
            agreement == null ? null : title(agreement),
            clock.replayed(),
            paper);
    return keep(drawn).id();
  }

  /// A kept paper or report in one format; for those who attach it to something else.
  ///
  /// @throws Problem 404 when there is none in scope
  @Transactional(readOnly = true)
  public PaperFile file(UUID id, Format format) {
    Report report = reports.find(id).orElseThrow(() -> Problem.notFound("report", id));
    return new PaperFile(report.number() + "." + format.extension(), write(report, format));
  }

  byte[] write(Report report, Format format) {
    byte[] content = report.content().getBytes(StandardCharsets.UTF_8);
    byte[] own = format == Format.DOCX ? templates.own(report.clientId(), report.kind()) : null;
    return switch (report.form()) {
      case DOSSIER -> {
        Dossier dossier = rendering.read(content);
        yield own == null ? rendering.render(dossier, format) : rendering.docx(dossier, own);
      }
      case PAPER -> {
        DrawnPaper drawn = rendering.readPaper(content);
        yield own == null ? rendering.render(drawn, format) : rendering.docx(drawn, own);
      }
    };
  }

  private Report keep(DrawnPaper drawn) {
    Paper paper = drawn.paper();
    Report report =
        new Report(
            UUID.randomUUID(),
            paper.clientId(),
            paper.contractId(),
            paper.kind(),
            paper.period(),
            drawn.number(),
            paper.title(),
            paper.about(),
            Report.Form.PAPER,
            new String(rendering.render(drawn, Format.JSON), StandardCharsets.UTF_8),
            Report.State.READY,
            drawn.issuedAt(),
            Caller.ifPresent().map(Caller::name).orElse("system"));
    reports.add(report);
    events.publishEvent(
        new Changed(
            report.clientId(),
            "report.drawn-up",
            "report/" + report.id(),
            Map.of("number", drawn.number(), "kind", paper.kind(), "about", paper.about())));
    return report;
  }

  private @Nullable Agreement agreement(Paper paper) {
    UUID id = paper.contractId();
    if (id == null) {
      return null;
    }
    Agreement agreement = agreements.require(id);
    if (!agreement.clientId().equals(paper.clientId())) {
      throw Problem.invalid("contractId", "is another client's contract");
    }
    return agreement;
  }

  private static String title(Agreement agreement) {
    String title = agreement.contract().title();
    return title == null ? agreement.documentName() : title;
  }
}
