package org.shouyue.server.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a room: who is in it, what it concerns, what is written and told.
@Service
class RoomDesk {
  private final Incidents incidents;
  private final RoomRows rooms;
  private final Timeline timeline;
  private final Words words;
  private final ReportingDuties duties;
  private final Assets assets;
  private final Directory directory;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  RoomDesk(
      Incidents incidents,
      RoomRows rooms,
      Timeline timeline,
      Words words,
      ReportingDuties duties,
      Assets assets,
      Directory directory,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.rooms = rooms;
    this.timeline = timeline;
    this.words = words;
    this.duties = duties;
    this.assets = assets;
    this.directory = directory;
    this.clock = clock;
    this.events = events;
  }

  /// Calls somebody into the room; only people who see the client anyway can come.
  @Transactional
  void call(UUID id, UUID person, RoomRole role) {
    Incident incident = incidents.lockOpen(id);
    PersonCard card =
        directory.of(incident.clientId()).stream()
            .filter(one -> one.id().equals(person))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("personId", "names nobody who sees this client"));
    boolean added =
        rooms.addMember(
            incident,
            new RoomRows.Member(person, card.name(), role, clock.instant()),
            Caller.current().name());
    if (added) {
      timeline.tell(incident, "%s 加入处置室，担任%s".formatted(card.name(), role.chinese()));
      changed(incident, "incident.called", Map.of("name", card.name(), "role", role.code()));
    }
  }

  @Transactional
  void release(UUID id, UUID person, RoomRole role) {
    Incident incident = incidents.lockOpen(id);
    if (!rooms.removeMember(id, person, role)) {
      throw Problem.notFound("member", person);
    }
    timeline.tell(incident, "一人不再担任" + role.chinese());
    changed(incident, "incident.released", Map.of("person", person, "role", role.code()));
  }

  @Transactional
  void touch(UUID id, UUID asset) {
    Incident incident = incidents.lockOpen(id);
    String name =
        assets
            .find(asset)
            .filter(found -> found.clientId().equals(incident.clientId()))
            .orElseThrow(() -> Problem.notFound("asset", asset))
            .name();
    rooms.addAsset(incident, asset);
    timeline.tell(incident, "受影响资产：" + name);
    changed(incident, "incident.asset-added", Map.of("asset", asset));
  }

  /// Writes what a person saw or says; clients may say something until it is closed, too.
  @Transactional
  void write(UUID id, @Nullable Instant happenedAt, String text) {
    Incident incident = incidents.lockOpen(id);
    Caller caller = Caller.current();
    String source = caller.role().isClients() ? "client" : "person";
    timeline.add(
        incident,
        new Timeline.Line(
            past("happenedAt", happenedAt), source, text, caller.name(), incident.about()));
    changed(incident, "incident.written", Map.of("by", caller.name()));
  }

  @Transactional
  void strike(UUID id, UUID entry, String reason) {
    Incident incident = incidents.lockOpen(id);
    timeline.strike(id, entry, reason);
    changed(incident, "incident.struck", Map.of("entry", entry, "reason", reason));
  }

  @Transactional
  void indicate(UUID id, IndicatorType type, String value, String note) {
    Incident incident = incidents.lockOpen(id);
    String by = Caller.current().name();
    var indicator =
        new RoomRows.Indicator(UUID.randomUUID(), type, value, note, clock.instant(), by);
    if (!rooms.addIndicator(incident, indicator)) {
      throw Problem.conflict("already-there", "这条指标已经登记");
    }
    changed(incident, "incident.indicated", Map.of("type", type.code(), "value", value));
  }

  @Transactional
  void told(UUID id, @Nullable Instant at, String receiver, String channel, String text) {
    Incident incident = incidents.lockOpen(id);
    words.add(incident, word(at, receiver, channel, text));
    changed(incident, "incident.told", Map.of("receiver", receiver, "channel", channel));
  }

  /// Writes down that an authority was told. The account of a closed incident may still be owed.
  @Transactional
  void reported(UUID id, String code, @Nullable Instant at, String channel, String receipt) {
    Incident incident = incidents.lock(id);
    Operator.Duty duty = duty(code);
    Words.Told told = word(at, duty.chinese(), channel, receipt);
    duties.told(incident, duty, told);
    words.add(incident, told);
    timeline.add(
        incident,
        new Timeline.Line(
            told.at(),
            "person",
            "已向%s报告：%s".formatted(duty.chinese(), receipt),
            told.by(),
            incident.about()));
    changed(incident, "incident.reported", Map.of("duty", duty.code(), "receipt", receipt));
  }

  private static Operator.Duty duty(String code) {
    try {
      return Operator.Duty.of(code);
    } catch (IllegalArgumentException _) {
      throw Problem.notFound("duty", code);
    }
  }

  private Words.Told word(@Nullable Instant at, String receiver, String channel, String text) {
    return new Words.Told(
        past("toldAt", at),
        receiver.strip(),
        channel.strip(),
        text.strip(),
        Caller.current().name(),
        "person");
  }

  private Instant past(String field, @Nullable Instant given) {
    Instant now = clock.instant();
    if (given != null && given.isAfter(now)) {
      throw Problem.invalid(field, "must not be in the future");
    }
    return given == null ? now : given;
  }

  private void changed(Incident incident, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(incident.clientId(), action, incident.about(), details));
  }
}
