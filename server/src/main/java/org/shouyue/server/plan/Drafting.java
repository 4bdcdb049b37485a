package org.shouyue.server.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes plans: a first draft, later versions, the review.
@Service
class Drafting {
  private final EmergencyPlanRows rows;
  private final Agreements agreements;
  private final Assets assets;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Drafting(
      EmergencyPlanRows rows,
      Agreements agreements,
      Assets assets,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.agreements = agreements;
    this.assets = assets;
    this.clock = clock;
    this.events = events;
  }

  @Transactional
  UUID begin(UUID contract, String title, PlanContent content) {
    Agreement agreement = agreements.requireSigned(contract);
    Plan plan =
        new Plan(
            UUID.randomUUID(),
            agreement.clientId(),
            contract,
            title,
            clock.instant(),
            Caller.current().name());
    refuseForeign(plan, content);
    rows.add(plan);
    rows.addVersion(plan, draft(1, content, "首次编制", null));
    changed(plan, "plan.drafted", 1);
    return plan.id();
  }

  /// Begins the next version.
  ///
  /// @param about what it is revised for; null for no such thing
  /// @throws Problem 409 when the last version is not in force yet
  @Transactional
  int revise(UUID id, PlanContent content, String note, @Nullable String about) {
    Plan plan = rows.lock(id);
    refuseForeign(plan, content);
    PlanVersion last = rows.versions(id).getFirst();
    if (last.state() != VersionState.IN_FORCE) {
      throw Problem.conflict("version-open", "第 %d 版尚未生效，请先完成它，再修订新版".formatted(last.n()));
    }
    rows.addVersion(plan, draft(last.n() + 1, content, note, about));
    changed(plan, "plan.drafted", last.n() + 1);
    return last.n() + 1;
  }

  @Transactional
  void rewrite(UUID id, int n, PlanContent content, String note) {
    Plan plan = rows.lock(id);
    refuseForeign(plan, content);
    PlanVersion version = inState(id, n, VersionState.DRAFT);
    rows.rewrite(version.id(), content, note);
    changed(plan, "plan.rewritten", n);
  }

  /// Somebody other than the author finds it good.
  @Transactional
  void review(UUID id, int n) {
    Plan plan = rows.lock(id);
    PlanVersion version = inState(id, n, VersionState.DRAFT);
    String by = Caller.current().name();
    if (by.equals(version.drawnBy())) {
      throw Problem.conflict("own-work", "编制人不能评审自己的预案，请由另一人评审");
    }
    if (version.content().scenarios().isEmpty() || version.content().contacts().isEmpty()) {
      throw Problem.conflict("incomplete", "预案至少应有一个场景和一名联络人，请补全后再评审");
    }
    rows.reviewed(version.id(), by, clock.instant());
    changed(plan, "plan.reviewed", n);
  }

  /// Puts a signed version in force; the one before is superseded.
  @Transactional
  void putInForce(UUID id, int n) {
    Plan plan = rows.lock(id);
    PlanVersion version = inState(id, n, VersionState.APPROVED);
    rows.putInForce(id, version.id(), clock.instant());
    changed(plan, "plan.in-force", n);
  }

  private PlanVersion inState(UUID id, int n, VersionState state) {
    PlanVersion version = rows.require(id, n);
    if (version.state() != state) {
      throw Problem.conflict(
          "wrong-state", "第 %d 版现为 %s，不能这样做".formatted(n, version.state().code()));
    }
    return version;
  }

  private PlanVersion draft(int n, PlanContent content, String note, @Nullable String about) {
    return new PlanVersion(
        UUID.randomUUID(),
        n,
        VersionState.DRAFT,
        content,
        note,
        about,
        clock.instant(),
        Caller.current().name(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void refuseForeign(Plan plan, PlanContent content) {
    List<UUID> systems = content.systems();
    long ours =
        assets.all(systems).stream()
            .filter(asset -> asset.clientId().equals(plan.clientId()))
            .count();
    if (ours != systems.stream().distinct().count()) {
      throw Problem.invalid("systems", "must be assets of this client");
    }
  }

  private void changed(Plan plan, String action, int n) {
    events.publishEvent(
        new Changed(
            plan.clientId(), action, plan.about(), Map.of("title", plan.title(), "version", n)));
  }
}
