package org.shouyue.server.acceptance;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.shouyue.evidence.EvidenceException;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.ReportFailure;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Builds packages in the background. A request is kept in the event registry until its package is
/// there, so that a server that dies in between begins again when it comes back.
@Component
class BuildRequests {
  private static final Logger LOG = LoggerFactory.getLogger(BuildRequests.class);

  /// Rendering wants memory: two at a time.
  private final Semaphore places = new Semaphore(2);

  private final Acceptances acceptances;
  private final PackageBuilding building;
  private final BuildLock lock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  BuildRequests(
      Acceptances acceptances,
      PackageBuilding building,
      BuildLock lock,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.acceptances = acceptances;
    this.building = building;
    this.lock = lock;
    this.events = events;
    this.transaction = transaction;
  }

  @Async
  @TransactionalEventListener
  void on(AcceptanceRequested requested) throws InterruptedException {
    places.acquire();
    try {
      TenantScope.of(requested.clientId())
          .run(() -> lock.alone(requested.acceptanceId(), () -> build(requested)));
    } finally {
      places.release();
    }
  }

  private void build(AcceptanceRequested requested) {
    Acceptance draft = acceptances.find(requested.acceptanceId()).orElse(null);
    if (draft == null) {
      return;
    }
    try {
      building.build(draft);
    } catch (RuntimeException failed) {
      // The outer edge of a thread of its own: whatever went wrong, the person who waits is told.
      fail(draft, problem(failed), failed);
    }
  }

  private static String problem(RuntimeException failed) {
    String code =
        switch (failed) {
          case ReportFailure report -> String.valueOf(report.code());
          case Problem problem -> String.valueOf(problem.code());
          case EvidenceException evidence -> String.valueOf(evidence.code());
          default -> "package-not-written";
        };
    return code + ": " + failed.getMessage();
  }

  private void fail(Acceptance draft, String problem, RuntimeException failed) {
    LOG.error("the package of acceptance {} cannot be built", draft.id(), failed);
    transaction.executeWithoutResult(_ -> {
      acceptances.fail(draft.id(), problem);
      events.publishEvent(
          new Changed(
              draft.clientId(),
              "acceptance.failed",
              "acceptance/" + draft.id(),
              Map.of("problem", problem)));
    });
  }
}
