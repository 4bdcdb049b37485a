package org.shouyue.contract.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.calendar.WorkCalendar;

/// Moves due dates off days off, and settles windows of one service that then fall on one day.
final class Rolling {

  private final RollPolicy policy;
  private final WorkCalendar calendar;
  private final ServiceTerm term;
  private final List<PlannedObligation> skipped = new ArrayList<>();

  Rolling(RollPolicy policy, WorkCalendar calendar, ServiceTerm term) {
    this.policy = policy;
    this.calendar = calendar;
    this.term = term;
  }

  /// Windows that [RollPolicy.Collision#SKIP] left out so far.
  List<PlannedObligation> skipped() {
    return skipped;
  }

  /// @param written obligations of one service in order, due as the clause says
  List<PlannedObligation> roll(List<PlannedObligation> written) {
    if (policy.roll() == RollPolicy.Roll.NONE) {
      return written;
    }
    List<PlannedObligation> rolled =
        written.stream().map(one -> dueOn(one, rolledDate(one))).toList();
    return switch (policy.collision()) {
      case KEEP -> rolled;
      case SKIP, NEXT, MERGE -> forwards(rolled);
      case PREVIOUS -> backwards(rolled);
    };
  }

  private LocalDate rolledDate(PlannedObligation one) {
    LocalDate due = one.dueDate();
    LocalDate next = calendar.workingDayFrom(due);
    LocalDate previous = calendar.workingDayUntil(due);
    boolean forward = policy.roll() == RollPolicy.Roll.NEXT;
    if (forward ? next.isAfter(term.to()) : previous.isBefore(term.from())) {
      forward = !forward;
    }
    LocalDate rolled = forward ? next : previous;
    return term.contains(rolled) ? rolled : due;
  }

  private List<PlannedObligation> forwards(List<PlannedObligation> rolled) {
    List<PlannedObligation> kept = new ArrayList<>(rolled.size());
    for (PlannedObligation one : rolled) {
      if (kept.isEmpty() || kept.getLast().dueDate().isBefore(one.dueDate())) {
        kept.add(one);
      } else if (policy.collision() == RollPolicy.Collision.SKIP) {
        skipped.add(one);
      } else {
        LocalDate next = calendar.plusWorkingDays(kept.getLast().dueDate(), 1);
        boolean room = policy.collision() == RollPolicy.Collision.NEXT && !next.isAfter(term.to());
        if (room) {
          kept.add(dueOn(one, next));
        } else {
          PlannedObligation before = kept.removeLast();
          kept.add(dueOn(merged(before, one), before.dueDate()));
        }
      }
    }
    return kept;
  }

  private List<PlannedObligation> backwards(List<PlannedObligation> rolled) {
    List<PlannedObligation> kept = new ArrayList<>(rolled.size());
    for (PlannedObligation one : rolled.reversed()) {
      if (kept.isEmpty() || one.dueDate().isBefore(kept.getFirst().dueDate())) {
        kept.addFirst(one);
      } else {
        LocalDate before = calendar.minusWorkingDays(kept.getFirst().dueDate(), 1);
        if (before.isBefore(one.window().firstDay())) {
          kept.addFirst(merged(one, kept.removeFirst()));
        } else {
          kept.addFirst(dueOn(one, before));
        }
      }
    }
    return kept;
  }

  private static PlannedObligation merged(PlannedObligation early, PlannedObligation late) {
    return new PlannedObligation(
        early.serviceId(),
        early.capability(),
        early.kind(),
        early.ordinal(),
        early.covers() + late.covers(),
        early.window().through(late.window()),
        late.dueDate(),
        late.dueAt());
  }

  private PlannedObligation dueOn(PlannedObligation one, LocalDate day) {
    return day.equals(one.dueDate())
        ? one
        : new PlannedObligation(
            one.serviceId(),
            one.capability(),
            one.kind(),
            one.ordinal(),
            one.covers(),
            one.window(),
            day,
            calendar.startOf(day.plusDays(1)));
  }
}
