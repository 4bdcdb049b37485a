package org.shouyue.server.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.escalation.Escalation.State;
import org.shouyue.server.escalation.EscalationRows.Taken;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.ChannelHealth;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Notices;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Severity;
import org.shouyue.server.work.Timed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the chains. A step and the messages that it sends are one transaction: a node that dies
/// leaves it either done or due, and whoever looks next does it. What is due at once is done in the
/// transaction that began it, so that a telephone rings without waiting for a tick.
@Service
class Escalations implements Timed {
  private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
  private static final String CHANNEL = "channel/";
  private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
  private static final DateTimeFormatter SAID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.SHANGHAI);

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

  /// Begins to tell people of these matters, but for those for which the client's chain has no step
  /// and those that are being escalated already. Within the caller's transaction.
  @Transactional
  void begin(List<Matter> matters) {
    Instant now = clock.instant();
    Map<ChainOf, Chain> known = new HashMap<>();
    List<Escalation> wanted = new ArrayList<>();
    for (Matter matter : matters) {
      Chain chain =
          known.computeIfAbsent(
              new ChainOf(matter.clientId(), matter.severity()),
              one -> chains.of(one.client(), one.severity()));
      int first = matter.told() ? 1 : 0;
      if (chain.steps().size() > first) {
        wanted.add(begun(matter, chain, first, now));
      }
    }
    Set<UUID> added = rows.addAll(wanted);
    // Asked of what was computed: the database rounds to microseconds, perhaps to a moment after
    // now.
    rows.wrote(
        wanted.stream()
            .filter(one -> added.contains(one.id()) && one.dueBy(now))
            .map(one -> step(one, now))
            .filter(Objects::nonNull)
            .toList(),
        now);
  }

  private record ChainOf(UUID client, Severity severity) {}

  private static Escalation begun(Matter matter, Chain chain, int first, Instant now) {
    return new Escalation(
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
        chain.repeatLimit(),
        State.RUNNING,
        first,
        0,
        now,
        now.plus(Duration.ofMinutes(chain.steps().get(first).afterMinutes())),
        null,
        null,
        null);
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rows.next(now);
  }

  @Override
  public void at(Instant now) {
    List<UUID> due = rows.due(now);
    while (!due.isEmpty()) {
      due.forEach(id -> take(id, now));
      due = rows.due(now);
    }
  }

  /// Takes one step, unless another node has it in hand. One chain that cannot be taken further
  /// must not silence those behind it.
  private void take(UUID id, Instant now) {
    try {
      transactions.executeWithoutResult(_ ->
          rows.take(id, now)
              .map(one -> step(one, now))
              .ifPresent(taken -> rows.wrote(List.of(taken), now)));
    } catch (RuntimeException e) { // the outer edge of this chain: it is tried again soon
      LOG.warn("the step of escalation {} failed and is tried again", id, e);
      transactions.executeWithoutResult(_ -> rows.putOff(id, now.plus(AFTER_FAULT)));
    }
  }

  /// Nobody took the matter however often they were told: that is written down, and the managers
  /// are told that their people do not answer.
  private void giveUp(Escalation one, Instant now) {
    end(one.id(), null, State.UNANSWERED, "守约", "limit", now);
    Map<String, String> words = new HashMap<>(one.words());
    words.put("title", one.title());
    words.put("times", Integer.toString(one.step() + one.repeats()));
    words.put("since", SAID.format(one.startedAt()));
    events.publishEvent(
        new NoticeWanted(
            one.clientId(),
            new Audience.OfRole(Role.PROVIDER_MANAGER),
            Urgency.HIGH,
            "escalation-unanswered",
            words,
            one.about(),
            "escalation/" + one.id() + "/unanswered"));
  }

  /// Takes the step that is due.
  ///
  /// @return what is to be written down; null when the chain ended instead
  private @Nullable Taken step(Escalation one, Instant now) {
    if (one.about().startsWith(CHANNEL)
        && channels.works(UUID.fromString(one.about().substring(CHANNEL.length())))) {
      end(one.id(), null, State.ENDED, "守约", "recovered", now);
      return null;
    }
    if (one.exhausted()) {
      giveUp(one, now);
      return null;
    }
    Step step = one.steps().get(Math.min(one.step(), one.lastStep()));
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
            step.ways(),
            one.step() + one.repeats() > 0);
    String text =
        String.join("、", told)
            + " · "
            + String.join(" ", step.means().stream().map(means -> means.code()).toList());
    if (one.step() < one.lastStep()) {
      Instant next =
          one.startedAt().plus(Duration.ofMinutes(one.steps().get(one.step() + 1).afterMinutes()));
      return new Taken(one, text, one.step() + 1, 0, next.isAfter(now) ? next : now.plusSeconds(1));
    }
    Duration pause = Chain.pause(one.repeatMinutes(), one.repeats());
    return new Taken(one, text, one.step(), one.repeats() + 1, now.plus(pause));
  }

  /// About which of these things people are being told.
  Set<String> running(Collection<String> abouts) {
    return rows.running(abouts);
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
