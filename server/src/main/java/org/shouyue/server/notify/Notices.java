package org.shouyue.server.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Queues notices in the transaction that makes them so, and wakes the channels when it commits.
@Service
public class Notices {
  private final Audiences audiences;
  private final Routing routing;
  private final Texts texts;
  private final Deliveries deliveries;
  private final Pump pump;
  private final InstantSource clock;
  private final WallClock wall;

  Notices(
      Audiences audiences,
      Routing routing,
      Texts texts,
      Deliveries deliveries,
      Pump pump,
      InstantSource clock,
      WallClock wall) {
    this.audiences = audiences;
    this.routing = routing;
    this.texts = texts;
    this.deliveries = deliveries;
    this.pump = pump;
    this.clock = clock;
    this.wall = wall;
  }

  @EventListener
  @Transactional
  public void on(NoticeWanted wanted) {
    queue(wanted, null);
  }

  /// Queues a notice by these means, whatever the rules for its urgency say; opt-outs and quiet
  /// hours count as ever.
  ///
  /// @return the names of those who are told; none when the client has a notice with this key
  @Transactional
  public List<String> send(NoticeWanted wanted, Set<Means> means) {
    return queue(wanted, means);
  }

  private List<String> queue(NoticeWanted wanted, @Nullable Set<Means> means) {
    Instant now = clock.instant();
    UUID notice = UUID.randomUUID();
    String title =
        texts
            .of(wanted.clientId(), wanted.template(), "zh", wanted.words())
            .fill(wanted.words())
            .title();
    if (!deliveries.addNotice(notice, wanted, title, now)) {
      return List.of();
    }
    List<Recipient> recipients = audiences.of(wanted, now);
    List<Delivery> made = routing.route(notice, wanted, recipients, means, now);
    Instant real = wall.instant();
    made.forEach(one -> deliveries.add(one, real));
    pump.wakeAfterCommit(
        made.stream()
            .map(Delivery::channelId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
    return recipients.stream().map(Recipient::name).toList();
  }
}
