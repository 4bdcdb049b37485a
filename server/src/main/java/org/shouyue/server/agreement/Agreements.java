package org.shouyue.server.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.ContractPlanner;
import org.shouyue.contract.plan.PlanInputs;
import org.shouyue.contract.plan.PlanRefused;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Service;

/// What other rooms may ask about contracts. Everything is limited to the clients in scope.
@Service
public class Agreements {
  private final Contracts contracts;
  private final Calendars calendars;
  private final Decisions decisions;

  Agreements(Contracts contracts, Calendars calendars, Decisions decisions) {
    this.contracts = contracts;
    this.calendars = calendars;
    this.decisions = decisions;
  }

  /// The contract with this id.
  ///
  /// @throws Problem 404 when there is none that the caller may see
  public Agreement require(UUID id) {
    Agreement agreement = contracts.find(id);
    if (agreement == null) {
      throw Problem.notFound("contract", id);
    }
    return agreement;
  }

  /// The contract with this id, if it is in force or ended.
  ///
  /// @throws Problem 404 when there is none, 409 when it is a draft
  public Agreement requireSigned(UUID id) {
    Agreement agreement = require(id);
    if (agreement.state() == AgreementState.DRAFT) {
      throw Problem.conflict("still-a-draft", "合同还是草稿，请先裁定歧义并使其生效");
    }
    return agreement;
  }

  /// What a contract promised in one of its versions.
  public @Nullable Contract version(UUID id, int version) {
    return contracts.version(id, version);
  }

  /// What a person decided about an ambiguity.
  public record Decided(String text, Instant at, String by) {}

  /// What people decided about a contract's ambiguities, by the ambiguity's number, from 0.
  public Map<Integer, Decided> decisions(UUID id) {
    Map<Integer, Decided> decided = new LinkedHashMap<>();
    decisions
        .of(id)
        .forEach((n, one) -> decided.put(n, new Decided(one.text(), one.at(), one.by())));
    return decided;
  }

  /// The ids of all contracts in force.
  public List<UUID> inForce() {
    return contracts.inForce();
  }

  /// The ids of all contracts that were ever put in force.
  public List<UUID> signed() {
    return contracts.signed();
  }

  /// Ends the contracts whose last day has passed. Callers bring the transaction.
  public void endPassed(Instant now) {
    contracts.end(LocalDate.ofInstant(now, WorkCalendar.SHANGHAI));
  }

  /// The calendar that a signed contract is pinned to.
  public WorkCalendar calendar(Agreement agreement) {
    String version = agreement.calendar();
    return version == null ? calendars.of(agreement.clientId()) : calendars.pinned(version);
  }

  /// The plan of a signed contract, computed anew from its pinned version and calendar.
  public ContractPlan plan(Agreement agreement) {
    PlanInputs inputs =
        PlanInputs.of(agreement.signedOn(), calendar(agreement))
            .decided(agreement.contract().ambiguities());
    return switch (ContractPlanner.plan(agreement.contract(), inputs)) {
      case ContractPlan plan -> plan;
      case PlanRefused refused ->
          throw new IllegalStateException(
              "contract %s was planned once and cannot be now: %s"
                  .formatted(agreement.id(), refused.refusals()));
    };
  }
}
