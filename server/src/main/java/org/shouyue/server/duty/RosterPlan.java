package org.shouyue.server.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is on call when, by everything that is known of a roster. Pure: the same answer whenever it
/// is asked.
///
/// The order in which people are called: who stands in before everybody, then the layers from
/// above, each with those who stand in for its person. Who is away or barred is passed over; when
/// that leaves nobody, the fallback is called and the time is a gap all the same.
///
/// @param rotas in order of time
/// @param standIns in the order in which they were made; a later one wins
/// @param hindrances what is known against whom, whatever the time
/// @param fallback null for none
record RosterPlan(
    ZoneId zone,
    List<Rota> rotas,
    List<StandIn> standIns,
    List<Absence> absences,
    Map<UUID, Hindrance> hindrances,
    @Nullable UUID fallback) {
  RosterPlan {
    rotas = List.copyOf(rotas);
    standIns = List.copyOf(standIns);
    absences = List.copyOf(absences);
    hindrances = Map.copyOf(hindrances);
  }

  /// The people on call at an instant, who is called first in front.
  List<UUID> onCall(Instant at) {
    return at(at, at.plusNanos(1)).people();
  }

  /// The shifts of `[from, to)` in order, without a break between them.
  List<Shift> shifts(Instant from, Instant to) {
    List<Shift> shifts = new ArrayList<>();
    Instant begin = from;
    for (Instant end : edges(from, to)) {
      Shift shift = at(begin, end);
      if (!shifts.isEmpty() && shift.continues(shifts.getLast())) {
        shift = shift.from(shifts.removeLast());
      }
      shifts.add(shift);
      begin = end;
    }
    return shifts;
  }

  /// The shifts of `[from, to)` in which the roster itself has nobody fit, or nobody to be phoned.
  List<Shift> gaps(Instant from, Instant to) {
    return shifts(from, to).stream().filter(shift -> shift.gap() != null).toList();
  }

  private Shift at(Instant from, Instant to) {
    LinkedHashSet<UUID> planned = planned(from);
    List<UUID> fit = planned.stream().filter(person -> !barred(person, from)).toList();
    if (!fit.isEmpty()) {
      boolean silent =
          fit.stream().allMatch(person -> hindrances.get(person) == Hindrance.NO_PHONE);
      return silent
          ? new Shift(from, to, fit, Hindrance.NO_PHONE, fit.getFirst())
          : new Shift(from, to, fit, null, null);
    }
    UUID first = planned.isEmpty() ? null : planned.getFirst();
    List<UUID> last = fallback == null || barred(fallback, from) ? List.of() : List.of(fallback);
    return new Shift(
        from, to, last, first == null ? Hindrance.NOBODY : against(first, from), first);
  }

  private LinkedHashSet<UUID> planned(Instant at) {
    List<StandIn> standing = standIns.stream().filter(one -> one.covers(at)).toList();
    LinkedHashSet<UUID> planned = new LinkedHashSet<>();
    standing.reversed().stream()
        .filter(one -> one.instead() == null)
        .forEach(one -> planned.add(one.person()));
    for (Layer layer : layersAt(at)) {
      UUID person = layer.at(at, zone);
      for (StandIn one : standing) {
        person = person != null && person.equals(one.instead()) ? one.person() : person;
      }
      if (person != null) {
        planned.add(person);
      }
    }
    return planned;
  }

  private List<Layer> layersAt(Instant at) {
    List<Layer> layers = List.of();
    for (Rota rota : rotas) {
      layers = rota.validFrom().isAfter(at) ? layers : rota.layers();
    }
    return layers;
  }

  private boolean barred(UUID person, Instant at) {
    Hindrance against = against(person, at);
    return against != null && against.bars();
  }

  private @Nullable Hindrance against(UUID person, Instant at) {
    boolean away = absences.stream().anyMatch(one -> one.person().equals(person) && one.covers(at));
    return away ? Hindrance.ABSENT : hindrances.get(person);
  }

  /// Every instant of `(from, to)` at which the answer may change, and `to`.
  private NavigableSet<Instant> edges(Instant from, Instant to) {
    NavigableSet<Instant> edges = new TreeSet<>();
    for (Rota rota : rotas) {
      edges.add(rota.validFrom());
      rota.layers().forEach(layer -> layer.edges(from, to, zone, edges::add));
    }
    standIns.forEach(one -> edges.addAll(List.of(one.from(), one.to())));
    absences.forEach(one -> edges.addAll(List.of(one.from(), one.to())));
    edges.add(to);
    return from.isBefore(to) ? edges.subSet(from, false, to, true) : new TreeSet<>();
  }
}
