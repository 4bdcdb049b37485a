package org.shouyue.server.duty;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.notify.OnCall;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what is known of a roster into a [RosterPlan], and so knows who is on call.
@Component
class RosterPlans implements OnCall {
  private final Rosters rosters;
  private final StandIns standIns;
  private final Crew crew;

  RosterPlans(Rosters rosters, StandIns standIns, Crew crew) {
    this.rosters = rosters;
    this.standIns = standIns;
    this.crew = crew;
  }

  @Override
  @Transactional(readOnly = true)
  public List<UUID> onCall(UUID client, Instant at) {
    Set<UUID> called = new LinkedHashSet<>();
    for (Roster roster : rosters.inUse(client)) {
      called.addAll(plan(roster, at, at.plusSeconds(1)).onCall(at));
    }
    return List.copyOf(called);
  }

  /// What is known of a roster between two instants, as people's accounts stand now.
  RosterPlan plan(Roster roster, Instant from, Instant to) {
    List<Rota> rotas = rosters.rotas(roster.id());
    List<StandIn> standing = standIns.of(roster.id(), from, to);
    Map<UUID, Hindrance> hindrances =
        crew.hindrances(people(roster, rotas, standing), roster.clients());
    return new RosterPlan(
        roster.zone(),
        rotas,
        standing,
        standIns.absences(null, from, to),
        hindrances,
        roster.fallback());
  }

  private static Set<UUID> people(Roster roster, List<Rota> rotas, List<StandIn> standing) {
    Set<UUID> people = new HashSet<>();
    rotas.forEach(rota -> rota.layers().forEach(layer -> people.addAll(layer.people())));
    standing.forEach(one -> people.add(one.person()));
    if (roster.fallback() != null) {
      people.add(roster.fallback());
    }
    return people;
  }
}
