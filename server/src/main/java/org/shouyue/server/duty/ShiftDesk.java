package org.shouyue.server.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What whoever is on a shift does: check in, write the log, take over, hand over.
@Service
class ShiftDesk {
  private final SpecialPeriods periods;
  private final PeriodDesk desk;
  private final OnSiteShifts shifts;
  private final Tickets tickets;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  ShiftDesk(
      SpecialPeriods periods,
      PeriodDesk desk,
      OnSiteShifts shifts,
      Tickets tickets,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.periods = periods;
    this.desk = desk;
    this.shifts = shifts;
    this.tickets = tickets;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// A photo or another file that shows that somebody was there.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Shown(String name, String type, byte[] content) {}

  /// Checks in; the place and the photo join the contract's evidence.
  @Transactional
  void checkIn(UUID id, @Nullable String place, @Nullable Shown shown) {
    OnSiteShift shift = own(id);
    Instant now = clock.instant();
    if (shift.checkedInAt() != null) {
      throw Problem.conflict("wrong-state", "该班次已经签到");
    }
    if (now.isBefore(shift.from().minus(OnSiteShift.EARLY)) || !now.isBefore(shift.to())) {
      throw Problem.conflict("not-now", "只能在班次开始前一小时至班次结束之间签到");
    }
    shifts.checkIn(id, now, place);
    boolean late = now.isAfter(shift.from().plus(OnSiteShift.GRACE));
    keep(shift, shown == null ? said("签到", place, now) : shown, now);
    changed(shift, "shift.checked-in", Map.of("late", late));
  }

  /// Acknowledges what the shift before handed over.
  @Transactional
  void takeOver(UUID id) {
    OnSiteShift shift = present(id);
    OnSiteShift before =
        shifts
            .before(shift)
            .orElseThrow(() -> Problem.conflict("nothing-handed-over", "这是第一个班次，没有交接"));
    if (before.handOver() == null || before.takenOverAt() != null) {
      throw Problem.conflict("nothing-handed-over", "上一班没有待接收的交接记录");
    }
    shifts.takeOver(before.id(), clock.instant(), Caller.current().id());
    changed(shift, "shift.taken-over", Map.of("from", before.id()));
  }

  /// Leaves, with a note to the next one.
  @Transactional
  void checkOut(UUID id, String handOver) {
    OnSiteShift shift = present(id);
    Instant now = clock.instant();
    shifts.checkOut(id, now, handOver);
    keep(shift, said("交接", handOver, now), now);
    changed(shift, "shift.checked-out", Map.of("early", now.isBefore(shift.to())));
  }

  /// Writes a line of the log.
  @Transactional
  UUID write(UUID id, String checked, @Nullable String found, @Nullable UUID ticket) {
    OnSiteShift shift = present(id);
    UUID client = period(shift).clientId();
    if (ticket != null) {
      var linked = tickets.find(ticket);
      if (linked == null || !linked.clientId().equals(client)) {
        throw Problem.invalid("ticketId", "names no ticket of this client");
      }
    }
    UUID entry = UUID.randomUUID();
    shifts.write(
        shift,
        client,
        new OnSiteShifts.Entry(
            entry, id, clock.instant(), Caller.current().name(), checked, found, ticket));
    return entry;
  }

  private OnSiteShift own(UUID id) {
    OnSiteShift shift = shifts.lock(id).orElseThrow(() -> Problem.notFound("shift", id));
    if (!Caller.current().id().equals(shift.person())) {
      throw Problem.forbidden("只有该班次的值守人员本人才能办理");
    }
    if (periods.lockPlanned(shift.periodId()).isEmpty()) {
      throw Problem.conflict("wrong-state", "这次值守已经结束或取消");
    }
    return shift;
  }

  private OnSiteShift present(UUID id) {
    OnSiteShift shift = own(id);
    if (shift.checkedInAt() == null || shift.checkedOutAt() != null) {
      throw Problem.conflict("not-on-shift", "请先签到；已经交班的班次不能再记录");
    }
    return shift;
  }

  private SpecialPeriod period(OnSiteShift shift) {
    return desk.require(shift.periodId());
  }

  private static Shown said(String what, @Nullable String words, Instant now) {
    String text =
        "%s：%s 于 %s%s"
            .formatted(what, Caller.current().name(), now, words == null ? "" : "\n" + words);
    return new Shown(
        what + ".txt", "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private void keep(OnSiteShift shift, Shown shown, Instant now) {
    SpecialPeriod period = period(shift);
    evidence.keep(
        new NewEvidence(
            period.clientId(),
            period.contractId(),
            shown.name(),
            shown.type(),
            shown.content(),
            "special-period/" + period.id(),
            now));
  }

  private void changed(OnSiteShift shift, String action, Map<String, ?> details) {
    events.publishEvent(
        new Changed(
            period(shift).clientId(), action, "special-period/" + shift.periodId(), details));
  }
}
