package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.ContractPutInForce;
import org.shouyue.server.agreement.Occasion;
import org.shouyue.server.agreement.Occurrences;
import org.shouyue.server.agreement.Occurrences.Promise;
import org.shouyue.server.duty.SpecialDays.Holiday;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Plans special periods: from the clause and the work calendar as soon as a contract is in force,
/// and whenever the client tells of an event. Each is a dated obligation before it begins, and is
/// cut into shifts that somebody has to fill.
@Service
class PeriodDesk {
  private static final Duration CLOSING = Duration.ofDays(1);
  private static final Duration USUAL_SHIFT = Duration.ofHours(12);
  private static final LocalTime USUAL_HANDOVER = LocalTime.of(8, 0);

  private final SpecialPeriods periods;
  private final OnSiteShifts shifts;
  private final Agreements agreements;
  private final Occurrences occurrences;
  private final Crew crew;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  PeriodDesk(
      SpecialPeriods periods,
      OnSiteShifts shifts,
      Agreements agreements,
      Occurrences occurrences,
      Crew crew,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.periods = periods;
    this.shifts = shifts;
    this.agreements = agreements;
    this.occurrences = occurrences;
    this.crew = crew;
    this.clock = clock;
    this.events = events;
  }

  /// What somebody tells of.
  ///
  /// @param place where the guard is to be kept; null while it is not said
  record Told(UUID contractId, String name, Instant from, Instant to, @Nullable String place) {}

  /// How a period is cut and filled.
  ///
  /// @param people in order, one shift each, again and again; empty to name them one by one
  record Filling(LocalTime handover, Duration length, List<UUID> people) {}

  /// The period.
  ///
  /// @throws Problem 404 when there is none in scope
  SpecialPeriod require(UUID id) {
    return periods.find(id).orElseThrow(() -> Problem.notFound("special period", id));
  }

  @EventListener
  void on(ContractPutInForce signed) {
    for (Promise promise : occurrences.promises(Capability.DUTY)) {
      if (promise.contractId().equals(signed.contractId())) {
        planHolidays(promise, signed.at());
      }
    }
  }

  private void planHolidays(Promise promise, Instant now) {
    Agreement agreement = agreements.requireSigned(promise.contractId());
    WorkCalendar calendar = agreements.calendar(agreement);
    String clause =
        agreement.contract().services().stream()
            .filter(item -> item.id().equals(promise.serviceId()))
            .map(ServiceItem::text)
            .findFirst()
            .orElse("");
    for (Holiday holiday : SpecialDays.of(clause, calendar, agreement.begins(), agreement.ends())) {
      Instant from = calendar.startOf(holiday.first());
      Instant to = calendar.startOf(holiday.last().plusDays(1));
      if (from.isAfter(now)) {
        Told told = new Told(promise.contractId(), holiday.name(), from, to, null);
        plan(promise, told, calendar.zone(), "calendar");
      }
    }
  }

  /// Plans what the client told of.
  ///
  /// @throws Problem 409 when the contract promises no duty in special periods
  @Transactional
  UUID tell(Told told) {
    Agreement agreement = agreements.requireSigned(told.contractId());
    Promise promise =
        occurrences.promises(Capability.DUTY).stream()
            .filter(one -> one.contractId().equals(told.contractId()))
            .findFirst()
            .orElseThrow(() -> Problem.conflict("no-such-promise", "这份合同没有特殊时期值守条款，请选择其他合同"));
    new Checks()
        .that(told.from().isAfter(clock.instant()), "from", "is past already")
        .that(
            !periods.exists(promise.contractId(), promise.serviceId(), told.name(), told.from()),
            "name",
            "is planned already for that time")
        .done();
    return plan(promise, told, agreements.calendar(agreement).zone(), "client");
  }

