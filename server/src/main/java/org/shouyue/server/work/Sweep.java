package org.shouyue.server.work;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.ObligationMissed;
import org.shouyue.server.agreement.ObligationPerformed;
import org.shouyue.server.agreement.ObligationState;
import org.shouyue.server.agreement.Obligations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Judges windows that have opened and passed: what is watched is proven by its probes, what was
/// never done is missed. Goes by the clock alone, so it makes no difference whether the server ran
/// when the window passed.
@Component
class Sweep implements Timed {
  private static final int AT_ONCE = 500;

  private final Agreements agreements;
  private final Obligations obligations;
  private final MonthlyProof proof;
  private final ApplicationEventPublisher events;

  Sweep(
      Agreements agreements,
      Obligations obligations,
      MonthlyProof proof,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.obligations = obligations;
    this.proof = proof;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return obligations.next(now);
  }

  @Override
  @Transactional
  public void at(Instant now) {
    obligations.open(now);
    agreements.endPassed(now);
    for (Obligation watched : obligations.watchedUntil(now, AT_ONCE)) {
      judge(watched);
    }
    List<Obligation> missed = obligations.miss(now, AT_ONCE);
    for (Obligation obligation : missed) {
      events.publishEvent(
          new ObligationMissed(
              obligation.clientId(), obligation.contractId(), obligation.id(), obligation.dueAt()));
    }
  }

  private void judge(Obligation watched) {
    String shortfall = proof.keep(watched);
    Instant end = watched.dueAt();
    if (shortfall == null) {
      obligations.prove(watched.id(), end.minusMillis(1), "守约");
      events.publishEvent(
          new ObligationPerformed(
              watched.clientId(), watched.contractId(), watched.id(), ObligationState.DONE, end));
    } else {
      obligations.miss(watched.id(), shortfall);
      events.publishEvent(
          new ObligationMissed(watched.clientId(), watched.contractId(), watched.id(), end));
    }
  }
}
