package org.shouyue.server.agreement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.ContractPlanner;
import org.shouyue.contract.plan.PlanInputs;
import org.shouyue.contract.plan.PlanRefused;
import org.shouyue.server.agreement.Planning.PlannedRow;
import org.shouyue.server.agreement.Planning.PlannedService;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts a contract in force: everything unclear is decided, the plan stands as dated rows before
/// anything is done, and the calendar it stands on is pinned.
@Service
class Signing {
  private final Contracts contracts;
  private final Decisions decisions;
  private final PlanRows rows;
  private final Calendars calendars;
  private final Assets assets;
  private final WorkOnOffer offer;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Signing(
      Contracts contracts,
      Decisions decisions,
      PlanRows rows,
      Calendars calendars,
      Assets assets,
      WorkOnOffer offer,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.contracts = contracts;
    this.decisions = decisions;
    this.rows = rows;
    this.calendars = calendars;
    this.assets = assets;
    this.offer = offer;
    this.clock = clock;
    this.events = events;
  }

  /// Puts a draft in force.
  ///
  /// @param bound what each service works on; null to bind every asset of a fitting kind
  @Transactional
  void sign(UUID id, LocalDate signedOn, @Nullable Map<String, List<UUID>> bound) {
    Agreement draft = contracts.lock(id);
    if (draft == null) {
      throw Problem.notFound("contract", id);
    }
    if (draft.state() != AgreementState.DRAFT) {
      throw Problem.conflict("not-a-draft", "合同已经生效，不能再次生效");
    }
    refuseUndecided(draft);
    WorkCalendar calendar = calendars.of(draft.clientId());
    ContractPlan plan = plan(draft, signedOn, calendar);
    Map<String, List<UUID>> works = bound == null ? fitting(draft) : checked(draft, bound);
    Agreement signed = signed(draft, signedOn, plan);
    store(signed, plan, works, calendar);
  }

  private void store(
      Agreement signed, ContractPlan plan, Map<String, List<UUID>> works, WorkCalendar calendar) {
    Planning planning = new Planning(signed, plan, offer, works);
    List<PlannedService> services = planning.services();
    List<PlannedRow> obligations = planning.obligations();
    contracts.putInForce(signed, clock.instant(), calendar.definition());
    rows.add(signed, services, obligations);
    events.publishEvent(
        new Changed(
            signed.clientId(),
            "contract.in-force",
            "contract/" + signed.id(),
            Map.of(
                "signedOn", String.valueOf(signed.signedOn()),
                "version", signed.version(),
                "obligations", obligations.size(),
                "calendar", plan.calendar().toString())));
    events.publishEvent(new ContractPutInForce(signed.clientId(), signed.id(), clock.instant()));
  }

  private void refuseUndecided(Agreement draft) {
    Set<Integer> decided = decisions.of(draft.id()).keySet();
    List<Integer> open =
        IntStream.range(0, draft.contract().ambiguities().size())
            .boxed()
            .filter(n -> !decided.contains(n))
            .toList();
    if (!open.isEmpty()) {
      throw Problem.conflict("ambiguities-open", "还有 %d 处歧义没有裁定，请逐条裁定后再生效".formatted(open.size()))
          .with("open", open);
    }
  }

  private static ContractPlan plan(Agreement draft, LocalDate signedOn, WorkCalendar calendar) {
    List<Ambiguity> decided = draft.contract().ambiguities();
    PlanInputs inputs = PlanInputs.of(signedOn, calendar).decided(decided);
    return switch (ContractPlanner.plan(draft.contract(), inputs)) {
      case ContractPlan plan -> plan;
      case PlanRefused refused ->
          throw Problem.conflict(
                  "plan-refused",
                  refused.refusals().stream()
                      .map(PlanRefused.Refusal::chinese)
                      .reduce((one, other) -> one + "；" + other)
                      .orElse("无法排出计划"))
              .with(
                  "reasons",
                  refused.refusals().stream().map(PlanRefused.Refusal::chinese).toList());
    };
  }

  private static Agreement signed(Agreement draft, LocalDate signedOn, ContractPlan plan) {
    return new Agreement(
        draft.id(),
        draft.clientId(),
        AgreementState.IN_FORCE,
        draft.contract(),
        draft.version(),
        draft.source(),
        draft.documentName(),
        draft.documentDigest(),
        signedOn,
        plan.term().from(),
        plan.term().to(),
        plan.calendar().toString());
  }

  private Map<String, List<UUID>> fitting(Agreement draft) {
    List<Asset> ledger = assets.of(draft.clientId());
    Map<String, List<UUID>> bound = new HashMap<>();
    for (ServiceItem item : draft.contract().services()) {
      Set<String> kinds = offer.assetKinds(item.capability());
      bound.put(
          item.id(),
          ledger.stream()
              .filter(asset -> kinds.contains(asset.kind().code()))
              .map(Asset::id)
              .toList());
    }
    return bound;
  }

  private Map<String, List<UUID>> checked(Agreement draft, Map<String, List<UUID>> bound) {
    List<UUID> known = assets.of(draft.clientId()).stream().map(Asset::id).toList();
    List<String> services = draft.contract().services().stream().map(ServiceItem::id).toList();
    List<UUID> strangers = new ArrayList<>();
    bound.forEach((service, named) -> {
      if (!services.contains(service)) {
        throw Problem.invalid("assets." + service, "names no service of this contract");
      }
      named.stream().filter(asset -> !known.contains(asset)).forEach(strangers::add);
    });
    if (!strangers.isEmpty()) {
      throw Problem.invalid("assets", "not in this client's ledger: " + strangers);
    }
    return bound;
  }
}
