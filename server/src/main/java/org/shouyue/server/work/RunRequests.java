package org.shouyue.server.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.agreement.Way;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Runs that somebody asks for: an obligation now, a retest, an end to one under way.
@Service
public class RunRequests {
  private final Runs runs;
  private final RunQueue queue;
  private final RunEnd end;
  private final Obligations obligations;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  RunRequests(
      Runs runs,
      RunQueue queue,
      RunEnd end,
      Obligations obligations,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.runs = runs;
    this.queue = queue;
    this.end = end;
    this.obligations = obligations;
    this.clock = clock;
    this.events = events;
  }

  /// Something to look at once more.
  ///
  /// @param by who asked
  public record Retest(
      UUID clientId,
      UUID contractId,
      String serviceId,
      org.shouyue.contract.Capability capability,
      UUID assetId,
      UUID findingId,
      String by) {}

  /// Queues a retest.
  ///
  /// @return the run's id
  @Transactional
  public UUID retest(Retest asked) {
    Run run =
        new Run(
            UUID.randomUUID(),
            asked.clientId(),
            asked.contractId(),
            asked.serviceId(),
            asked.capability(),
            asked.assetId(),
            RunKind.RETEST,
            null,
            null,
            asked.findingId(),
            RunState.QUEUED,
            clock.instant(),
            null,
            null,
            0,
            null,
            asked.by());
    queue.add(run);
    return run.id();
  }

  /// Runs an obligation now because somebody asked for it.
  @Transactional
  UUID run(UUID id, String by) {
    Obligation obligation = obligations.find(id);
    if (obligation == null) {
      throw Problem.notFound("obligation", id);
    }
    Instant now = clock.instant();
    UUID asset = runnable(obligation, now);
    if (!obligations.start(id)) {
      throw Problem.conflict(
          "wrong-state",
          "履约事项现为 %s，不能再执行；已完成的无需重做，执行中的请等待其结束".formatted(obligation.state().code()));
    }
    Run run =
        new Run(
            UUID.randomUUID(),
            obligation.clientId(),
            obligation.contractId(),
            obligation.serviceId(),
            obligation.capability(),
            asset,
            RunKind.ASKED,
            id,
            null,
            null,
            RunState.QUEUED,
            now,
            null,
            null,
            0,
            null,
            by);
    queue.add(run);
    events.publishEvent(new Changed(run.clientId(), "run.asked", "obligation/" + id));
    return run.id();
  }

  private static UUID runnable(Obligation obligation, Instant now) {
    UUID asset = obligation.assetId();
    if (obligation.way() != Way.AUTOMATIC || asset == null) {
      throw Problem.conflict(
          "not-automatic",
          obligation.way() == Way.WATCHED ? "持续监测的事项由探测记录证明，不需要单独执行" : "该事项由人完成，请提交成果文件");
    }
    if (now.isBefore(obligation.windowFrom())) {
      throw Problem.conflict("window-not-open", "履约期尚未开始，最早 " + obligation.windowFrom());
    }
    return asset;
  }

  /// Stops a run: at once when it has not begun, otherwise as soon as it notices.
  @Transactional
  void cancel(UUID id, String by) {
    Run run = runs.find(id);
    if (run == null) {
      throw Problem.notFound("run", id);
    }
    if (!runs.askCancel(id, by)) {
      throw Problem.conflict("run-over", "执行已经结束（%s），无法停止".formatted(run.state().code()));
    }
    if (run.state() == RunState.QUEUED) {
      end.record(run, new Outcome.Cancelled(), List.of());
    }
    events.publishEvent(new Changed(run.clientId(), "run.cancelled", "run/" + id));
  }

  /// The run; null when there is none that the caller may see.
  public @Nullable Run find(UUID id) {
    return runs.find(id);
  }
}
