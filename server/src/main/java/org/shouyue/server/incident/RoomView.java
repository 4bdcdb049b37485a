package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketState;
import org.shouyue.server.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everything in one room, as its page shows it.
@Component
class RoomView {
  private final Incidents incidents;
  private final RoomRows rooms;
  private final Timeline timeline;
  private final Actions actions;
  private final CustodyRows custody;
  private final Words words;
  private final ReportingDuties duties;
  private final Assets assets;
  private final Tickets tickets;
  private final Directory directory;

  RoomView(
      Incidents incidents,
      RoomRows rooms,
      Timeline timeline,
      Actions actions,
      CustodyRows custody,
      Words words,
      ReportingDuties duties,
      Assets assets,
      Tickets tickets,
      Directory directory) {
    this.incidents = incidents;
    this.rooms = rooms;
    this.timeline = timeline;
    this.actions = actions;
    this.custody = custody;
    this.words = words;
    this.duties = duties;
    this.assets = assets;
    this.tickets = tickets;
    this.directory = directory;
  }

  /// A secured thing with its hands.
  record Held(@JsonUnwrapped CustodyRows.Item item, String holder, List<CustodyRows.Step> steps) {}

  /// A ticket that was opened for what remains.
  record FollowUp(
      UUID id, String number, String title, TicketState state, @Nullable Instant closedAt) {
    static FollowUp of(Ticket ticket) {
      return new FollowUp(
          ticket.id(), ticket.number(), ticket.title(), ticket.state(), ticket.closedAt());
    }
  }

  /// Somebody who could be called into the room.
  record Candidate(UUID id, String name, Role role) {}

  /// @param followUpsOpen how many of the follow-up tickets are not closed yet
  record Room(
      @JsonUnwrapped Incident incident,
      Incident.Measures measures,
      List<Asset> assets,
      List<RoomRows.Member> members,
      List<Candidate> candidates,
      List<Timeline.Entry> timeline,
      List<Actions.Action> actions,
      List<RoomRows.Indicator> indicators,
      List<RoomRows.SeenIn> seenElsewhere,
      List<Held> items,
      List<Words.Told> words,
      List<ReportingDuties.Owed> duties,
      List<FollowUp> followUps,
      long followUpsOpen) {}

  @Transactional(readOnly = true)
  Room of(UUID id) {
    Incident incident = incidents.require(id);
    List<FollowUp> followUps =
        rooms.followUps(id).stream()
            .map(tickets::find)
            .filter(Objects::nonNull)
            .map(FollowUp::of)
            .toList();
    return new Room(
        incident,
        incident.measures(),
        assets.all(rooms.assets(id)),
        rooms.members(id),
        directory.of(incident.clientId()).stream()
            .map(card -> new Candidate(card.id(), card.name(), card.role()))
            .toList(),
        timeline.of(id),
        actions.of(id),
        rooms.indicators(id),
        rooms.seenElsewhere(id),
        custody.of(id).stream().map(this::held).toList(),
        words.of(id),
        duties.of(id),
        followUps,
        followUps.stream().filter(one -> one.state() != TicketState.CLOSED).count());
  }

  private Held held(CustodyRows.Item item) {
    List<CustodyRows.Step> steps = custody.steps(item.id());
    return new Held(item, steps.getLast().receiver(), steps);
  }
}
