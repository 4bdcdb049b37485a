package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives tickets to people, lets people follow them, and ties things to them. All of it stands in
/// the log.
@Service
public class TicketPeople {
  private final TicketRows rows;
  private final TicketDesk desk;
  private final Followers followers;
  private final TicketLinks links;
  private final Directory directory;
  private final TicketNotices notices;

  TicketPeople(
      TicketRows rows,
      TicketDesk desk,
      Followers followers,
      TicketLinks links,
      Directory directory,
      TicketNotices notices) {
    this.rows = rows;
    this.desk = desk;
    this.followers = followers;
    this.links = links;
    this.directory = directory;
    this.notices = notices;
  }

  /// Gives a ticket to one of the provider's people; null takes it away from whoever has it.
  ///
  /// @throws Problem 404 when there is no such ticket, or no such person at work for its client
  @Transactional
  void assign(UUID id, @Nullable UUID person, Caller caller, Instant now) {
    Ticket ticket = require(id);
    PersonCard card = person == null ? null : provider(ticket, person);
    followers.assign(id, person);
    TicketEvent event =
        TicketEvent.of(
            now, TicketEventType.ASSIGN, caller.name(), card == null ? "无人" : card.name());
    int n = desk.write(ticket, event);
    if (card != null && !card.id().equals(caller.id())) {
      notices.assigned(ticket, card.id(), event, n);
    }
  }

  /// Lets somebody of the client's or the provider's people hear of a ticket, or not any more.
  ///
  /// @throws Problem 404 when there is no such ticket or person
  @Transactional
  public void watch(UUID id, UUID person, boolean on) {
    Ticket ticket = require(id);
    if (directory.of(ticket.clientId()).stream().noneMatch(card -> card.id().equals(person))) {
      throw Problem.notFound("person", person);
    }
    followers.watch(ticket, person, on);
  }

  @Transactional
  void link(UUID id, TicketLinks.Kind kind, String target, Instant now) {
    Ticket ticket = require(id);
    String by = Caller.current().name();
    String label = links.add(ticket, kind, target, by, now);
    desk.write(ticket, TicketEvent.of(now, TicketEventType.LINK, by, "关联：" + label));
  }

  @Transactional
  void unlink(UUID id, UUID link, Instant now) {
    Ticket ticket = require(id);
    String label = links.remove(id, link);
    desk.write(
        ticket,
        TicketEvent.of(now, TicketEventType.LINK, Caller.current().name(), "取消关联：" + label));
  }

  private PersonCard provider(Ticket ticket, UUID person) {
    return directory.of(ticket.clientId()).stream()
        .filter(card -> card.id().equals(person) && card.role().provides())
        .findFirst()
        .orElseThrow(() -> Problem.notFound("person", person));
  }

  private Ticket require(UUID id) {
    Ticket ticket = rows.lock(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    return ticket;
  }
}
