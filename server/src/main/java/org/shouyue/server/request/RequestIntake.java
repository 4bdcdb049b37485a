package org.shouyue.server.request;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.QuotaMatter;
import org.shouyue.server.agreement.QuotaStanding;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.ticket.TicketOpened;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes requests in: those submitted here, and every other ticket of kind request, whoever opened
/// it.
@Service
class RequestIntake {
  private final RequestRows rows;
  private final RequestDesk requests;
  private final Origins origins;
  private final Agreements agreements;
  private final Quotas quotas;
  private final Tickets tickets;
  private final TicketDesk desk;

  RequestIntake(
      RequestRows rows,
      RequestDesk requests,
      Origins origins,
      Agreements agreements,
      Quotas quotas,
      Tickets tickets,
      TicketDesk desk) {
    this.rows = rows;
    this.requests = requests;
    this.origins = origins;
    this.agreements = agreements;
    this.quotas = quotas;
    this.tickets = tickets;
    this.desk = desk;
  }

  /// Takes in a request from a named contact, and uses up its quota.
  ///
  /// @return the id of its ticket
  /// @throws Problem 404 for a contract out of scope, 409 from somebody who does not speak for the
  ///   client, or when the quota is used up and no extra is asked for
  @Transactional
  UUID submit(NewRequest given) {
    Agreement agreement = agreements.requireSigned(given.contractId());
    Instant now = requests.now();
    Origin origin = origins.of(given.origin(), agreement.clientId(), agreement.id(), now);
    TicketMatter matter = given.matter();
    boolean extra = use(agreement, given, matter, now);
    Ticket ticket = desk.open(matter, origin.askedBy(), now);
    ServiceRequest taken =
        Objects.requireNonNull(rows.lock(ticket.id()), "taken in when it was opened").from(origin);
    rows.put(extra ? taken.asExtra() : taken);
    if (matter.serviceId() != null && !extra) {
      quotas.use(quota(matter, ticket.id()), now);
    }
    return ticket.id();
  }

  /// Whether the request goes beyond its quota.
  private boolean use(Agreement agreement, NewRequest given, TicketMatter matter, Instant now) {
    String service = matter.serviceId();
    if (service == null) {
      return false;
    }
    boolean known =
        agreement.contract().services().stream().anyMatch(one -> one.id().equals(service));
    if (!known) {
      throw Problem.invalid("serviceId", "names no service of the contract");
    }
    QuotaStanding standing = quotas.of(agreement.id(), service, now);
    return given.mayExceed() && standing != null && standing.left() == 0;
  }

  static QuotaMatter quota(TicketMatter matter, UUID ticket) {
    return new QuotaMatter(
        matter.contractId(),
        Objects.requireNonNull(matter.serviceId()),
        matter.title(),
        "ticket/" + ticket);
  }

  /// Every ticket of kind request is reviewed, also one that came by mail or from the ticket list.
  @EventListener
  void on(TicketOpened opened) {
    Ticket ticket = Objects.requireNonNull(tickets.find(opened.ticketId()));
    if (ticket.kind() != TicketKind.REQUEST) {
      return;
    }
    ServiceRequest request =
        new ServiceRequest(
            ticket.id(),
            ticket.clientId(),
            ticket.contractId(),
            origins.of(ticket),
            RequestState.SUBMITTED,
            false,
            null,
            null,
            ticket.openedAt());
    rows.put(request);
    requests.write(request, ticket, RequestAct.SUBMIT, null, opened.at());
  }
}
