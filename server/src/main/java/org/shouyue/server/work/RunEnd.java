package org.shouyue.server.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.ObligationPerformed;
import org.shouyue.server.agreement.ObligationState;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.work.Outcome.Cancelled;
import org.shouyue.server.work.Outcome.Completed;
import org.shouyue.server.work.Outcome.Measure;
import org.shouyue.server.work.Outcome.Unable;
import org.shouyue.server.work.RunEvidence.Stored;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Records what a run came to: its end, evidence, obligation, measurement and findings, all in one
/// transaction. A run that two nodes began ends once: the second finds it over and writes nothing.
@Component
class RunEnd {
  private static final String PRODUCT = "守约";

  private final Runs runs;
  private final Obligations obligations;
  private final Watches watches;
  private final ProbeLog probes;
  private final Memories memories;
  private final RunEvidence evidence;
  private final Capabilities capabilities;
  private final ProbePace pace;
  private final InstantSource clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  RunEnd(
      Runs runs,
      Obligations obligations,
      Watches watches,
      ProbeLog probes,
      Memories memories,
      RunEvidence evidence,
      Capabilities capabilities,
      ProbePace pace,
      InstantSource clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.runs = runs;
    this.obligations = obligations;
    this.watches = watches;
    this.probes = probes;
    this.memories = memories;
    this.evidence = evidence;
    this.capabilities = capabilities;
    this.pace = pace;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /// Ends a run; does nothing when it is over already. Proofs go to disk before the transaction
  /// begins, and into the contract's chain as its last act: nobody waits for a slow disk.
  void record(Run run, Outcome outcome, List<String> log) {
    List<Stored> proofs =
        outcome instanceof Completed completed && saysSomethingNew(run, completed)
            ? evidence.store(completed.proofs())
            : List.of();
    transaction.executeWithoutResult(_ -> record(run, outcome, log, proofs));
  }

  private void record(Run run, Outcome outcome, List<String> log, List<Stored> proofs) {
    Instant now = clock.instant();
    if (!ended(run, outcome, now, log)) {
      return;
    }
    switch (outcome) {
      case Completed completed -> completed(run, completed, now);
      case Unable unable -> unable(run, unable, now);
      case Cancelled _ -> cancelled(run, now);
    }
    events.publishEvent(new RunFinished(run, outcome, now));
    evidence.keep(run, proofs, now);
  }

  /// One look at something watched leaves evidence when it says something else than the last one;
  /// one look at a time is under way, so that there is one last one.
  private boolean saysSomethingNew(Run run, Completed outcome) {
    if (run.watchId() == null) {
      return true;
    }
    Watch watch = watches.find(run.watchId());
    return watch != null && !verdict(outcome).equals(watch.lastVerdict());
  }

  private boolean ended(Run run, Outcome outcome, Instant now, List<String> log) {
    return switch (outcome) {
      case Completed completed ->
          runs.end(run.id(), RunState.DONE, now, null, completed.found().size(), log);
      case Unable unable -> runs.end(run.id(), RunState.UNABLE, now, unable.reason(), 0, log);
      case Cancelled _ ->
          runs.end(run.id(), RunState.CANCELLED, now, runs.cancelAskedBy(run.id()), 0, log);
    };
  }

  private void completed(Run run, Completed outcome, Instant now) {
    UUID obligation = run.obligationId();
    if (run.watchId() != null) {
      looked(run, run.watchId(), outcome, now);
    } else if (obligation != null) {
      performed(run, obligation, now);
    }
    if (outcome.memory() != null) {
      memories.keep(run, outcome.memory(), now);
    }
  }

  private void performed(Run run, UUID obligation, Instant now) {
    String by = run.askedBy() == null ? PRODUCT : run.askedBy();
    ObligationState state = obligations.perform(obligation, now, by);
    if (state != null) {
      events.publishEvent(
          new ObligationPerformed(run.clientId(), run.contractId(), obligation, state, now));
    }
  }

  private void looked(Run run, UUID id, Completed outcome, Instant now) {
    Watch watch = watches.find(id);
    if (watch == null) {
      return;
    }
    Measure measure = outcome.measure();
    boolean up = measure == null || measure.up();
    int millis = measure == null ? 0 : measure.millis();
    String note = measure == null ? outcome.found().size() + " 项问题" : measure.note();
    probes.add(run.id(), id, run.clientId(), new Probe(now, up, millis, note));
    watches.saw(id, verdict(outcome));
    if (!up) {
      lookSooner(watch, now);
    }
  }

  private static String verdict(Completed outcome) {
    boolean up = outcome.measure() == null || outcome.measure().up();
    return outcome.found().stream()
        .map(found -> found.code() + "/" + found.key())
        .sorted()
        .collect(Collectors.joining(" ", up ? "up " : "down ", ""));
  }

  private void lookSooner(Watch watch, Instant now) {
    Capability capability = capabilities.find(watch.capability());
    if (capability != null) {
      Duration step = pace.down(capability.steps().whileDown());
      Instant sooner = now.plus(step);
      if (sooner.isBefore(watch.next())) {
        watches.lookAgain(watch.id(), sooner);
      }
    }
  }

  private void unable(Run run, Unable outcome, Instant now) {
    UUID watch = run.watchId();
    UUID id = run.obligationId();
    if (watch != null) {
      probes.add(run.id(), watch, run.clientId(), new Probe(now, null, null, outcome.reason()));
    } else if (id != null && outcome.passing()) {
      obligations.putOff(id, outcome.reason(), Retries.soon(run.id(), now), now);
    } else if (id != null) {
      Obligation obligation = obligations.find(id);
      @Nullable Instant again =
          obligation == null ? null : Retries.next(Math.max(1, obligation.attempts()), now);
      obligations.giveUp(id, outcome.reason(), now, again);
    }
  }

  private void cancelled(Run run, Instant now) {
    UUID id = run.obligationId();
    if (id != null && run.watchId() == null) {
      obligations.giveUp(id, runs.cancelAskedBy(run.id()) + " 停止了执行", now, null);
    }
  }
}
