package org.shouyue.server.finding;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.finding.Findings.Entry;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Findings: look at, retest, dismiss.
@RestController
@RequestMapping("/api/findings")
class FindingsController {
  private final JdbcClient jdbc;
  private final Findings findings;
  private final Mending mending;

  FindingsController(JdbcClient jdbc, Findings findings, Mending mending) {
    this.jdbc = jdbc;
    this.findings = findings;
    this.mending = mending;
  }

  /// One finding in a list.
  record FindingItem(
      UUID id,
      UUID clientId,
      UUID contractId,
      String serviceId,
      String capability,
      String code,
      String severity,
      String title,
      String detail,
      String advice,
      FindingState state,
      UUID assetId,
      @Nullable String assetName,
      Instant firstSeen,
      Instant lastSeen,
      int timesSeen,
      int reopened,
      @Nullable Instant fixedAt,
      @Nullable String reason) {}

  @GetMapping
  @AllowedToSignedIn
  Page<FindingItem> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable UUID contract,
      PageRequest request) {
    return new Listing(
            jdbc,
            "f.*, s.name as asset_name",
            "finding f left join asset s on s.id = f.asset_id",
            "f.last_seen desc, f.id")
        .where("f.state = any(string_to_array(:state, ','))", "state", state)
        .where("f.severity = any(string_to_array(:severity, ','))", "severity", severity)
        .where("f.contract_id = :contract", "contract", contract)
        .search("f.title", "f.detail", "s.name")
        .sort("firstSeen", "f.first_seen")
        .sort("lastSeen", "f.last_seen")
        .sort(
            "severity",
            "array_position(array['critical', 'high', 'medium', 'low', 'info'], f.severity)")
        .page(request, FindingsController::item);
  }

  private static FindingItem item(ResultSet row, int number) throws SQLException {
    return item(Findings.row(row, number), row.getString("asset_name"));
  }

  private static FindingItem item(Finding finding, @Nullable String asset) {
    return new FindingItem(
        finding.id(),
        finding.clientId(),
        finding.contractId(),
        finding.serviceId(),
        finding.capability().code(),
        finding.code(),
        finding.severity().code(),
        finding.title(),
        finding.detail(),
        finding.advice(),
        finding.state(),
        finding.assetId(),
        asset,
        finding.firstSeen(),
        finding.lastSeen(),
        finding.timesSeen(),
        finding.reopened(),
        finding.fixedAt(),
        finding.reason());
  }

  /// One finding and what happened to it.
  record FindingPage(@JsonUnwrapped FindingItem finding, List<Entry> history) {}

  @GetMapping("/{id}")
  @AllowedToSignedIn
  FindingPage one(@PathVariable UUID id) {
    Finding finding = findings.get(id);
    if (finding == null) {
      throw Problem.notFound("finding", id);
    }
    String asset =
        jdbc.sql("select name from asset where id = :id")
            .param("id", finding.assetId())
            .query(String.class)
            .optional()
            .orElse(null);
    return new FindingPage(item(finding, asset), findings.history(id));
  }

  /// The run that was begun.
  record Begun(UUID runId) {}

  @PostMapping("/{id}/retest")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  Begun retest(@PathVariable UUID id) {
    return new Begun(mending.retest(id, Caller.current().name()));
  }

  /// Why it is no problem.
  record NewDismissal(String reason) {
    NewDismissal {
      new Checks().text("reason", reason, 2000).done();
    }
  }

  @PostMapping("/{id}/dismiss")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  FindingPage dismiss(@PathVariable UUID id, @RequestBody NewDismissal given) {
    mending.dismiss(id, given.reason(), Caller.current().name());
    return one(id);
  }
}
