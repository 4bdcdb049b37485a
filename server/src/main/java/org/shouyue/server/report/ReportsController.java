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
  private final Rendering rendering;

  ReportsController(Reports reports, MonthlyReports monthly, Rendering rendering) {
    this.reports = reports;
    this.monthly = monthly;
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
      UUID contractId,
      String contractTitle,
      String kind,
      String period,
      String number,
      String state,
      Instant createdAt,
      String createdBy,
      Tally tally) {}

  @GetMapping
  @AllowedToSignedIn
  Page<Reports.Line> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String kind,
      PageRequest request) {
    return reports.page(contract, kind, request);
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
    Format format = format(name);
    Dossier dossier = dossier(require(id));
    return FileAnswer.of(
        dossier.number() + "." + format.extension(), rendering.render(dossier, format));
  }

  private Report require(UUID id) {
    return reports.find(id).orElseThrow(() -> Problem.notFound("report", id));
  }

  private Dossier dossier(Report report) {
    return rendering.read(report.dossier().getBytes(StandardCharsets.UTF_8));
  }

  private ReportView view(Report report) {
    Dossier dossier = dossier(report);
    return new ReportView(
        report.id(),
        report.clientId(),
        report.contractId(),
        dossier.contract().title(),
        report.kind(),
        report.period(),
        report.number(),
        "ready",
        report.createdAt(),
        report.createdBy(),
        dossier.tally());
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
