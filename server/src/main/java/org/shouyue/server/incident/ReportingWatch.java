package org.shouyue.server.incident;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Warns a quarter of an hour before an authority must have been told.
@Component
class ReportingWatch implements Timed {
  private final ReportingDuties duties;
  private final ApplicationEventPublisher events;

  ReportingWatch(ReportingDuties duties, ApplicationEventPublisher events) {
    this.duties = duties;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    Instant next = duties.nextWarning();
    return next == null || next.isAfter(now) ? next : now;
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (ReportingDuties.Late late : duties.takeWarnings(now)) {
      events.publishEvent(
          new NoticeWanted(
              late.client(),
              new Audience.OfRole(Role.PROVIDER_MANAGER),
              Urgency.DISASTER,
              "incident-report-due",
              Map.of(
                  "number", late.number(),
                  "receiver", late.duty().chinese(),
                  "due", late.dueAt().atZone(WorkCalendar.SHANGHAI).toLocalDateTime().toString()),
              "incident/" + late.incident(),
              "incident/" + late.incident() + "/duty/" + late.duty().code()));
    }
  }
}
