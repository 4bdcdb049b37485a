package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Shifts as people read them: with names and phone numbers.
@Component
class DutyViews {
  private static final Duration AHEAD = Duration.ofDays(31);

  private final Rosters rosters;
  private final RosterPlans plans;
  private final Directory directory;
  private final InstantSource clock;

  DutyViews(Rosters rosters, RosterPlans plans, Directory directory, InstantSource clock) {
    this.rosters = rosters;
    this.plans = plans;
    this.directory = directory;
    this.clock = clock;
  }

  /// Somebody on call.
  ///
  /// @param phone null when none is known
  record Called(UUID id, String name, @Nullable String phone) {}

  /// A shift with names.
  ///
  /// @param gap why it is a gap; null when it is none
  /// @param hindered the name of whom the gap is about
  record ShownShift(
      UUID rosterId,
      String roster,
      Instant from,
      Instant to,
      List<Called> people,
      @Nullable Hindrance gap,
      @Nullable String hindered) {}

  /// Who is on call for a client now.
  ///
  /// @param shift of the roster that serves the client; its end is no later than a month ahead
  record Now(UUID clientId, String client, ShownShift shift) {}

  /// Who is on call now for each client in scope that a roster serves.
  @Transactional(readOnly = true)
  public List<Now> now(@Nullable UUID client) {
    Instant now = clock.instant();
    List<Now> all = new ArrayList<>();
    for (Roster roster : rosters.inUse(client)) {
      ShownShift shift = shifts(roster, now, now.plus(AHEAD)).getFirst();
      for (int n = 0; n < roster.clients().size(); n++) {
        UUID served = roster.clients().get(n);
        if (client == null || client.equals(served)) {
          all.add(new Now(served, roster.clientNames().get(n), shift));
        }
      }
    }
    all.sort(Comparator.comparing(Now::client));
    return all;
  }

  /// The gaps of all rosters in the coming days.
  @Transactional(readOnly = true)
  public List<ShownShift> gaps(int days) {
    return coming(days).stream().filter(shift -> shift.gap() != null).toList();
  }

  /// The coming shifts in which somebody is called first.
  @Transactional(readOnly = true)
  public List<ShownShift> of(UUID person, int days) {
    return coming(days).stream()
        .filter(shift -> !shift.people().isEmpty() && shift.people().getFirst().id().equals(person))
        .toList();
  }

  /// The shifts in `[from, to)`; before the roster was made there are none, and no gaps either.
  List<ShownShift> shifts(Roster roster, Instant from, Instant to) {
    Instant begin = from.isBefore(roster.createdAt()) ? roster.createdAt() : from;
    if (!begin.isBefore(to)) {
      return List.of();
    }
    List<Shift> shifts = plans.plan(roster, begin, to).shifts(begin, to);
    Set<UUID> people = new HashSet<>();
    for (Shift shift : shifts) {
      people.addAll(shift.people());
      if (shift.hindered() != null) {
        people.add(shift.hindered());
      }
    }
    Map<UUID, Called> called = called(people);
    return shifts.stream().map(shift -> shown(roster, shift, called)).toList();
  }

  private List<ShownShift> coming(int days) {
    Instant now = clock.instant();
    List<ShownShift> coming = new ArrayList<>();
    for (Roster roster : rosters.inUse(null)) {
      coming.addAll(shifts(roster, now, now.plus(Duration.ofDays(days))));
    }
    coming.sort(Comparator.comparing(ShownShift::from).thenComparing(ShownShift::roster));
    return coming;
  }

  private Map<UUID, Called> called(Collection<UUID> people) {
    return directory.all(people).stream()
        .collect(
            Collectors.toMap(
                PersonCard::id, card -> new Called(card.id(), card.name(), card.phone())));
  }

  private static ShownShift shown(Roster roster, Shift shift, Map<UUID, Called> called) {
    UUID hindered = shift.hindered();
    return new ShownShift(
        roster.id(),
        roster.name(),
        shift.from(),
        shift.to(),
        shift.people().stream().map(person -> named(person, called)).toList(),
        shift.gap(),
        hindered == null ? null : named(hindered, called).name());
  }

  private static Called named(UUID person, Map<UUID, Called> called) {
    return called.getOrDefault(person, new Called(person, "已停用的人员", null));
  }
}
