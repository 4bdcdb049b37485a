package org.shouyue.server.external;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells people of notices whose day of answer is near or past, each once.
@Component
class NoticeWatch implements Timed {
  /// How long before the day of answer people are reminded.
  static final Duration SOON = Duration.ofDays(2);

  private final NoticeRows rows;
  private final NoticeDesk desk;

  NoticeWatch(NoticeRows rows, NoticeDesk desk) {
    this.rows = rows;
    this.desk = desk;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    Instant soon = rows.nextDue("told_soon");
    Instant reminder = soon == null ? null : soon.minus(SOON);
    Instant overdue = rows.nextDue("told_overdue");
    if (reminder == null || overdue == null) {
      return reminder == null ? overdue : reminder;
    }
    return reminder.isBefore(overdue) ? reminder : overdue;
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (Notice notice : rows.mark("told_overdue", now)) {
      desk.tell(
          notice,
          "external-overdue",
          Urgency.HIGH,
          List.of(
              new Audience.OnDuty(),
              new Audience.OfRole(Role.PROVIDER_MANAGER),
              new Audience.OfRole(Role.CLIENT_SIGNATORY)));
    }
    for (Notice notice : rows.mark("told_soon", now.plus(SOON))) {
      if (notice.answerDue().isAfter(now)) {
        desk.tell(
            notice,
            "external-due-soon",
            Urgency.HIGH,
            List.of(new Audience.OnDuty(), new Audience.OfRole(Role.PROVIDER_MANAGER)));
      }
    }
  }
}
