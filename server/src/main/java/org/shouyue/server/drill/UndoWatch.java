package org.shouyue.server.drill;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.drill.inject.Injector;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;

/// Looks every second after what this node's journal holds, by the wall clock: an artefact does not
/// wait for a business clock that may stand still. The first look, at the start, undoes what a
/// killed server left half placed.
@Component
class UndoWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(UndoWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final DrillField field;
  private final Injector injector;
  private final Clients clients;
  private volatile @Nullable ScheduledExecutorService executor;

  UndoWatch(DrillField field, Injector injector, Clients clients) {
    this.field = field;
    this.injector = injector;
    this.clients = clients;
  }

  /// Looks now. Whatever goes wrong is tried again at the next look; the watch itself never ends.
  void look() {
    try {
      injector.standing().forEach(this::tend);
    } catch (UncheckedIOException | JacksonException e) {
      LOG.error("the undo journal cannot be read and will be read again", e);
    }
  }

  private void tend(Injector.Standing standing) {
    try {
      TenantScope.of(standing.client()).run(() -> field.tend(standing));
    } catch (DataAccessException | TransactionException | Problem | UncheckedIOException e) {
      LOG.warn("the artefact {} will be looked after again", standing.id(), e);
    }
  }

  @Override
  public void start() {
    TenantScope.of(clients.everyId()).run(field::reconcile);
    look();
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drill-undo").factory());
    var _ =
        started.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = executor;
    if (running != null) {
      running.shutdownNow();
      executor = null;
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
