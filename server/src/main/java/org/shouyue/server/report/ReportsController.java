package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
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
  private final Reports reports;
  private final MonthlyReports monthly;
  private final Papers papers;
  private final Rendering rendering;

  ReportsController(Reports reports, MonthlyReports monthly, Papers papers, Rendering rendering) {
    this.reports = reports;
    this.monthly = monthly;
    this.papers = papers;
    this.rendering = rendering;
  }

  record NewReport(UUID contractId, String kind, String period) {
    NewReport {
      new Checks()
          .present("contractId", contractId)
          .that("monthly".equals(kind), "kind", "must be monthly")
          .that(month(period) != null, "period", "must be a month as 2026-03")
          .done();
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
      String state,
      Instant createdAt,
      String createdBy,
      @Nullable Tally tally) {}

  @GetMapping
  @AllowedToSignedIn
  Page<Reports.Line> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String about,
      PageRequest request) {
    return reports.page(new Reports.Wanted(contract, kind, about), request);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ReportView drawUp(@RequestBody NewReport given) {
    return view(monthly.drawUp(given.contractId(), YearMonth.parse(given.period())));
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
    return FileAnswer.of(report.number() + "." + format.extension(), papers.write(report, format));
  }

  private Report require(UUID id) {
    return reports.find(id).orElseThrow(() -> Problem.notFound("report", id));
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

  private static ReportView view(
      Report report, @Nullable String contractTitle, @Nullable Tally tally) {
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
        "ready",
        report.createdAt(),
        report.createdBy(),
        tally);
  }

  private static Format format(String name) {
    try {
      return Format.of(name);
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("as", String.valueOf(unknown.getMessage()));
    }
  }

  private static @Nullable YearMonth month(@Nullable String text) {
    try {
      return text == null ? null : YearMonth.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
