package org.shouyue.server.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.notify.Routing.Manner;
import org.shouyue.server.notify.Together.Told;
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
    queue(wanted, Manner.USUAL);
  }

  /// Queues a notice by these means, whatever the rules for its urgency say; opt-outs and quiet
  /// hours count as ever.
  ///
  /// @param again whether it rings though the same thing rang just now: people were told of it and
  ///   did not react
  /// @return the names of those who are told; none when the client has a notice with this key
  @Transactional
  public List<String> send(NoticeWanted wanted, Set<Means> means, boolean again) {
    return queue(wanted, new Manner(means, again));
  }

  /// Does something that tells many people many things. What is looked up for one of these notices
  /// is taken for all, and they are written at the end by few statements. Within the caller's
  /// transaction.
  public void together(Runnable telling) {
    if (Together.current() != null) {
      telling.run();
      return;
    }
    Together together = new Together();
    ScopedValue.where(Together.CURRENT, together)
        .run(() -> {
          telling.run();
          together.finish();
        });
    write(together.told());
  }

  /// Hands one thing to `all`: at once by itself, or together with others at the end of
  /// [#together]. It must be the same `all` each time.
  public <T> void postpone(Consumer<List<T>> all, T one) {
    Together together = Together.current();
    if (together == null) {
      all.accept(List.of(one));
    } else {
      together.postpone(all, one);
    }
  }

  private List<String> queue(NoticeWanted wanted, Manner manner) {
    Instant now = clock.instant();
    UUID notice = UUID.randomUUID();
    String title =
        texts
            .of(wanted.clientId(), wanted.template(), "zh", wanted.words())
            .fill(wanted.words())
            .title();
    Together together = Together.current();
    boolean first =
        together == null
            ? deliveries.addNotice(notice, wanted, title, now)
            : together.first(wanted);
    if (!first) {
      return List.of();
    }
    List<Recipient> recipients = audiences.of(wanted, now);
    Told told =
        new Told(notice, wanted, title, routing.route(notice, wanted, recipients, manner, now));
    if (together == null) {
      deliveries.addAll(told.deliveries(), wall.instant());
      wake(told.deliveries());
    } else {
      together.add(told);
    }
    return recipients.stream().map(Recipient::name).toList();
  }

  private void write(List<Told> told) {
    Set<UUID> added = deliveries.addNotices(told, clock.instant());
    List<Delivery> made =
        told.stream()
            .filter(one -> added.contains(one.id()))
            .flatMap(one -> one.deliveries().stream())
            .toList();
    deliveries.addAll(made, wall.instant());
    wake(made);
  }

  private void wake(List<Delivery> made) {
    pump.wakeAfterCommit(
        made.stream()
            .map(Delivery::channelId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
