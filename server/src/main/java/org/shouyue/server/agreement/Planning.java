package org.shouyue.server.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.PlannedObligation;
import org.shouyue.contract.plan.PlannedQuota;
import org.shouyue.contract.plan.PlannedStanding;
import org.shouyue.contract.plan.Unplanned;

/// Turns the plan of a contract into rows: one service each with the way it is executed, one
/// obligation for each window and each asset. Pure.
final class Planning {
  private static final Duration LONGEST_DELAY = Duration.ofDays(2);

  private final Agreement agreement;
  private final ContractPlan plan;
  private final WorkOnOffer offer;
  private final Map<String, List<UUID>> assets;

  /// @param assets what each service works on, by its id
  Planning(
      Agreement agreement, ContractPlan plan, WorkOnOffer offer, Map<String, List<UUID>> assets) {
    this.agreement = agreement;
    this.plan = plan;
    this.offer = offer;
    this.assets = assets;
  }

  /// One service item and how it is executed.
  ///
  /// @param note why it is undated; null otherwise
  record PlannedService(
      ServiceItem item, int position, Way way, List<UUID> assets, @Nullable String note) {}

  /// One obligation to store.
  ///
  /// @param runAt when automatic work begins by itself; null for everything else
  record PlannedRow(
      UUID id,
      PlannedObligation planned,
      String title,
      Way way,
      @Nullable UUID asset,
      @Nullable Instant runAt) {}

  List<PlannedService> services() {
    Map<String, Way> ways = ways();
    Map<String, String> notes =
        plan.unplanned().stream()
            .collect(
                Collectors.toMap(
                    Unplanned::serviceId, Unplanned::chinese, (one, other) -> one + "；" + other));
    List<PlannedService> services = new ArrayList<>();
    for (ServiceItem item : agreement.contract().services()) {
      services.add(
          new PlannedService(
              item,
              services.size(),
              ways.getOrDefault(item.id(), Way.UNDATED),
              assets.getOrDefault(item.id(), List.of()),
              notes.get(item.id())));
    }
    return services;
  }

  List<PlannedRow> obligations() {
    Map<String, Way> ways = ways();
    Map<String, String> titles =
        agreement.contract().services().stream()
            .collect(Collectors.toMap(ServiceItem::id, ServiceItem::title, (one, _) -> one));
    List<PlannedRow> rows = new ArrayList<>();
    for (PlannedObligation planned : plan.dated()) {
      Way way = ways.getOrDefault(planned.serviceId(), Way.MANUAL);
      String title = titles.getOrDefault(planned.serviceId(), planned.serviceId());
      if (way == Way.MANUAL || way == Way.QUOTA) {
        rows.add(new PlannedRow(UUID.randomUUID(), planned, title, Way.MANUAL, null, null));
      } else {
        for (UUID asset : assets.getOrDefault(planned.serviceId(), List.of())) {
          UUID id = UUID.randomUUID();
          Instant runAt = way == Way.AUTOMATIC ? runAt(planned, asset) : null;
          rows.add(new PlannedRow(id, planned, title, way, asset, runAt));
        }
      }
    }
    return rows;
  }

  private Map<String, Way> ways() {
    Map<String, Way> ways = new HashMap<>();
    plan.rules().forEach(rule -> ways.put(rule.serviceId(), Way.RULE));
    for (PlannedQuota quota : plan.quotas()) {
      ways.put(quota.serviceId(), Way.QUOTA);
    }
    for (PlannedObligation planned : plan.obligations()) {
      ways.put(planned.serviceId(), executable(planned) ? Way.AUTOMATIC : Way.MANUAL);
    }
    for (PlannedStanding standing : plan.standing()) {
      standing.proofs().stream()
          .findFirst()
          .ifPresent(
              proof -> ways.put(proof.serviceId(), executable(proof) ? Way.WATCHED : Way.MANUAL));
    }
    return ways;
  }

  private boolean executable(PlannedObligation planned) {
    return !offer.assetKinds(planned.capability()).isEmpty()
        && !assets.getOrDefault(planned.serviceId(), List.of()).isEmpty();
  }

  /// Early in the window, so that there is time to try again; spread over its first fifth, two days
  /// at most, so that not everything begins at midnight.
  static Instant runAt(PlannedObligation planned, UUID asset) {
    Instant from = planned.window().from();
    Duration length = Duration.between(from, planned.window().to());
    Duration fifth = length.dividedBy(5);
    Duration room = fifth.compareTo(LONGEST_DELAY) < 0 ? fifth : LONGEST_DELAY;
    long steps = Math.max(1, room.toMinutes() / 10);
    int seed = (planned.serviceId() + "/" + asset).hashCode();
    return from.plus(Duration.ofMinutes(Math.floorMod(seed, steps) * 10L));
  }
}
