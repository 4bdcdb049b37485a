package org.shouyue.server.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.stereotype.Component;

/// Tells everything that waits for the clock what time it is: first the dispatcher, then the rest.
@Component
class ClockWork {
  private final List<Timed> timed;
  private final Clients clients;
  private final InstantSource clock;
  private final AtomicBoolean busy = new AtomicBoolean();

  ClockWork(List<Timed> timed, Clients clients, InstantSource clock) {
    this.timed = timed;
    this.clients = clients;
    this.clock = clock;
  }

  /// Does what is due now for all clients; nothing when this node is at it already.
  void tick() {
    if (busy.compareAndSet(false, true)) {
      try {
        Instant now = clock.instant();
        everyone().run(() -> timed.forEach(each -> each.at(now)));
      } finally {
        busy.set(false);
      }
    }
  }

  /// The scope of all clients.
  TenantScope everyone() {
    return TenantScope.of(clients.everyId());
  }

  /// The next instant, `to` at the latest, at which anything is due. Call it in the scope of
  /// [#everyone].
  Instant next(Instant now, Instant to) {
    Instant next = to;
    for (Timed each : timed) {
      @Nullable Instant wanted = each.next(now);
      if (wanted != null && wanted.isBefore(next)) {
        next = wanted;
      }
    }
    return next.isBefore(now) ? now : next;
  }
}
