package org.shouyue.server.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Begins what has come due: claims obligations and watches, and queues one run for each, in one
/// transaction. Several nodes may dispatch at once; none waits for another's rows.
@Component
class Dispatcher {
  /// How many obligations, and how many watches, one round takes.
  static final int AT_ONCE = 100;

  private final Obligations obligations;
  private final Watches watches;
  private final Capabilities capabilities;
  private final RunQueue queue;
  private final ProbePace pace;

  Dispatcher(
      Obligations obligations,
      Watches watches,
      Capabilities capabilities,
      RunQueue queue,
      ProbePace pace) {
    this.obligations = obligations;
    this.watches = watches;
    this.capabilities = capabilities;
    this.queue = queue;
    this.pace = pace;
  }

  /// One round.
  ///
  /// @return how many runs it queued; fewer than [#AT_ONCE] when nothing is left for another round
  @Transactional
  int dispatch(Instant now) {
    List<Run> due = new ArrayList<>();
    for (Obligation obligation : obligations.claim(now, AT_ONCE)) {
      due.add(scheduled(obligation, now));
    }
    for (Watch watch : watches.due(now, AT_ONCE)) {
      watches.lookAgain(watch.id(), watch.nextAfter(now, step(watch)));
      due.add(probe(watch, now));
    }
    queue.addAll(due);
    return due.size();
  }

  /// The next instant at which there is something to begin; null when there is none.
  @Nullable Instant next() {
    return watches.next();
  }

  private Duration step(Watch watch) {
    Capability capability = capabilities.find(watch.capability());
    return capability == null ? Duration.ofDays(1) : pace.of(capability.steps().whileUp());
  }

  private static Run scheduled(Obligation obligation, Instant now) {
    UUID asset = obligation.assetId();
    if (asset == null) {
      throw new IllegalStateException("automatic obligation without an asset: " + obligation.id());
    }
    return new Run(
        UUID.randomUUID(),
        obligation.clientId(),
        obligation.contractId(),
        obligation.serviceId(),
        obligation.capability(),
        asset,
        RunKind.SCHEDULED,
        obligation.id(),
        null,
        null,
        RunState.QUEUED,
        now,
        null,
        null,
        0,
        null,
        null);
  }

  private Run probe(Watch watch, Instant now) {
    return new Run(
        UUID.randomUUID(),
        watch.clientId(),
        watch.contractId(),
        watch.serviceId(),
        watch.capability(),
        watch.assetId(),
        RunKind.PROBE,
        obligations.watchedAt(watch.contractId(), watch.serviceId(), watch.assetId(), now),
        watch.id(),
        null,
        RunState.QUEUED,
        now,
        null,
        null,
        0,
        null,
        null);
  }
}
