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
import org.springframework.transaction.support.TransactionTemplate;

/// Judges windows that have opened and passed: what is watched is proven by its probes, what was
/// never done is missed. Goes by the clock alone, so it makes no difference whether the server ran
/// when the window passed.
@Component
class Sweep implements Timed {
  private static final int AT_ONCE = 500;

  private final Agreements agreements;
  private final Obligations obligations;
  private final MonthlyProof proof;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Sweep(
      Agreements agreements,
      Obligations obligations,
      MonthlyProof proof,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.obligations = obligations;
    this.proof = proof;
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return obligations.next(now);
  }

  /// Each window passed is judged in a transaction of its own: none holds the chains of several
  /// contracts, and what a crash interrupts is judged by the next sweep.
  @Override
  public void at(Instant now) {
    transaction.executeWithoutResult(_ -> {
      obligations.open(now);
      agreements.endPassed(now);
    });
    while (Boolean.TRUE.equals(transaction.execute(_ -> judgeNext(now)))) {
      // one after the other
    }
    while (missed(now) >= AT_ONCE) {
      // a server that was away for long has more to tell than one round takes
    }
  }

  private boolean judgeNext(Instant now) {
    List<Obligation> passed = obligations.watchedUntil(now, 1);
    passed.forEach(this::judge);
    return !passed.isEmpty();
  }

  private int missed(Instant now) {
    Integer count =
        transaction.execute(_ -> {
          List<Obligation> missed = obligations.miss(now, AT_ONCE);
          missed.forEach(this::tell);
          return missed.size();
        });
    return count == null ? 0 : count;
  }

  private void tell(Obligation missed) {
    events.publishEvent(
        new ObligationMissed(missed.clientId(), missed.contractId(), missed.id(), missed.dueAt()));
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
      tell(watched);
    }
  }
}
