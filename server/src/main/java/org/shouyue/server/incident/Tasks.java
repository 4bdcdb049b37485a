package org.shouyue.server.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Method;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.asset.Permits;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives people tasks in an incident, and opens the tickets that outlive it. What touches an asset
/// needs a permit of the client that allows changes and stands now.
@Service
class Tasks {
  private final Incidents incidents;
  private final Actions actions;
  private final RoomRows rooms;
  private final Timeline timeline;
  private final Assets assets;
  private final Permits permits;
  private final TicketDesk desk;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Tasks(
      Incidents incidents,
      Actions actions,
      RoomRows rooms,
      Timeline timeline,
      Assets assets,
      Permits permits,
      TicketDesk desk,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.actions = actions;
    this.rooms = rooms;
    this.timeline = timeline;
    this.assets = assets;
    this.permits = permits;
    this.desk = desk;
    this.clock = clock;
    this.events = events;
  }

  /// @param assetId the asset that it touches; null when it touches none
  record Given(
      Phase stage, String what, String who, @Nullable Instant dueAt, @Nullable UUID assetId) {}

  @Transactional
  UUID add(UUID id, Given given) {
    Incident incident = incidents.lockOpen(id);
    UUID touched = given.assetId();
    UUID permit = touched == null ? null : permitFor(incident, touched);
    UUID action = UUID.randomUUID();
    actions.add(
        incident,
        new Actions.Action(
            action,
            given.stage(),
            given.what(),
            given.who(),
            given.dueAt(),
            touched,
            permit,
            "open",
            null,
            clock.instant(),
            Caller.current().name(),
            null,
            null));
    if (touched != null) {
      rooms.addAsset(incident, touched);
    }
    timeline.tell(
        incident, "安排%s：%s（%s）".formatted(given.stage().chinese(), given.what(), given.who()));
    changed(incident, "incident.task-given", Map.of("what", given.what()));
    return action;
  }

  /// The permit is asked for again at the end: it may have been revoked since.
  @Transactional
  void done(UUID id, UUID task, String result) {
    Incident incident = incidents.lockOpen(id);
    Actions.Action action = actions.require(id, task);
    UUID touched = action.assetId();
    if (touched != null) {
      var _ = permitFor(incident, touched);
    }
    end(incident, action, "done", result);
  }

  @Transactional
  void drop(UUID id, UUID task, String reason) {
    Incident incident = incidents.lockOpen(id);
    end(incident, actions.require(id, task), "dropped", reason);
  }

  private void end(Incident incident, Actions.Action action, String state, String result) {
    actions.end(action, state, result, Caller.current().name(), clock.instant());
    String word = state.equals("done") ? "完成" : "取消";
    timeline.tell(
        incident, "%s%s：%s——%s".formatted(action.stage().chinese(), word, action.what(), result));
    changed(incident, "incident.task-" + state, Map.of("what", action.what()));
  }

  private UUID permitFor(Incident incident, UUID id) {
    Asset asset =
        assets
            .find(id)
            .filter(found -> found.clientId().equals(incident.clientId()))
            .orElseThrow(() -> Problem.notFound("asset", id));
    return permits
        .standingFor(asset, Method.CHANGE)
        .map(permit -> permit.id().value())
        .orElseThrow(() ->
            Problem.conflict(
                "no-permit", "没有允许改动“%s”且正在有效期内的授权书，请先在“授权”登记甲方签字的授权".formatted(asset.name())));
  }

  /// Opens a ticket for what remains to be done after the incident.
  @Transactional
  UUID followUp(UUID id, String title, String body) {
    Incident incident = incidents.lockOpen(id);
    Ticket ticket =
        desk.open(
            new TicketMatter(
                incident.contractId(),
                TicketKind.RECTIFICATION,
                Severity.MEDIUM,
                title,
                body + "\n来源：事件 " + incident.number(),
                null,
                null,
                null),
            Caller.current().name(),
            clock.instant());
    rooms.addFollowUp(incident, ticket.id());
    timeline.tell(incident, "后续跟踪：%s（%s）".formatted(title, ticket.number()));
    return ticket.id();
  }

  private void changed(Incident incident, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(incident.clientId(), action, incident.about(), details));
  }
}
