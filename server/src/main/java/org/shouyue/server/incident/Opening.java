package org.shouyue.server.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.ServiceItem;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.Findings;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.ticket.Tickets;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes an incident room from a finding, a ticket, or what somebody reports.
@Service
class Opening {
  private final Incidents incidents;
  private final RoomRows rooms;
  private final Timeline timeline;
  private final Findings findings;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final Agreements agreements;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Opening(
      Incidents incidents,
      RoomRows rooms,
      Timeline timeline,
      Findings findings,
      Tickets tickets,
      TicketDesk desk,
      Agreements agreements,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.rooms = rooms;
    this.timeline = timeline;
    this.findings = findings;
    this.tickets = tickets;
    this.desk = desk;
    this.agreements = agreements;
    this.clock = clock;
    this.events = events;
  }

  /// What the room is made from.
  ///
  /// @param origin `finding/…`, `ticket/…` or `person`
  /// @param ticket a ticket of kind incident that is there already; null when one is to be opened
  private record Sign(
      String origin,
      UUID contract,
      String title,
      Severity severity,
      @Nullable UUID asset,
      Instant seen,
      @Nullable Ticket ticket) {}

  /// @param category what kind it seems to be; a person confirms or corrects it when grading
  /// @param occurredAt when it began; null when that is not known before it was seen
  record Given(Category category, Operator operator, @Nullable Instant occurredAt) {}

  @Transactional
  UUID fromFinding(UUID id, Given given) {
    Finding finding = findings.get(id);
    if (finding == null) {
      throw Problem.notFound("finding", id);
    }
    return open(
        new Sign(
            "finding/" + id,
            finding.contractId(),
            finding.title(),
            finding.severity(),
            finding.assetId(),
            finding.firstSeen(),
            null),
        given);
  }

  @Transactional
  UUID fromTicket(UUID id, Given given) {
    Ticket ticket = tickets.find(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    return open(
        new Sign(
            "ticket/" + id,
            ticket.contractId(),
            ticket.title(),
            ticket.severity(),
            ticket.assetId(),
            ticket.openedAt(),
            ticket.kind() == TicketKind.INCIDENT ? ticket : null),
        given);
  }

  @Transactional
  UUID reported(UUID contract, String title, Severity severity, @Nullable UUID asset, Given given) {
    Instant now = clock.instant();
    return open(new Sign("person", contract, title, severity, asset, now, null), given);
  }

  private UUID open(Sign sign, Given given) {
    UUID known = incidents.from(sign.origin());
    if (known != null) {
      throw Problem.conflict("room-exists", "这个信号已经有事件处置室，请直接进入").with("incident", known);
    }
    Instant now = clock.instant();
    String by = Caller.current().name();
    Ticket ticket = sign.ticket() == null ? desk.open(matter(sign), by, now) : sign.ticket();
    Instant occurred = Objects.requireNonNullElse(given.occurredAt(), sign.seen());
    if (occurred.isAfter(sign.seen())) {
      throw Problem.invalid("occurredAt", "must not be after it was first seen");
    }
    Incident incident = incident(sign, ticket, given, occurred);
    incidents.add(incident);
    if (sign.asset() != null) {
      rooms.addAsset(incident, sign.asset());
    }
    begin(incident, sign);
    return incident.id();
  }

  private TicketMatter matter(Sign sign) {
    String service =
        agreements.requireSigned(sign.contract()).contract().services().stream()
            .filter(item -> item.capability() == Capability.INCIDENT_RESPONSE)
            .map(ServiceItem::id)
            .findFirst()
            .orElse(null);
    return new TicketMatter(
        sign.contract(),
        TicketKind.INCIDENT,
        sign.severity(),
        sign.title(),
        "安全事件处置，来源：" + sign.origin(),
        service,
        sign.asset(),
        null);
  }

  private Incident incident(Sign sign, Ticket ticket, Given given, Instant occurred) {
    return new Incident(
        UUID.randomUUID(),
        ticket.clientId(),
        ticket.contractId(),
        ticket.id(),
        ticket.number().replaceFirst("^GD", "SJ"),
        sign.title(),
        sign.origin(),
        given.category(),
        given.operator(),
        null,
        null,
        null,
        null,
        null,
        null,
        Phase.ANALYSIS,
        occurred,
        sign.seen(),
        clock.instant(),
        Caller.current().name(),
        null,
        null,
        null,
        null,
        null,
        null,
        new Incident.Review("", "", "", "", ""),
        null,
        null);
  }

  private void begin(Incident incident, Sign sign) {
    if (!sign.origin().equals("person")) {
      String source = sign.origin().substring(0, sign.origin().indexOf('/'));
      timeline.add(
          incident,
          new Timeline.Line(
              sign.seen(), source, "发现：" + sign.title(), Timeline.PRODUCT, sign.origin()));
    }
    timeline.tell(incident, "建立事件处置室 " + incident.number());
    events.publishEvent(
        new Changed(
            incident.clientId(),
            "incident.opened",
            incident.about(),
            Map.of("number", incident.number(), "origin", incident.origin())));
    events.publishEvent(
        new NoticeWanted(
            incident.clientId(),
            new Audience.OnDuty(),
            Urgency.DISASTER,
            "incident-opened",
            Map.of("number", incident.number(), "title", incident.title()),
            incident.about(),
            incident.about() + "/opened"));
  }
}
