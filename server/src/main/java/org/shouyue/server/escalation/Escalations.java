package org.shouyue.server.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.escalation.Escalation.State;
import org.shouyue.server.notify.ChannelHealth;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Notices;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.work.Severity;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the chains. A step and the messages that it sends are one transaction: a node that dies
/// leaves it either done or due, and whoever looks next does it. What is due at once is done in the
/// transaction that began it, so that a telephone rings without waiting for a tick.
@Service
class Escalations implements Timed {
  private static final String CHANNEL = "channel/";

  private final EscalationRows rows;
  private final Chains chains;
  private final Notices notices;
  private final ChannelHealth channels;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Escalations(
      EscalationRows rows,
      Chains chains,
      Notices notices,
      ChannelHealth channels,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.rows = rows;
    this.chains = chains;
    this.notices = notices;
    this.channels = channels;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// A matter that is to be escalated.
  ///
  /// @param told whether people were told just now, so that the first step is left out
  record Matter(
      UUID clientId,
      Severity severity,
      String template,
      Map<String, String> words,
      String about,
      String key,
      boolean told) {}

  /// Begins to tell people, unless the client's chain for this severity has no step or the matter
  /// is being escalated already. Within the caller's transaction.
  @Transactional
  void begin(Matter matter) {
    Chain chain = chains.of(matter.clientId(), matter.severity());
    int first = matter.told() ? 1 : 0;
    if (chain.steps().size() <= first) {
      return;
    }
    Instant now = clock.instant();
    Escalation one =
        new Escalation(
            UUID.randomUUID(),
            matter.clientId(),
            matter.key(),
            matter.severity(),
            matter.about(),
            matter.words().getOrDefault("title", matter.about()),
            matter.template(),
            matter.words(),
            chain.steps(),
            chain.repeatMinutes(),
            State.RUNNING,
            first,
            0,
            now,
            now.plus(Duration.ofMinutes(chain.steps().get(first).afterMinutes())),
            null,
            null,
            null);
    // Asked of what was computed: the database rounds to microseconds, perhaps to a moment after
    // now.
    if (rows.add(one) && one.dueBy(now)) {
      step(one, now);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rows.next(now);
  }

  @Override
  public void at(Instant now) {
    boolean more = true;
    while (more) {
      more =
          Boolean.TRUE.equals(
              transactions.execute(_ -> {
                Optional<Escalation> due = rows.due(now);
                due.ifPresent(one -> step(one, now));
                return due.isPresent();
              }));
    }
  }

  /// Takes the step that is due, and says when the next one is.
  private void step(Escalation one, Instant now) {
    if (one.about().startsWith(CHANNEL)
        && channels.works(UUID.fromString(one.about().substring(CHANNEL.length())))) {
      end(one.id(), null, State.ENDED, "守约", "recovered", now);
      return;
    }
    int last = one.steps().size() - 1;
    Step step = one.steps().get(Math.min(one.step(), last));
    List<String> told =
        notices.send(
            new NoticeWanted(
                one.clientId(),
                step.audience(),
                step.rings() ? Urgency.DISASTER : Urgency.HIGH,
                one.template(),
                one.words(),
                one.about(),
                "escalation/%s/%d/%d".formatted(one.id(), one.step(), one.repeats())),
            step.ways());
    rows.note(
        one,
        now,
        "told",
        String.join("、", told)
            + " · "
            + String.join(" ", step.means().stream().map(means -> means.code()).toList()));
    if (one.step() < last) {
      Instant next =
          one.startedAt().plus(Duration.ofMinutes(one.steps().get(one.step() + 1).afterMinutes()));
      rows.stepped(one.id(), one.step() + 1, 0, next.isAfter(now) ? next : now.plusSeconds(1));
    } else {
      Duration pause = Chain.pause(one.repeatMinutes(), one.repeats());
      rows.stepped(one.id(), one.step(), one.repeats() + 1, now.plus(pause));
    }
  }

  /// Whether people are being told of something about this thing.
  boolean running(String about) {
    return rows.running(about);
  }

  /// Ends one: somebody takes the matter.
  ///
  /// @param how `button`, `link`, `digit` or `ticket`
  /// @return false when it was over already
  @Transactional
  boolean acknowledge(UUID id, String by, String how) {
    return end(id, null, State.ACKNOWLEDGED, by, how, clock.instant());
  }

  /// Ends all about a thing.
  @Transactional
  void over(String about, State state, String by, String how) {
    end(null, about, state, by, how, clock.instant());
  }

  private boolean end(
      @Nullable UUID id, @Nullable String about, State state, String by, String how, Instant at) {
    List<Escalation> ended = rows.end(id, about, state, by, how, at);
    for (Escalation one : ended) {
      rows.note(one, at, state.code(), by + " · " + how);
      events.publishEvent(
          new Changed(
              one.clientId(),
              "escalation." + state.code(),
              "escalation/" + one.id(),
              Map.of("by", by, "how", how, "about", one.about())));
    }
    return !ended.isEmpty();
  }
}
