package org.shouyue.server.acceptance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Numbers;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for packages to be built.
@Service
class AcceptanceRequests {
  private final Agreements agreements;
  private final Acceptances acceptances;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  AcceptanceRequests(
      Agreements agreements,
      Acceptances acceptances,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.acceptances = acceptances;
    this.clock = clock;
    this.events = events;
  }

  /// Begins an acceptance; its package is built in the background.
  ///
  /// @throws Problem 404 for an unknown contract, 409 for a draft or while another package of it is
  ///   being built, 400 for a period outside the term
  @Transactional
  UUID begin(UUID contract, LocalDate from, LocalDate to) {
    Agreement agreement = agreements.requireSigned(contract);
    if (from.isBefore(agreement.begins()) || to.isAfter(agreement.ends())) {
      throw Problem.invalid(
          "from",
          "must lie in the contract's term, " + agreement.begins() + " to " + agreement.ends());
    }
    int earlier = acceptances.countLocked(contract);
    if (acceptances.building(contract)) {
      throw Problem.conflict(
          "acceptance-in-progress", "another package of this contract is being built");
    }
    Acceptance draft =
        new Acceptance(
            UUID.randomUUID(),
            agreement.clientId(),
            contract,
            Numbers.acceptance(agreement, earlier),
            from,
            to,
            AcceptanceState.DRAFT,
            new Acceptance.Progress(0, 0, ""),
            null,
            null,
            clock.instant(),
            Caller.ifPresent().map(Caller::name).orElse("system"),
            null);
    acceptances.add(draft);
    events.publishEvent(
        new Changed(
            draft.clientId(),
            "acceptance.requested",
            "acceptance/" + draft.id(),
            Map.of("number", draft.number(), "from", from.toString(), "to", to.toString())));
    events.publishEvent(new AcceptanceRequested(draft.clientId(), draft.id()));
    return draft.id();
  }
}
