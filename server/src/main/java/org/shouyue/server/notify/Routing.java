package org.shouyue.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.springframework.stereotype.Component;

/// Makes one delivery for each recipient and channel out of a notice.
@Component
class Routing {
  /// How long a message is worth sending. A call about yesterday only frightens.
  private static final Map<Means, Duration> WORTH =
      Map.of(
          Means.PHONE, Duration.ofMinutes(30),
          Means.SMS, Duration.ofHours(6),
          Means.ROBOT, Duration.ofHours(6),
          Means.MAIL, Duration.ofHours(72),
          Means.INBOX, Duration.ofDays(3650));

  /// How long one disaster does not ring for the same person again, whoever tells of it: a ticket
  /// and its escalation speak up in the same moment.
  private static final Duration ONE_RING = Duration.ofMinutes(1);

  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

  private final Channels channels;
  private final Deliveries deliveries;
  private final Rules rules;
  private final Preferences preferences;
  private final Texts texts;
  private final Clients clients;
  private final WallClock wall;
  private final Rehearsal rehearsal;

  Routing(
      Channels channels,
      Deliveries deliveries,
      Rules rules,
      Preferences preferences,
      Texts texts,
      Clients clients,
      WallClock wall,
      Rehearsal rehearsal) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.rules = rules;
    this.preferences = preferences;
    this.texts = texts;
    this.clients = clients;
    this.wall = wall;
    this.rehearsal = rehearsal;
  }

  /// How a notice is told.
  ///
  /// @param only by these means, whatever rules say; null for what the rules say
  /// @param again whether it rings though the same thing rang just now
  record Manner(@Nullable Set<Means> only, boolean again) {
    /// As the rules say, one ring for one thing.
    static final Manner USUAL = new Manner(null, false);
  }

  /// What all notices of one client share.
  private record Setting(
      ZoneId zone, Rules.@Nullable Quiet quiet, List<Rules.Rule> rules, List<Channel> usable) {}

  private record SettingOf(UUID client) {}

  private record PreferenceOf(@Nullable UUID person) {}

  /// What all deliveries of one notice share.
  private record Round(
      UUID notice, NoticeWanted wanted, Manner manner, Instant now, Setting setting) {
    @Nullable Channel first(Means means) {
      return setting.usable().stream()
          .filter(channel -> channel.kind().means() == means)
          .findFirst()
          .orElse(null);
    }
  }

  /// The deliveries of a notice.
  List<Delivery> route(
      UUID notice, NoticeWanted wanted, List<Recipient> recipients, Manner manner, Instant now) {
    UUID client = wanted.clientId();
    Setting setting =
        Together.known(
            new SettingOf(client),
            () ->
                new Setting(
                    clients.find(client).map(Client::zone).orElse(USUAL_ZONE),
                    rules.quiet(client),
                    rules.of(client),
                    channels.usable(client)));
    Round round = new Round(notice, wanted, manner, now, setting);
    List<Delivery> made = new ArrayList<>();
    Set<Means> heard = EnumSet.noneOf(Means.class);
    for (Recipient recipient : recipients) {
      Set<Means> means = means(round, recipient);
      heard.addAll(means);
      means.forEach(one -> personal(round, recipient, one, made));
    }
    boolean outside = wanted.audience() instanceof Audience.Outside;
    if (heard.contains(Means.ROBOT) && !outside) {
      robots(round, recipients, made);
    }
    return made;
  }

  private Set<Means> means(Round round, Recipient recipient) {
    Set<Means> only = round.manner().only();
    Urgency urgency = round.wanted().urgency();
    Set<Means> means = EnumSet.of(Means.INBOX);
    means.addAll(
        only != null ? only : rules.means(round.setting().rules(), recipient.person(), urgency));
    if (urgency != Urgency.DISASTER) {
      preference(recipient).optedOut().stream()
          .filter(one -> one != Means.INBOX)
          .forEach(means::remove);
    }
    boolean reached =
        means.stream()
            .anyMatch(one ->
                one == Means.ROBOT
                    ? recipient.person() != null && round.first(one) != null
                    : one != Means.INBOX && reaches(round, recipient, one));
    if (!reached) {
      spare(round, recipient, means);
    }
    return means;
  }

  /// Nothing of what was wanted reaches them: by mail, or by short message for those without.
  private static void spare(Round round, Recipient recipient, Set<Means> means) {
    if (reaches(round, recipient, Means.MAIL)) {
      means.add(Means.MAIL);
    } else if (recipient.person() == null || round.wanted().urgency().atLeast(Urgency.HIGH)) {
      means.add(Means.SMS);
    }
  }

  private static boolean reaches(Round round, Recipient recipient, Means means) {
    Channel channel = round.first(means);
    return channel != null && !channel.dead() && recipient.address(means) != null;
  }

  private void personal(Round round, Recipient recipient, Means means, List<Delivery> made) {
    String address = recipient.address(means);
    Channel channel = round.first(means);
    if (address == null
        || (means != Means.INBOX && channel == null)
        || rangJustNow(round, recipient, means)) {
      return;
    }
    Preferences.Preference preference = preference(recipient);
    boolean digest =
        round.wanted().urgency() == Urgency.LOW
            && means == Means.MAIL
            && !preference.digest().equals("none");
    Instant from = means == Means.INBOX ? round.now() : from(round, preference, digest);
    made.add(
        delivery(
            round,
            recipient,
            new Way(means, channel == null ? null : channel.id(), address, from, digest)));
  }

  private Preferences.Preference preference(Recipient recipient) {
    return Together.known(
        new PreferenceOf(recipient.person()), () -> preferences.of(recipient.person()));
  }

  private boolean rangJustNow(Round round, Recipient recipient, Means means) {
    if (round.manner().again()
        || round.wanted().urgency() != Urgency.DISASTER
        || (means != Means.PHONE && means != Means.SMS)) {
      return false;
    }
    Together together = Together.current();
    return (together != null && together.rings(round.wanted(), recipient.target(), means))
        || deliveries.rang(round.wanted(), recipient.target(), means, round.now().minus(ONE_RING));
  }

  private static Instant from(Round round, Preferences.Preference preference, boolean digest) {
    if (round.wanted().urgency().atLeast(Urgency.HIGH)) {
      return round.now();
    }
    ZoneId zone = round.setting().zone();
    Instant from = Waiting.quiet(round.setting().quiet(), round.now(), zone);
    from = Waiting.quiet(preference.quiet(), from, zone);
    return digest ? Waiting.digest(preference.digest(), from, zone) : from;
  }

  /// Once into each group in which a recipient of that side is, however many they are.
  private void robots(Round round, List<Recipient> recipients, List<Delivery> made) {
    for (Channel channel : round.setting().usable()) {
      if (channel.kind().means() == Means.ROBOT
          && recipients.stream().anyMatch(one -> one.client() == channel.client())) {
        Recipient group =
            new Recipient(null, channel.name(), "zh-CN", null, null, channel.client());
        Instant from = from(round, Preferences.Preference.USUAL, false);
        made.add(delivery(round, group, new Way(Means.ROBOT, channel.id(), "", from, false)));
      }
    }
  }

  /// How one recipient is reached.
  private record Way(
      Means means, @Nullable UUID channel, String address, Instant from, boolean digest) {}

  private Delivery delivery(Round round, Recipient recipient, Way way) {
    NoticeWanted wanted = round.wanted();
    Template text =
        texts
            .of(wanted.clientId(), wanted.template(), recipient.locale(), wanted.words())
            .fill(wanted.words());
    Instant real = wall.instant();
    Duration waits = Duration.between(round.now(), way.from());
    Duration worth = WORTH.getOrDefault(way.means(), Duration.ofHours(6));
    return new Delivery(
        UUID.randomUUID(),
        wanted.clientId(),
        round.notice(),
        way.channel(),
        way.means(),
        recipient.person(),
        recipient.target(),
        recipient.name(),
        way.address(),
        recipient.locale(),
        text.title(),
        text.body(),
        wanted.about(),
        wanted.urgency(),
        way.digest(),
        proves(wanted, recipient) && way.means() != Means.INBOX,
        state(way.means()),
        round.now(),
        way.from(),
        real.plus(waits).plus(worth),
        0);
  }

  /// A replay runs through a contract year in minutes: nobody is really called for it unless the
  /// settings say so.
  private DeliveryState state(Means means) {
    if (means == Means.INBOX) {
      return DeliveryState.DELIVERED;
    }
    return rehearsal.holds() ? DeliveryState.HELD : DeliveryState.QUEUED;
  }

  /// Whether it must be shown later that it went out: disasters, and what the contract promises to
  /// tell the client in time.
  private static boolean proves(NoticeWanted wanted, Recipient recipient) {
    return !wanted.clientId().equals(House.ID)
        && (wanted.urgency() == Urgency.DISASTER
            || (recipient.client() && wanted.urgency() == Urgency.HIGH)
            || wanted.template().startsWith("sla-"));
  }
}
