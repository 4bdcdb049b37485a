package org.shouyue.server.secrecy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells people a month before their undertaking ends, and again a week before.
@Component
class UndertakingWatch implements Timed {
  private static final List<Duration> BEFORE = List.of(Duration.ofDays(30), Duration.ofDays(7));

  private final Undertakings undertakings;
  private final Clients clients;
  private final ApplicationEventPublisher events;

  /// Real time asks every second; once an hour is often enough to look.
  private volatile Instant looked = Instant.MIN;

  UndertakingWatch(Undertakings undertakings, Clients clients, ApplicationEventPublisher events) {
    this.undertakings = undertakings;
    this.clients = clients;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    @Nullable Instant next = null;
    for (Duration before : BEFORE) {
      for (Undertaking one :
          undertakings.ending(now.plus(before), now.plus(before).plus(Duration.ofDays(400)))) {
        Instant end = one.until();
        if (end != null && (next == null || end.minus(before).isBefore(next))) {
          next = end.minus(before);
        }
      }
    }
    return next;
  }

  @Override
  @Transactional
  public void at(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(looked)) {
      return;
    }
    for (Duration before : BEFORE) {
      undertakings.ending(now, now.plus(before)).forEach(one -> tell(one, before));
    }
    looked = hour;
  }

  /// The key makes it once for each undertaking and time before: the notify room drops the others.
  private void tell(Undertaking one, Duration before) {
    Instant until = one.until();
    if (until == null) {
      return;
    }
    ZoneId zone = clients.find(one.clientId()).map(Client::zone).orElse(SecrecyTerm.usualZone());
    events.publishEvent(
        new NoticeWanted(
            one.clientId(),
            new Audience.Persons(List.of(one.personId())),
            Urgency.NORMAL,
            "undertaking-expiring",
            Map.of(
                "person", one.personName(),
                "client", one.clientName(),
                "until", until.atZone(zone).toLocalDate().toString()),
            "undertaking/" + one.id(),
            "undertaking-expiring/" + one.id() + "/" + before.toDays()));
  }
}
