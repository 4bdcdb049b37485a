package org.shouyue.server.drill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.drill.inject.Artefact;
import org.shouyue.server.plan.PlanContent;
import org.shouyue.server.plan.Plans;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prepares drills (编制方案) from a scenario of a plan that is in force.
@Service
class Preparing {
  private final DrillRows rows;
  private final Placements placements;
  private final DrillAssets assets;
  private final Plans plans;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Preparing(
      DrillRows rows,
      Placements placements,
      DrillAssets assets,
      Plans plans,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.placements = placements;
    this.assets = assets;
    this.plans = plans;
    this.clock = clock;
    this.events = events;
  }

  record Wish(UUID assetId, Artefact artefact) {
    Wish {
      new Checks().present("assetId", assetId).present("artefact", artefact).done();
    }
  }

  /// @param scenario its place in the plan, from 0
  /// @param limitMinutes after how many minutes everything is undone by itself, at most a day
  record Scheme(
      UUID planId,
      int scenario,
      String title,
      String goal,
      String environment,
      String participants,
      String abortCriteria,
      int limitMinutes,
      @Nullable Instant plannedFor,
      List<Wish> artefacts) {
    private static final int LONGEST = 4_000;
    private static final int DAY = 24 * 60;

    Scheme {
      artefacts = artefacts == null ? List.of() : List.copyOf(artefacts);
      new Checks()
          .present("planId", planId)
          .text("title", title, 200)
          .text("goal", goal, LONGEST)
          .text("environment", environment, LONGEST)
          .text("participants", participants, LONGEST)
          .text("abortCriteria", abortCriteria, LONGEST)
          .that(limitMinutes > 0 && limitMinutes <= DAY, "limitMinutes", "must be 1 to " + DAY)
          .some("artefacts", artefacts)
          .done();
    }
  }

  @Transactional
  UUID prepare(Scheme scheme) {
    Plans.InForce found = plans.inForce(scheme.planId());
    if (found == null) {
      throw Problem.conflict("plan-not-in-force", "预案还没有生效的版本，请先完成评审、甲方签批并使其生效");
    }
    List<PlanContent.Scenario> scenarios = found.version().content().scenarios();
    if (scheme.scenario() < 0 || scheme.scenario() >= scenarios.size()) {
      throw Problem.invalid(
          "scenario", "must be one of the plan's, 0 to " + (scenarios.size() - 1));
    }
    PlanContent.Scenario scenario = scenarios.get(scheme.scenario());
    Drill drill = drill(scheme, found, scenario);
    rows.add(drill, scenario.steps());
    scheme.artefacts().forEach(wish -> plan(drill, wish));
    events.publishEvent(
        new Changed(
            drill.clientId(), "drill.prepared", drill.about(), Map.of("number", drill.number())));
    return drill.id();
  }

  private void plan(Drill drill, Wish wish) {
    DrillAsset asset =
        assets
            .find(wish.assetId())
            .filter(one -> one.clientId().equals(drill.clientId()))
            .orElseThrow(() -> Problem.invalid("artefacts", "must be on assets marked for drills"));
    if (wish.artefact() instanceof Artefact.StoppedService stopped
        && !stopped.service().equals(asset.service())) {
      throw Problem.invalid("artefacts", "must stop the service that belongs to the asset");
    }
    placements.plan(drill, asset.assetId(), wish.artefact());
  }

  private Drill drill(Scheme scheme, Plans.InForce found, PlanContent.Scenario scenario) {
    Instant now = clock.instant();
    UUID client = found.plan().clientId();
    return new Drill(
        UUID.randomUUID(),
        client,
        found.plan().contractId(),
        found.plan().id(),
        found.version().n(),
        rows.nextNumber(client, now.atZone(WorkCalendar.SHANGHAI).toLocalDate()),
        scheme.title().strip(),
        scenario.title(),
        scenario.noticeMinutes(),
        scheme.goal().strip(),
        scheme.environment().strip(),
        scheme.participants().strip(),
        scheme.abortCriteria().strip(),
        scheme.limitMinutes(),
        scheme.plannedFor() == null ? now : scheme.plannedFor(),
        DrillState.PREPARED,
        now,
        Caller.current().name(),
        null,
        null,
        null,
        null,
        null,
        null,
        "",
        null,
        null,
        null);
  }
}
