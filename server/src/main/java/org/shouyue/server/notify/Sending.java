package org.shouyue.server.notify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.notify.Deliveries.Ended;
import org.shouyue.server.notify.peer.Answer;
import org.shouyue.server.notify.peer.Http;
import org.shouyue.server.notify.peer.Message;
import org.shouyue.server.notify.peer.Peer;
import org.shouyue.server.notify.peer.Peers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes messages from the queue, hands them to their peers and writes down what became of them.
///
/// That a message is being sent is committed before the peer is called, its answer after. A node
/// that dies in between leaves a message of which nobody knows whether the peer has it: it is sent
/// again under the same identifier (Message-ID, `Idempotency-Key`, `OutId`, `SessionContext`).
/// Peers that heed it show it once; a telephone may ring twice. Better than not at all.
@Component
class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final int MOST_ATTEMPTS = 12;
  private static final Duration INSIST_EVERY = Duration.ofMillis(500);

  /// Shorter than a lease by the longest that a peer and a connection are waited for.
  private static final Duration INSIST_FOR = Deliveries.LEASE.minusSeconds(30);

  private final Deliveries deliveries;
  private final Channels channels;
  private final Circuit circuit;
  private final Letters letters;
  private final Proofs proofs;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final WallClock wall;
  private final Peers peers;
  private final ConcurrentHashMap<UUID, Made> made = new ConcurrentHashMap<>();

  Sending(
      Deliveries deliveries,
      Channels channels,
      Circuit circuit,
      Letters letters,
      Proofs proofs,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      InstantSource clock,
      WallClock wall) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.circuit = circuit;
    this.letters = letters;
    this.proofs = proofs;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
    this.wall = wall;
    this.peers = new Peers(new Http(), wall::instant);
  }

  private record Made(int version, Peer peer) {}

  /// A message that this node has in hand.
  ///
  /// @param gathered what else is told in it
  record Parcel(
      Delivery delivery, List<Delivery> gathered, Channel channel, Peer peer, Message message) {

    /// The same message, as it tells of another thing.
    Parcel of(Delivery other) {
      return new Parcel(other, List.of(), channel, peer, message);
    }
  }

  /// Takes in hand what a channel may send now.
  ///
  /// @param busy how many of its messages this node has in hand already
  List<Parcel> claim(UUID channelId, UUID node, int busy) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          Channel channel = channels.find(channelId).orElse(null);
          if (channel == null || !channel.enabled()) {
            return List.<Parcel>of();
          }
          Instant now = wall.instant();
          int wanted = Math.max(0, channel.kind().parallel() - busy);
          int most = wanted == 0 ? 0 : circuit.allowance(channel, perMinute(channel), wanted, now);
          if (most == 0) {
            return List.<Parcel>of();
          }
          Peer peer = peer(channel);
          return claimed(channel, node, most, now).stream()
              .map(one -> parcel(one, channel, peer))
              .toList();
        }));
  }

  private Parcel parcel(Delivery one, Channel channel, Peer peer) {
    boolean gathers = one.digest() || channel.callPause().isPositive();
    List<Delivery> gathered = gathers ? deliveries.gather(one, clock.instant()) : List.of();
    return new Parcel(one, gathered, channel, peer, letters.of(one, gathered));
  }

  /// Where calls are spared, one node claims at a time, so that two do not call the same person.
  private List<Delivery> claimed(Channel channel, UUID node, int most, Instant now) {
    Duration pause = channel.callPause();
    if (pause.isPositive()) {
      channels.lock(channel.id());
    }
    Instant lastCall = pause.isPositive() ? now.minus(pause) : null;
    return deliveries.claim(
        new Deliveries.Claim(channel.id(), node, most, now, clock.instant(), lastCall));
  }

  private static int perMinute(Channel channel) {
    String given = channel.settings().getOrDefault("perMinute", "");
    return given.matches("\\d{1,6}") ? Integer.parseInt(given) : channel.kind().perMinute();
  }

  /// A peer for a channel as it is set up now, kept while its settings stay.
  Peer peer(Channel channel) {
    return made.compute(
            channel.id(),
            (_, known) ->
                known != null && known.version() == channel.version()
                    ? known
                    : new Made(channel.version(), make(channel)))
        .peer();
  }

  private Peer make(Channel channel) {
    var settings = channels.opened(channel);
    return switch (channel.kind()) {
      case SMTP -> peers.smtp(settings);
      case SMS_ALIYUN -> peers.aliyunSms(settings);
      case SMS_TENCENT -> peers.tencentSms(settings);
      case SMS_HTTP, VOICE_HTTP -> peers.http(settings);
      case WECOM -> peers.wecom(settings);
      case DINGTALK -> peers.dingtalk(settings);
      case FEISHU -> peers.feishu(settings);
      case VOICE_ALIYUN -> peers.aliyunVoice(settings);
    };
  }

  /// Calls the peer and writes down its answer.
  void deliver(Parcel parcel) {
    long begun = System.nanoTime();
    Answer answer = ask(parcel.peer(), parcel.message());
    long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    Ended ended = ended(parcel.delivery(), answer, took);
    List<Proofs.Prepared> proven =
        ended.state() == DeliveryState.SENT
            ? Stream.concat(Stream.of(parcel), parcel.gathered().stream().map(parcel::of))
                .filter(one -> one.delivery().proof())
                .map(one -> proofs.prepare(one, ended))
                .toList()
            : List.of();
    insist(() ->
        transactions.executeWithoutResult(_ -> {
          if (deliveries.end(parcel.delivery(), ended)) {
            judge(parcel, answer, ended);
            proven.forEach(proofs::keep);
          }
        }));
  }

  /// Writes down what the peer said, again and again while the message is ours, when the database
  /// cannot take it: a peer that took a message must not be sent it twice because no connection was
  /// free for a moment.
  private void insist(Runnable record) {
    Instant until = wall.instant().plus(INSIST_FOR);
    while (true) {
      try {
        record.run();
        return;
      } catch (DataAccessException | TransactionException e) {
        if (Thread.currentThread().isInterrupted() || wall.instant().isAfter(until)) {
          throw e;
        }
        LOG.info("what a peer said could not be recorded, and is again: {}", e.getMessage());
        LockSupport.parkNanos(INSIST_EVERY.toNanos());
      }
    }
  }

  /// Asks the peer; that there was no answer is an answer too.
  static Answer ask(Peer peer, Message message) {
    try {
      return peer.send(message);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("stopped", "the server is stopping");
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Failed("no-answer", e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private Ended ended(Delivery delivery, Answer answer, long took) {
    Instant now = wall.instant();
    return switch (answer) {
      case Answer.Taken taken ->
          new Ended(
              DeliveryState.SENT,
              "taken",
              taken.code(),
              taken.said(),
              taken.providerId(),
              null,
              now,
              took);
      case Answer.Refused refused ->
          new Ended(
              DeliveryState.FAILED,
              "refused",
              refused.code(),
              refused.said(),
              null,
              null,
              now,
              took);
      case Answer.Throttled throttled ->
          again(delivery, throttled, "throttled", now, throttled.after(), took);
      case Answer.Failed failed -> again(delivery, failed, "failed", now, null, took);
    };
  }

  private static Ended again(
      Delivery delivery,
      Answer answer,
      String outcome,
      Instant now,
      @Nullable Duration after,
      long took) {
    Instant next =
        now.plus(Objects.requireNonNullElseGet(after, () -> Backoff.after(delivery.attempts())));
    boolean over = delivery.attempts() >= MOST_ATTEMPTS || next.isAfter(delivery.expiresAt());
    return new Ended(
        over ? DeliveryState.FAILED : DeliveryState.QUEUED,
        outcome,
        answer.code(),
        answer.said(),
        null,
        over ? null : next,
        now,
        took);
  }

  /// What the answer says about the channel. Its death and its recovery are told by the others.
  private void judge(Parcel parcel, Answer answer, Ended ended) {
    Channel channel = parcel.channel();
    UUID client = parcel.delivery().clientId();
    switch (answer) {
      case Answer.Failed failed -> {
        String said = failed.code() + " " + failed.said();
        if (circuit.failed(channel.id(), said, ended.at())) {
          events.publishEvent(
              new ChannelDied(client, channel.id(), channel.name(), said, clock.instant()));
          tell("channel-dead", client, channel, ended.at().toString(), "", said);
        }
      }
      case Answer.Taken _, Answer.Refused _ -> {
        Instant since = circuit.worked(channel.id());
        if (since != null) {
          tell("channel-recovered", client, channel, since.toString(), ended.at().toString(), "");
        }
      }
      case Answer.Throttled _ -> {}
    }
  }

  private void tell(
      String template, UUID client, Channel channel, String since, String until, String said) {
    events.publishEvent(
        new NoticeWanted(
            client,
            new Audience.OfRole(org.shouyue.server.tenant.Role.PROVIDER_MANAGER),
            Urgency.HIGH,
            template,
            Map.of(
                "channel", channel.name(),
                "kind", channel.kind().code(),
                "since", since,
                "until", until,
                "said", said),
            "channel/" + channel.id(),
            template + "/" + channel.id() + "/" + since + "/" + until));
  }
}
