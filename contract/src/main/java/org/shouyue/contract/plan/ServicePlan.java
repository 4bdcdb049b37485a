package org.shouyue.contract.plan;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.ServiceItem;

/// Collects what the service items owe, one item after the other.
final class ServicePlan {

  private static final Period PROOF_CYCLE = Period.ofMonths(1);

  private final ServiceTerm term;
  private final PlanInputs inputs;
  private final Windows windows;
  private final Rolling rolling;
  private final List<PlannedObligation> obligations = new ArrayList<>();
  private final List<PlannedStanding> standing = new ArrayList<>();
  private final List<PlannedRule> rules = new ArrayList<>();
  private final List<PlannedQuota> quotas = new ArrayList<>();
  private final List<Unplanned> unplanned = new ArrayList<>();

  ServicePlan(ServiceTerm term, PlanInputs inputs) {
    this.term = term;
    this.inputs = inputs;
    this.windows = new Windows(term, inputs.calendar().zone());
    this.rolling = new Rolling(inputs.roll(), inputs.calendar(), term);
  }

  List<PlannedObligation> obligations() {
    return obligations;
  }

  List<PlannedStanding> standing() {
    return standing;
  }

  List<PlannedRule> rules() {
    return rules;
  }

  List<PlannedQuota> quotas() {
    return quotas;
  }

  List<Unplanned> unplanned() {
    return unplanned;
  }

  void add(ServiceItem item) {
    Frequency frequency = item.frequency();
    if (item.valueAdded() && !inputs.purchased().contains(item.id())) {
      leaveOut(item, Unplanned.Reason.NOT_PURCHASED, "增值服务，未购买", "value-added and not bought");
      return;
    }
    if (item.atMost() != null && quota(item, item.atMost(), frequency)) {
      return;
    }
    switch (frequency) {
      case null ->
          leaveOut(
              item,
              Unplanned.Reason.NO_FREQUENCY,
              "合同未写明周期，请补充后列入计划",
              "the contract does not say how often: add a cycle to plan it");
      case Frequency.Every(Period period) -> every(item, period);
      case Frequency.Times(int count, Period period) -> atLeast(item, count, period);
      case Frequency.Plain plain -> plain(item, plain);
    }
  }

  private void plain(ServiceItem item, Frequency.Plain plain) {
    switch (plain) {
      case CONTINUOUS -> {
        List<PlannedObligation> proofs =
            dueWithWindow(item, PlannedObligation.Kind.PROOF, windows.tiled(PROOF_CYCLE));
        standing.add(new PlannedStanding(item.id(), item.capability(), windows.whole(), proofs));
      }
      case ON_EVENT -> rule(item, PlannedRule.SetOffBy.EVENT);
      case ON_REQUEST -> rule(item, PlannedRule.SetOffBy.REQUEST);
      case ONCE -> {
        Deadline deadline = item.deadline();
        Window window = deadline == null ? windows.whole() : windows.untilFirst(deadline);
        put(item, dueWithWindow(item, PlannedObligation.Kind.ONCE, List.of(window)));
      }
    }
  }

  private void rule(ServiceItem item, PlannedRule.SetOffBy setOffBy) {
    rules.add(new PlannedRule(item.id(), item.capability(), setOffBy, windows.whole()));
  }

  /// Notes the ceiling; true when the item is nothing else. "At least 2 and at most 4" is both.
  private boolean quota(ServiceItem item, int atMost, @Nullable Frequency frequency) {
    List<Window> periods =
        switch (frequency) {
          case Frequency.Every(Period period) -> windows.tiled(period);
          case Frequency.Times(_, Period period) -> windows.tiled(period);
          case Frequency.Plain _ -> List.of(windows.whole());
          case null -> List.of(windows.whole());
        };
    quotas.add(new PlannedQuota(item.id(), item.capability(), atMost, periods));
    return !(frequency instanceof Frequency.Times times && times.count() < atMost);
  }

  private void every(ServiceItem item, Period period) {
    Deadline deadline = item.deadline();
    if (deadline == null) {
      put(item, dueWithWindow(item, PlannedObligation.Kind.PERIODIC, windows.tiled(period)));
      return;
    }
    long months = period.toTotalMonths();
    Integer month = deadline.month();
    if (months == 0 || period.get(ChronoUnit.DAYS) > 0 || (month != null && month > months)) {
      unclear(item);
      return;
    }
    put(
        item,
        dueWithWindow(
            item,
            PlannedObligation.Kind.PERIODIC,
            windows.byDeadline(Math.toIntExact(months), deadline)));
  }

  private void atLeast(ServiceItem item, int count, Period period) {
    if (item.deadline() != null) {
      unclear(item);
      return;
    }
    List<PlannedObligation> all = new ArrayList<>();
    for (List<Window> parts : windows.split(count, period)) {
      for (Window window : parts) {
        all.add(
            obligation(
                item,
                PlannedObligation.Kind.AT_LEAST,
                all.size() + 1,
                window,
                parts.getLast().lastDay()));
      }
    }
    put(item, all);
  }

  private List<PlannedObligation> dueWithWindow(
      ServiceItem item, PlannedObligation.Kind kind, List<Window> all) {
    List<PlannedObligation> made = new ArrayList<>(all.size());
    for (Window window : all) {
      made.add(obligation(item, kind, made.size() + 1, window, window.lastDay()));
    }
    return made;
  }

  private PlannedObligation obligation(
      ServiceItem item, PlannedObligation.Kind kind, int ordinal, Window window, LocalDate due) {
    return new PlannedObligation(
        item.id(),
        item.capability(),
        kind,
        ordinal,
        1,
        window,
        due,
        due.equals(window.lastDay()) ? window.to() : inputs.calendar().startOf(due.plusDays(1)));
  }

  private void put(ServiceItem item, List<PlannedObligation> written) {
    if (written.isEmpty()) {
      leaveOut(
          item,
          Unplanned.Reason.OUTSIDE_TERM,
          "服务期 %s 至 %s 内没有到期日".formatted(term.from(), term.to()),
          "no due date lies between %s and %s".formatted(term.from(), term.to()));
    }
    int before = rolling.skipped().size();
    obligations.addAll(rolls(written) ? rolling.roll(written) : written);
    for (PlannedObligation one : rolling.skipped().subList(before, rolling.skipped().size())) {
      leaveOut(
          item,
          Unplanned.Reason.COLLISION,
          "第 %d 次与前一次同日（%s）到期，按规则略去".formatted(one.ordinal(), one.dueDate()),
          "no. %d is due on %s like the one before and is skipped"
              .formatted(one.ordinal(), one.dueDate()));
    }
  }

  /// Where the period is the limit (at least n a year), several share one due date by meaning.
  private static boolean rolls(List<PlannedObligation> written) {
    return !written.isEmpty() && written.getFirst().kind() != PlannedObligation.Kind.AT_LEAST;
  }

  private void unclear(ServiceItem item) {
    leaveOut(
        item,
        Unplanned.Reason.UNCLEAR,
        "周期与期限不相配，请核对",
        "cycle and deadline do not fit together: check them");
  }

  private void leaveOut(ServiceItem item, Unplanned.Reason reason, String chinese, String english) {
    unplanned.add(new Unplanned(item.id(), item.title(), reason, chinese, english));
  }
}