  private UUID plan(Promise promise, Told told, ZoneId zone, String source) {
    UUID obligation =
        occurrences.add(
            new Occasion(
                promise.contractId(),
                promise.serviceId(),
                told.name(),
                told.from(),
                told.to(),
                told.to().plus(CLOSING)));
    String by = Caller.ifPresent().map(Caller::name).orElse("守约");
    SpecialPeriod period =
        new SpecialPeriod(
            UUID.randomUUID(),
            promise.clientId(),
            promise.contractId(),
            promise.serviceId(),
            told.name(),
            source,
            told.from(),
            told.to(),
            told.place(),
            source.equals("client") ? by : null,
            SpecialPeriod.State.PLANNED,
            obligation,
            null,
            null);
    periods.add(period, clock.instant(), by);
    cut(period, zone, new Filling(USUAL_HANDOVER, USUAL_SHIFT, List.of()));
    changed(period, "special-period.planned");
    if (source.equals("client")) {
      tellOf(period, zone);
    }
    return period.id();
  }

  /// Cuts a period anew and fills its shifts in order; shifts in which somebody was already, stay.
  @Transactional
  void fill(UUID id, Filling filling) {
    SpecialPeriod period = open(id);
    filling.people().forEach(person -> checkFit(period, person));
    boolean begun = shifts.of(id).stream().anyMatch(shift -> shift.checkedInAt() != null);
    if (begun) {
      throw Problem.conflict("already-begun", "值守已经开始，不能重新划分班次；请逐班调整人员");
    }
    shifts.clear(id);
    cut(period, zone(period), filling);
    changed(period, "special-period.filled");
  }

  /// Names who is to be there; null for nobody yet.
  @Transactional
  void assign(UUID shiftId, @Nullable UUID person) {
    OnSiteShift shift = shifts.lock(shiftId).orElseThrow(() -> Problem.notFound("shift", shiftId));
    SpecialPeriod period = open(shift.periodId());
    if (shift.checkedInAt() != null) {
      throw Problem.conflict("already-begun", "该班次已有人签到，不能再换人");
    }
    if (person != null) {
      checkFit(period, person);
    }
    shifts.assign(shiftId, person);
    changed(period, "special-period.assigned");
  }

  @Transactional
  void place(UUID id, String place) {
    SpecialPeriod period = open(id);
    periods.place(id, place);
    changed(period, "special-period.place");
  }

  /// Calls off what has not begun.
  @Transactional
  void cancel(UUID id, String reason) {
    SpecialPeriod period = open(id);
    occurrences.cancel(period.obligationId(), reason);
    periods.settle(id, SpecialPeriod.State.CANCELLED, reason, null);
    changed(period, "special-period.cancelled");
  }

  ZoneId zone(SpecialPeriod period) {
    return agreements.calendar(agreements.require(period.contractId())).zone();
  }

  private SpecialPeriod open(UUID id) {
    require(id);
    return periods
        .lockPlanned(id)
        .orElseThrow(() -> Problem.conflict("wrong-state", "这次值守已经结束或取消，不能再调整"));
  }

  private void cut(SpecialPeriod period, ZoneId zone, Filling filling) {
    Instant handover =
        period
            .from()
            .atZone(zone)
            .toLocalDate()
            .atTime(filling.handover())
            .atZone(zone)
            .toInstant();
    List<UUID> people = filling.people();
    int n = 0;
    for (OnSiteShift.Slice slice :
        OnSiteShift.cut(period.from(), period.to(), handover, filling.length())) {
      shifts.add(period, slice, people.isEmpty() ? null : people.get(n++ % people.size()));
    }
  }

  private void checkFit(SpecialPeriod period, UUID person) {
    Hindrance against = crew.hindrances(List.of(person), List.of(period.clientId())).get(person);
    new Checks()
        .that(
            against == null || !against.bars(),
            "person",
            "must be somebody of the provider in service who may see this client")
        .done();
  }

  private void tellOf(SpecialPeriod period, ZoneId zone) {
    events.publishEvent(
        new NoticeWanted(
            period.clientId(),
            new Audience.OfRole(Role.PROVIDER_MANAGER),
            Urgency.NORMAL,
            "duty-period-told",
            Map.of(
                "period", period.name(),
                "from", DutyWords.time(period.from(), zone),
                "to", DutyWords.time(period.to(), zone),
                "place", period.place() == null ? "未指定" : period.place()),
            "special-period/" + period.id(),
            "duty-period-told/" + period.id()));
  }

  private void changed(SpecialPeriod period, String action) {
    events.publishEvent(
        new Changed(
            period.clientId(),
            action,
            "special-period/" + period.id(),
            Map.of("name", period.name())));
  }
}
