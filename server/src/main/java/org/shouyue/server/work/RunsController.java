package org.shouyue.server.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Runs: look at, ask for, stop.
@RestController
@RequestMapping("/api")
class RunsController {
  private final JdbcClient jdbc;
  private final RunRequests requests;

  RunsController(JdbcClient jdbc, RunRequests requests) {
    this.jdbc = jdbc;
    this.requests = requests;
  }

  /// How far a run is.
  record Progress(int done, int total, @Nullable String message) {}

  /// One run.
  record RunItem(
      UUID id,
      UUID clientId,
      UUID contractId,
      String serviceId,
      String capability,
      RunKind kind,
      RunState state,
      UUID assetId,
      @Nullable String assetName,
      @Nullable UUID obligationId,
      @Nullable UUID findingId,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int begun,
      int found,
      @Nullable String reason,
      Progress progress,
      List<String> log) {}

  @GetMapping("/runs")
  @AllowedToSignedIn
  Page<RunItem> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String capability,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable UUID obligation,
      PageRequest request) {
    return listing()
        .where("r.state = any(string_to_array(:state, ','))", "state", state)
        .where("r.capability = :capability", "capability", capability)
        .where("r.contract_id = :contract", "contract", contract)
        .where("r.obligation_id = :obligation", "obligation", obligation)
        .page(request, RunsController::item);
  }

  @GetMapping("/runs/{id}")
  @AllowedToSignedIn
  RunItem one(@PathVariable UUID id) {
    return listing()
        .where("r.id = :id", "id", id)
        .page(new PageRequest(0, 1, null, null), RunsController::item)
        .items()
        .stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("run", id));
  }

  private Listing listing() {
    return new Listing(
            jdbc,
            "r.*, s.name as asset_name",
            "run r left join asset s on s.id = r.asset_id",
            "r.queued_at desc, r.id")
        .search("s.name", "r.capability", "r.reason")
        .sort("queuedAt", "r.queued_at")
        .sort("finishedAt", "r.finished_at")
        .sort("state", "r.state");
  }

  private static RunItem item(ResultSet row, int number) throws SQLException {
    Run run = Runs.row(row, number);
    return new RunItem(
        run.id(),
        run.clientId(),
        run.contractId(),
        run.serviceId(),
        run.capability().code(),
        run.kind(),
        run.state(),
        run.assetId(),
        row.getString("asset_name"),
        run.obligationId(),
        run.findingId(),
        run.queuedAt(),
        run.startedAt(),
        run.finishedAt(),
        run.begun(),
        row.getInt("found"),
        run.reason(),
        new Progress(
            row.getInt("progress_done"), row.getInt("progress_total"), row.getString("message")),
        Sql.texts(row, "log"));
  }

  @PostMapping("/runs/{id}/cancel")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RunItem cancel(@PathVariable UUID id) {
    requests.cancel(id, Caller.current().name());
    return one(id);
  }

  @PostMapping("/obligations/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RunItem run(@PathVariable UUID id) {
    return one(requests.run(id, Caller.current().name()));
  }
}
