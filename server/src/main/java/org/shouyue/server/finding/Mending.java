package org.shouyue.server.finding;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.finding.FindingState.Step;
import org.shouyue.server.finding.Findings.Entry;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.work.RunRequests;
import org.shouyue.server.work.RunRequests.Retest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do about findings: take them in hand, have them retested, dismiss them.
@Service
public class Mending {
  private final Findings findings;
  private final RunRequests requests;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Mending(
      Findings findings,
      RunRequests requests,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.findings = findings;
    this.requests = requests;
    this.clock = clock;
    this.events = events;
  }

  /// Notes that somebody works on it; does nothing when it is not open.
  @Transactional
  public void take(UUID id, String by) {
    Finding finding = require(id);
    if (finding.state() == FindingState.OPEN) {
      findings.state(id, FindingState.FIXING, null, null);
      findings.tell(finding, new Entry(clock.instant(), "taken", null, by, null));
    }
  }

  /// Has it looked at once more.
  ///
  /// @return the run that looks
  @Transactional
  public UUID retest(UUID id, String by) {
    Finding finding = require(id);
    if (finding.state() == FindingState.DISMISSED) {
      throw Problem.conflict("dismissed", "该问题已被认定为无需处理，不再复测");
    }
    UUID run =
        requests.retest(
            new Retest(
                finding.clientId(),
                finding.contractId(),
                finding.serviceId(),
                finding.capability(),
                finding.assetId(),
                id,
                by));
    findings.tell(finding, new Entry(clock.instant(), "retest-asked", run, by, null));
    events.publishEvent(new Changed(finding.clientId(), "finding.retest-asked", "finding/" + id));
    return run;
  }

  /// Decides that it is no problem.
  @Transactional
  public void dismiss(UUID id, String reason, String by) {
    Finding finding = require(id);
    FindingState next = finding.state().after(Step.DISMISS);
    if (next == null) {
      throw Problem.conflict("wrong-state", "问题现为 %s，无需再认定".formatted(finding.state().code()));
    }
    findings.state(id, next, null, reason);
    findings.tell(finding, new Entry(clock.instant(), "dismissed", null, by, reason));
    events.publishEvent(
        new Changed(
            finding.clientId(), "finding.dismissed", "finding/" + id, Map.of("reason", reason)));
    events.publishEvent(new FindingDismissed(finding, reason, by, clock.instant()));
  }

  private Finding require(UUID id) {
    Finding finding = findings.get(id);
    if (finding == null) {
      throw Problem.notFound("finding", id);
    }
    return finding;
  }
}
