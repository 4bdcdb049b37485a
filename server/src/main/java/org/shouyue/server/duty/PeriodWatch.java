package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.server.agreement.Occurrences;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps an eye on special periods: tells of shifts that nobody is named for before the period
/// begins, of shifts that nobody came to at once, and judges the period when it is over.
@Component
class PeriodWatch implements Timed {
  private static final List<Duration> BEFORE =
      List.of(Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(1));

  /// How long after the end the last shift may still hand in its note.
  private static final Duration CLOSING = Duration.ofHours(2);

  private final SpecialPeriods periods;
  private final OnSiteShifts shifts;
  private final PeriodDesk desk;
  private final Told told;
  private final Occurrences occurrences;
  private final Performances performances;
  private final PeriodPaper paper;
  private final ApplicationEventPublisher events;

  PeriodWatch(
      SpecialPeriods periods,
      OnSiteShifts shifts,
      PeriodDesk desk,
      Told told,
      Occurrences occurrences,
      Performances performances,
      PeriodPaper paper,
      ApplicationEventPublisher events) {
    this.periods = periods;
    this.shifts = shifts;
    this.desk = desk;
    this.told = told;
    this.occurrences = occurrences;
    this.performances = performances;
    this.paper = paper;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    Instant next = null;
    for (SpecialPeriod period : periods.planned()) {
      for (Instant at : instants(period)) {
        next = at.isAfter(now) && (next == null || at.isBefore(next)) ? at : next;
      }
    }
    return next;
  }

  private List<Instant> instants(SpecialPeriod period) {
    List<Instant> instants = new ArrayList<>();
    BEFORE.forEach(before -> instants.add(period.from().minus(before)));
    for (OnSiteShift shift : shifts.of(period.id())) {
      if (shift.checkedInAt() == null) {
        instants.add(shift.from().plus(OnSiteShift.GRACE).plusMillis(1));
      }
    }
    instants.add(period.to().plus(CLOSING));
    return instants;
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (SpecialPeriod period : periods.planned()) {
      if (!now.isBefore(period.from().minus(BEFORE.getFirst()))) {
        look(period, now);
      }
    }
  }

  private void look(SpecialPeriod period, Instant now) {
    List<OnSiteShift> all = shifts.of(period.id());
    if (!now.isBefore(period.to().plus(CLOSING))) {
      periods.lockPlanned(period.id()).ifPresent(locked -> judge(locked, now));
    } else if (now.isBefore(period.from())) {
      tellUnfilled(period, all, now);
    } else {
      all.stream()
          .filter(shift -> shift.unattended(now))
          .forEach(shift -> tellAbsent(period, shift, now));
    }
  }

  private void tellUnfilled(SpecialPeriod period, List<OnSiteShift> all, Instant now) {
    long unfilled = all.stream().filter(shift -> shift.person() == null).count();
    long warned =
        BEFORE.stream().filter(before -> !now.isBefore(period.from().minus(before))).count();
    String key = "duty-period-open/%s/%d".formatted(period.id(), warned);
    if (unfilled > 0 && told.first(period.clientId(), key, now)) {
      Urgency urgency = warned == BEFORE.size() ? Urgency.HIGH : Urgency.NORMAL;
      tell(period, "duty-period-open", urgency, Long.toString(unfilled), key);
    }
  }

  private void tellAbsent(SpecialPeriod period, OnSiteShift shift, Instant now) {
    String key = "duty-absent/" + shift.id();
    if (told.first(period.clientId(), key, now)) {
      String from = DutyWords.time(shift.from(), desk.zone(period));
      tell(period, "duty-absent", Urgency.HIGH, from, key);
      UUID person = shift.person();
      if (person != null) {
        Audience hears = new Audience.Persons(List.of(person));
        events.publishEvent(
            notice(period, hears, "duty-absent", Urgency.HIGH, from, key + "/person"));
      }
    }
  }

  /// Kept when somebody came to every shift and handed it over; broken otherwise.
  private void judge(SpecialPeriod period, Instant now) {
    List<OnSiteShift> all = shifts.of(period.id());
    String shortfall = shortfall(all, now, desk.zone(period));
    boolean attended = all.stream().anyMatch(shift -> shift.checkedInAt() != null);
    UUID report = attended ? paper.draw(period, now) : null;
    if (shortfall == null) {
      performances.perform(
          new Performance(
              period.contractId(),
              Capability.DUTY,
              period.serviceId(),
              period.obligationId(),
              period.to().minusMillis(1),
              "守约",
              "special-period/" + period.id(),
              "%s值守：%d 个班次全部到岗并交接".formatted(period.name(), all.size())));
      periods.settle(period.id(), SpecialPeriod.State.KEPT, null, report);
    } else {
      occurrences.fail(period.obligationId(), shortfall);
      periods.settle(period.id(), SpecialPeriod.State.BROKEN, shortfall, report);
    }
    events.publishEvent(
        new Changed(
            period.clientId(),
            shortfall == null ? "special-period.kept" : "special-period.broken",
            "special-period/" + period.id(),
            Map.of("why", shortfall == null ? "" : shortfall)));
  }

  private static @Nullable String shortfall(List<OnSiteShift> all, Instant now, ZoneId zone) {
    List<String> absent = new ArrayList<>();
    List<String> unhanded = new ArrayList<>();
    for (OnSiteShift shift : all) {
      if (shift.unattended(now)) {
        absent.add(DutyWords.time(shift.from(), zone));
      } else if (shift.handOver() == null) {
        unhanded.add(DutyWords.time(shift.from(), zone));
      }
    }
    if (absent.isEmpty() && unhanded.isEmpty()) {
      return null;
    }
    return "共 %d 个班次：%d 个无人到岗%s，%d 个没有交接记录%s"
        .formatted(all.size(), absent.size(), first(absent), unhanded.size(), first(unhanded));
  }

  private static String first(List<String> times) {
    return times.isEmpty() ? "" : "（首个 " + times.getFirst() + "）";
  }

  private void tell(
      SpecialPeriod period, String template, Urgency urgency, String what, String key) {
    Audience managers = new Audience.OfRole(Role.PROVIDER_MANAGER);
    events.publishEvent(notice(period, managers, template, urgency, what, key));
  }

  private NoticeWanted notice(
      SpecialPeriod period,
      Audience hears,
      String template,
      Urgency urgency,
      String what,
      String key) {
    return new NoticeWanted(
        period.clientId(),
        hears,
        urgency,
        template,
        Map.of(
            "period", period.name(),
            "from", DutyWords.time(period.from(), desk.zone(period)),
            "what", what),
        "special-period/" + period.id(),
        key);
  }
}
