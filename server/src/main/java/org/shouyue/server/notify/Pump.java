package org.shouyue.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.tenant.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps the queue moving on this node. What is queued here goes out as soon as its transaction
/// commits; a look every half second finds what comes due, what other nodes queued and did not
/// send, and what dead nodes had in hand. Each channel has threads of its own.
@Component
class Pump implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int LOOKS_BETWEEN_CHANNELS = 4;
  private static final int LOOKS_BETWEEN_EXPIRIES = 20;

  private final UUID node = UUID.randomUUID();
  private final ConcurrentHashMap<UUID, Lane> lanes = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notice-pump").factory());
  private final Deliveries deliveries;
  private final Nodes nodes;
  private final Sending sending;
  private final Clients clients;
  private final InstantSource clock;
  private final WallClock wall;
  private final ObjectProvider<HouseNotices> house;
  private int looks;
  private volatile boolean running;

  Pump(
      Deliveries deliveries,
      Nodes nodes,
      Sending sending,
      Clients clients,
      InstantSource clock,
      WallClock wall,
      ObjectProvider<HouseNotices> house) {
    this.deliveries = deliveries;
    this.nodes = nodes;
    this.sending = sending;
    this.clients = clients;
    this.clock = clock;
    this.wall = wall;
    this.house = house;
  }

  /// Has these channels look at their queues once the present transaction has committed.
  void wakeAfterCommit(Set<UUID> channels) {
    if (channels.isEmpty()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            channels.forEach(Pump.this::wake);
          }
        });
  }

  private void wake(UUID channel) {
    if (running) {
      lanes.computeIfAbsent(channel, id -> new Lane(id, node, sending, clients).start()).wake();
    }
  }

  @Override
  public void start() {
    running = true;
    nodes.beat(node, wall.instant());
    Future<?> _ =
        executor.scheduleWithFixedDelay(
            this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Instant now = wall.instant();
      nodes.beat(node, now);
      int look = looks++;
      House.everybody(clients)
          .run(() -> {
            if (look % LOOKS_BETWEEN_EXPIRIES == 0) {
              deliveries.expire(now);
            }
            deliveries.dueChannels(now, clock.instant()).forEach(this::wake);
          });
      if (look % LOOKS_BETWEEN_CHANNELS == 0) {
        house.getObject().lookAtChannels();
      }
    } catch (RuntimeException e) { // the outer edge of this thread: the next look tries again
      if (running) {
        LOG.warn("the queue of notices could not be looked at; it is tried again at once", e);
      }
    }
  }

  @Override
  public void stop() {
    running = false;
    executor.shutdown();
    lanes.values().forEach(Lane::stop);
    lanes.clear();
    try {
      nodes.leave(node, wall.instant());
    } catch (RuntimeException e) { // others notice by the missing beat
      LOG.info("this node could not say that it leaves: {}", e.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
