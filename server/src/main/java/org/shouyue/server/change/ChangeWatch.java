package org.shouyue.server.change;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Shows an emergency change as broken when the client has not confirmed it within 24 hours.
@Component
class ChangeWatch implements Timed {
  private final ChangeRows rows;
  private final ChangeDesk desk;
  private final ChangeNotices notices;
  private final ApplicationEventPublisher events;

  ChangeWatch(
      ChangeRows rows, ChangeDesk desk, ChangeNotices notices, ApplicationEventPublisher events) {
    this.rows = rows;
    this.desk = desk;
    this.notices = notices;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rows.nextUnconfirmed();
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (Change change : rows.markUnconfirmed(now)) {
      events.publishEvent(
          new Changed(
              change.clientId(),
              "change.unconfirmed",
              change.about(),
              Map.of("confirmBy", String.valueOf(change.confirmBy()))));
      notices.unconfirmed(change, desk.ticket(change));
    }
  }
}
