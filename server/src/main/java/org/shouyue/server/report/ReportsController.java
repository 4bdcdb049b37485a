package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.FileAnswer;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports")
final class ReportsController {
  private static final Set<String> PERIODIC = Set.of("monthly", "quarterly", "annual");
  private static final int LONGEST_REASON = 1_000;

  private final Reports reports;
  private final ReportOrders orders;
  private final ReportCourse course;
  private final Papers papers;
  private final Rendering rendering;
  private final ExportGate gate;

  ReportsController(
      Reports reports,
      ReportOrders orders,
      ReportCourse course,
      Papers papers,
      Rendering rendering,
      ExportGate gate) {
    this.reports = reports;
    this.orders = orders;
    this.course = course;
    this.papers = papers;
    this.rendering = rendering;
    this.gate = gate;
  }

  record NewReport(UUID contractId, String kind, String period) {
    NewReport {
      new Checks()
          .present("contractId", contractId)
          .that(
              kind != null && (PERIODIC.contains(kind) || kind.equals("maintenance")),
              "kind",
              "must be monthly, quarterly, annual or maintenance")
          .that(
              period != null && ReportPeriod.parse(period) != null,
              "period",
              "must be a month as 2026-03, a quarter as 2026-Q1 or a year")
          .done();
    }
  }

  record FaultAsked(UUID ticketId) {
    FaultAsked {
      new Checks().present("ticketId", ticketId).done();
    }
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, LONGEST_REASON).done();
    }
  }

  record ReportView(
      UUID id,
      UUID clientId,
      @Nullable UUID contractId,
      @Nullable String contractTitle,
      String kind,
      String period,
      String number,
      String title,
      String about,
      Report.State state,
      Instant createdAt,
      String createdBy,
      @Nullable Tally tally,
      List<Reports.StepTaken> steps) {}

  @GetMapping
  @AllowedToSignedIn
  Page<Reports.Line> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return reports.page(new Reports.Wanted(contract, kind, about, state, ofClient()), request);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ReportView drawUp(@RequestBody NewReport given) {
    return one(orders.drawUp(given.contractId(), given.kind(), given.period()));
  }

  @PostMapping("/faults")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ReportView fault(@RequestBody FaultAsked given) {
    return one(orders.fault(given.ticketId()));
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  ReportView one(@PathVariable UUID id) {
    return view(require(id));
  }

  @GetMapping("/{id}/file")
  @AllowedToSignedIn
  ResponseEntity<byte[]> file(@PathVariable UUID id, @RequestParam("as") String name) {
    Report report = require(id);
    Format format = format(name);
    Outgoing written =
        Outgoing.written(report.clientId(), report.number() + "." + format.extension());
    return FileAnswer.of(
        gate.file(
            format == Format.HTML ? written.onPage() : written, papers.write(report, format)));
  }

  @PostMapping("/{id}/approve")
  @AllowedTo(Role.PROVIDER_MANAGER)
  ReportView approve(@PathVariable UUID id) {
    course.take(id, Report.Step.APPROVE, null);
    return one(id);
  }

  @PostMapping("/{id}/send")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ReportView send(@PathVariable UUID id) {
    course.take(id, Report.Step.SEND, null);
    return one(id);
  }

  @PostMapping("/{id}/receive")
  @AllowedTo({Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  ReportView receive(@PathVariable UUID id) {
    course.take(id, Report.Step.RECEIVE, null);
    return one(id);
  }

  @PostMapping("/{id}/withdraw")
  @AllowedTo(Role.PROVIDER_MANAGER)
  ReportView withdraw(@PathVariable UUID id, @RequestBody Reason given) {
    course.take(id, Report.Step.WITHDRAW, given.reason().strip());
    return one(id);
  }

  private Report require(UUID id) {
    return reports
        .find(id)
        .filter(report -> report.state().isOpen() || !ofClient())
        .orElseThrow(() -> Problem.notFound("report", id));
  }

  private static boolean ofClient() {
    return Caller.ifPresent().filter(caller -> caller.role().isClients()).isPresent();
  }

  private ReportView view(Report report) {
    byte[] content = report.content().getBytes(StandardCharsets.UTF_8);
    return switch (report.form()) {
      case DOSSIER -> {
        Dossier dossier = rendering.read(content);
        yield view(report, dossier.contract().title(), dossier.tally());
      }
      case PAPER -> view(report, rendering.readPaper(content).contract(), null);
    };
  }

  private ReportView view(Report report, @Nullable String contractTitle, @Nullable Tally tally) {
    return new ReportView(
        report.id(),
        report.clientId(),
        report.contractId(),
        contractTitle,
        report.kind(),
        report.period(),
        report.number(),
        report.title(),
        report.about(),
        report.state(),
        report.createdAt(),
        report.createdBy(),
        tally,
        reports.steps(report.id()));
  }

  private static Format format(String name) {
    try {
      return Format.of(name);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("as", String.valueOf(unknown.getMessage()));
    }
  }
}
