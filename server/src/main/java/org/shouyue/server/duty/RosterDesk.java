package org.shouyue.server.duty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do about rosters: make and change them, stand in, be away.
@Service
class RosterDesk {
  private final Rosters rosters;
  private final StandIns standIns;
  private final Directory directory;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  RosterDesk(
      Rosters rosters,
      StandIns standIns,
      Directory directory,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rosters = rosters;
    this.standIns = standIns;
    this.directory = directory;
    this.clock = clock;
    this.events = events;
  }

  /// The roster.
  ///
  /// @throws Problem 404 when there is none in scope
  Roster require(UUID id) {
    return rosters.find(id).orElseThrow(() -> Problem.notFound("roster", id));
  }

  @Transactional
  UUID add(RosterDraft draft) {
    check(draft);
    UUID id = rosters.add(draft, clock.instant(), Caller.current().name());
    changed(require(id), "roster.added", Map.of("name", draft.name()));
    return id;
  }

  @Transactional
  void change(UUID id, RosterDraft draft) {
    Roster roster = require(id);
    check(draft);
    rosters.change(roster, draft, clock.instant(), Caller.current().name());
    changed(roster, "roster.changed", Map.of("name", draft.name()));
  }

  @Transactional
  void retire(UUID id) {
    Roster roster = require(id);
    rosters.retire(id, clock.instant());
    changed(roster, "roster.retired", Map.of("name", roster.name()));
  }

  /// Somebody is to stand in.
  @Transactional
  UUID standIn(UUID roster, StandIn one) {
    Roster served = require(roster);
    checkProvides("person", Set.of(one.person()));
    new Checks()
        .that(one.to().isAfter(clock.instant()), "to", "is past already")
        .that(!one.person().equals(one.instead()), "instead", "must be somebody else")
        .done();
    standIns.add(roster, one, clock.instant());
    rosters.lookAgain(roster, clock.instant());
    changed(served, "roster.stand-in", Map.of("from", one.from(), "to", one.to()));
    return one.id();
  }

  @Transactional
  void revokeStandIn(UUID id) {
    UUID roster = standIns.rosterOf(id).orElseThrow(() -> Problem.notFound("stand-in", id));
    standIns.revoke(id, clock.instant());
    rosters.lookAgain(roster, clock.instant());
    changed(require(roster), "roster.stand-in-revoked", Map.of("standIn", id));
  }

  List<Absence> absences(@Nullable UUID person, Instant from, Instant to) {
    return standIns.absences(person, from, to);
  }

  /// Somebody is away; every roster is looked at for the gaps that this tears.
  @Transactional
  UUID away(Absence one) {
    mayEnter(one.person());
    checkProvides("person", Set.of(one.person()));
    standIns.add(one, clock.instant(), Caller.current().name());
    rosters.lookAtAll(clock.instant());
    events.publishEvent(
        new Changed(
            null,
            "absence.added",
            "person/" + one.person(),
            Map.of("from", one.from(), "to", one.to())));
    return one.id();
  }

  @Transactional
  void back(UUID absence) {
    UUID person = standIns.absent(absence).orElseThrow(() -> Problem.notFound("absence", absence));
    mayEnter(person);
    standIns.removeAbsence(absence);
    rosters.lookAtAll(clock.instant());
    events.publishEvent(new Changed(null, "absence.removed", "person/" + person));
  }

  private static void mayEnter(UUID person) {
    Caller caller = Caller.current();
    boolean own = caller.id().equals(person);
    if (!own && caller.role() != org.shouyue.server.tenant.Role.PROVIDER_MANAGER) {
      throw Problem.forbidden("只能登记自己的外出；他人的请由服务经理登记");
    }
  }

  private void check(RosterDraft draft) {
    new Checks()
        .that(
            TenantScope.visible().containsAll(draft.clientIds()),
            "clientIds",
            "names a client that is not there")
        .done();
    Set<UUID> people = new HashSet<>();
    draft.layers().forEach(layer -> people.addAll(layer.people()));
    if (draft.fallback() != null) {
      people.add(draft.fallback());
    }
    checkProvides("layers.people", people);
  }

  private void checkProvides(String field, Set<UUID> people) {
    Set<UUID> providers =
        directory.all(people).stream()
            .filter(card -> card.role().provides())
            .map(PersonCard::id)
            .collect(Collectors.toSet());
    new Checks()
        .that(providers.containsAll(people), field, "must be people of the provider in service")
        .done();
  }

  private void changed(Roster roster, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(roster.client(), action, "roster/" + roster.id(), details));
  }
}
