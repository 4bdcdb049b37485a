package org.shouyue.server.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.duty.DutyViews.ShownShift;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks ahead in every roster: tells of gaps every morning until they are filled, and once more
/// before they begin; tells people that their shift begins.
@Component
class DutyWatch implements Timed {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration AHEAD = Duration.ofDays(14);
  private static final Duration BEFORE_GAP = Duration.ofHours(4);
  private static final Duration BEFORE_SHIFT = Duration.ofHours(1);

  private final Rosters rosters;
  private final DutyViews views;
  private final Told told;
  private final ApplicationEventPublisher events;

  DutyWatch(Rosters rosters, DutyViews views, Told told, ApplicationEventPublisher events) {
    this.rosters = rosters;
    this.views = views;
    this.told = told;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rosters.nextLook();
  }

  @Override
  @Transactional
  public void at(Instant now) {
    rosters.claim(now).forEach(id -> rosters.find(id).ifPresent(roster -> look(roster, now)));
  }

  private void look(Roster roster, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, roster.zone());
    Instant morning = today.atTime(MORNING).atZone(roster.zone()).toInstant();
    Instant next =
        now.isBefore(morning)
            ? morning
            : today.plusDays(1).atTime(MORNING).atZone(roster.zone()).toInstant();
    for (ShownShift shift : views.shifts(roster, now, now.plus(AHEAD))) {
      if (shift.gap() != null) {
        warn(roster, shift, now, today);
        next = earlier(next, shift.from().minus(BEFORE_GAP), now);
      }
      remind(roster, shift, now);
      next = earlier(next, shift.from().minus(BEFORE_SHIFT), now);
    }
    rosters.lookAgain(roster.id(), next);
  }

  private void warn(Roster roster, ShownShift gap, Instant now, LocalDate today) {
    boolean soon = !gap.from().minus(BEFORE_GAP).isAfter(now);
    String key = "duty-gap/%s/%s/%s".formatted(roster.id(), gap.to(), soon ? "soon" : today);
    Urgency urgency = soon ? Urgency.HIGH : Urgency.NORMAL;
    if (told.first(roster.client(), key, now)) {
      tell(roster, gap, "duty-gap", new Audience.OfRole(Role.PROVIDER_MANAGER), urgency, key);
    }
  }

  private void remind(Roster roster, ShownShift shift, Instant now) {
    boolean begins = shift.from().isAfter(now) && !shift.from().minus(BEFORE_SHIFT).isAfter(now);
    if (begins && !shift.people().isEmpty()) {
      var first = shift.people().getFirst().id();
      String key = "duty-begins/%s/%s/%s".formatted(roster.id(), first, shift.from());
      if (told.first(roster.client(), key, now)) {
        Audience hears = new Audience.Persons(List.of(first));
        tell(roster, shift, "duty-begins", hears, Urgency.NORMAL, key);
      }
    }
  }

  private void tell(
      Roster roster,
      ShownShift shift,
      String template,
      Audience audience,
      Urgency urgency,
      String key) {
    events.publishEvent(
        new NoticeWanted(
            roster.client(),
            audience,
            urgency,
            template,
            words(roster, shift),
            "roster/" + roster.id(),
            key));
  }

  private static Map<String, String> words(Roster roster, ShownShift shift) {
    return Map.of(
        "roster",
        roster.name(),
        "from",
        DutyWords.time(shift.from(), roster.zone()),
        "to",
        DutyWords.time(shift.to(), roster.zone()),
        "why",
        DutyWords.gap(shift),
        "person",
        shift.people().isEmpty() ? "无人" : shift.people().getFirst().name());
  }

  private static Instant earlier(Instant next, Instant candidate, Instant now) {
    return candidate.isAfter(now) && candidate.isBefore(next) ? candidate : next;
  }
}
