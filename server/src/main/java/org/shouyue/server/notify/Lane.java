package org.shouyue.server.notify;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One channel's way out of this node: a thread that claims, and as many as the channel's kind
/// allows that send. Nothing in it is shared with another channel, so that one that hangs holds up
/// nobody else.
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int WIDEST = 16;

  private final UUID channel;
  private final UUID node;
  private final Sending sending;
  private final Clients clients;
  private final Semaphore signal = new Semaphore(0);
  private final Semaphore free = new Semaphore(WIDEST);
  private final Thread claimer;
  private volatile boolean running = true;

  Lane(UUID channel, UUID node, Sending sending, Clients clients) {
    this.channel = channel;
    this.node = node;
    this.sending = sending;
    this.clients = clients;
    this.claimer = Thread.ofVirtual().name("lane-" + channel).unstarted(this::work);
  }

  Lane start() {
    claimer.start();
    return this;
  }

  void wake() {
    signal.release();
  }

  void stop() {
    running = false;
    claimer.interrupt();
  }

  private void work() {
    while (running) {
      try {
        signal.acquire();
        signal.drainPermits();
        House.everybody(clients).call(this::drain);
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) { // the outer edge: the pump's next look wakes it again
        if (running) {
          LOG.warn("channel {} could not look at its queue", channel, e);
        }
      }
    }
  }

  /// Sends until nothing is due.
  private boolean drain() throws InterruptedException {
    while (running) {
      if (!free.tryAcquire(1, TimeUnit.SECONDS)) {
        continue;
      }
      free.release();
      int busy = WIDEST - free.availablePermits();
      List<Sending.Parcel> parcels = sending.claim(channel, node, busy);
      if (parcels.isEmpty()) {
        return true;
      }
      for (Sending.Parcel parcel : parcels) {
        free.acquire();
        Thread.ofVirtual().start(() -> deliver(parcel));
      }
    }
    return false;
  }

  private void deliver(Sending.Parcel parcel) {
    try {
      TenantScope.of(parcel.delivery().clientId()).run(() -> sending.deliver(parcel));
    } catch (RuntimeException e) { // the outer edge: its lease runs out and it is tried again
      LOG.warn("delivery {} could not be recorded", parcel.delivery().id(), e);
    } finally {
      free.release();
      wake();
    }
  }
}
