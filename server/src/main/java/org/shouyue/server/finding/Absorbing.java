package org.shouyue.server.finding;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.finding.FindingState.Step;
import org.shouyue.server.finding.Findings.Entry;
import org.shouyue.server.work.Found;
import org.shouyue.server.work.Outcome.Cancelled;
import org.shouyue.server.work.Outcome.Completed;
import org.shouyue.server.work.Outcome.Unable;
import org.shouyue.server.work.Run;
import org.shouyue.server.work.RunFinished;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes in what a run found, inside the run's own transaction: the same thing on the same asset is
/// one finding however often it is seen, and what a complete look sees no more is fixed.
@Component
class Absorbing {
  private final Findings findings;
  private final ApplicationEventPublisher events;

  Absorbing(Findings findings, ApplicationEventPublisher events) {
    this.findings = findings;
    this.events = events;
  }

  @EventListener
  void on(RunFinished finished) {
    Run run = finished.run();
    switch (finished.outcome()) {
      case Completed completed -> absorb(run, completed, finished.at());
      case Unable unable -> unproven(run, unable.reason(), finished.at());
      case Cancelled _ -> unproven(run, "复测被停止", finished.at());
    }
  }

  private void absorb(Run run, Completed completed, Instant now) {
    Set<String> seen = new HashSet<>();
    for (Found found : completed.found()) {
      String identity = Identity.of(run.assetId(), run.capability(), found.code(), found.key());
      if (seen.add(identity)) {
        see(run, found, identity, now);
      }
    }
    for (Finding finding : findings.unmended(run.assetId(), run.capability())) {
      boolean looked = run.findingId() == null || run.findingId().equals(finding.id());
      if (looked && !seen.contains(finding.identity())) {
        gone(run, finding, now);
      } else if (finding.id().equals(run.findingId())) {
        findings.tell(
            finding,
            new Entry(now, "retest-still-there", run.id(), run.askedBy(), finding.detail()));
        events.publishEvent(new FindingRetested(finding, run.id(), true, finding.detail(), now));
      }
    }
  }

  private void see(Run run, Found found, String identity, Instant now) {
    Finding known = findings.known(run.clientId(), identity);
    if (known == null) {
      Finding opened = opened(run, found, identity, now);
      findings.add(opened, run.id());
      findings.tell(opened, new Entry(now, "opened", run.id(), null, found.detail()));
      events.publishEvent(new FindingOpened(opened, false, now));
      return;
    }
    FindingState next = known.state().after(Step.SEEN);
    findings.seen(known.id(), next == null ? known.state() : next, found, run.id(), now);
    if (known.state() == FindingState.FIXED) {
      findings.tell(known, new Entry(now, "reopened", run.id(), null, found.detail()));
      events.publishEvent(new FindingOpened(known, true, now));
    }
  }

  private void gone(Run run, Finding finding, Instant now) {
    findings.state(finding.id(), FindingState.FIXED, now, null);
    String what = run.findingId() == null ? "fixed" : "retest-fixed";
    findings.tell(finding, new Entry(now, what, run.id(), run.askedBy(), null));
    events.publishEvent(new FindingFixed(finding, run.id(), now));
  }

  private void unproven(Run run, String reason, Instant now) {
    UUID id = run.findingId();
    Finding finding = id == null ? null : findings.get(id);
    if (finding != null) {
      findings.tell(finding, new Entry(now, "retest-unknown", run.id(), run.askedBy(), reason));
      events.publishEvent(new FindingRetested(finding, run.id(), false, reason, now));
    }
  }

  private static Finding opened(Run run, Found found, String identity, Instant now) {
    return new Finding(
        UUID.randomUUID(),
        run.clientId(),
        run.contractId(),
        run.serviceId(),
        run.assetId(),
        run.capability(),
        identity,
        found.code(),
        found.key(),
        found.severity(),
        found.title(),
        found.detail(),
        found.advice(),
        FindingState.OPEN,
        now,
        now,
        1,
        0,
        null,
        null);
  }
}
