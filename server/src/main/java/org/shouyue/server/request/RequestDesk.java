package org.shouyue.server.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketState;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reviews requests. Every act moves the request by its table of states, writes the ticket's log,
/// keeps evidence and tells people, all in one transaction.
@Service
class RequestDesk {
  /// The reason by which the clocks stand still while the client makes up its mind.
  private static final String WAITING = "等待甲方";

  private final RequestRows rows;
  private final RequestProof proof;
  private final RequestNotices notices;
  private final Origins origins;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final Quotas quotas;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  RequestDesk(
      RequestRows rows,
      RequestProof proof,
      RequestNotices notices,
      Origins origins,
      Tickets tickets,
      TicketDesk desk,
      Quotas quotas,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.proof = proof;
    this.notices = notices;
    this.origins = origins;
    this.tickets = tickets;
    this.desk = desk;
    this.quotas = quotas;
    this.clock = clock;
    this.events = events;
  }

  /// Takes an act that needs no more than a text.
  ///
  /// @param text the warning, the reason or a remark; null where none is needed
  /// @throws Problem 404 when there is no such request in scope, 409 when its state does not allow
  ///   it
  @Transactional
  void act(UUID id, RequestAct act, @Nullable String text) {
    ServiceRequest request = lock(id);
    refuseUnproven(request, act);
    carryOut(request, act, text);
  }

  /// Says from which contact a request comes that came in without.
  @Transactional
  void attribute(UUID id, NewOrigin given) {
    ServiceRequest request = lock(id);
    if (request.origin().isProven()) {
      throw Problem.conflict("attributed-already", "该请求已核实来源：" + request.origin().askedBy());
    }
    Origin origin =
        origins.of(given, request.clientId(), request.contractId(), request.receivedAt());
    carryOut(request.from(origin), RequestAct.ATTRIBUTE, origin.proof());
  }

  ServiceRequest lock(UUID id) {
    ServiceRequest request = rows.lock(id);
    if (request == null) {
      throw Problem.notFound("request", id);
    }
    return request;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Moves a locked request. Callers bring the transaction.
  void carryOut(ServiceRequest request, RequestAct act, @Nullable String text) {
    RequestState next = request.state().after(act);
    if (next == null) {
      throw Problem.conflict(
          "wrong-state", "请求现为 %s，不能 %s".formatted(request.state().code(), act.code()));
    }
    Ticket ticket = ticket(request);
    refuseWhenDone(ticket, act);
    ServiceRequest moved = request.after(act, next, text);
    Instant now = now();
    rows.put(moved);
    write(moved, ticket, act, text, now);
    tellTicket(ticket, act, text, now);
    if (next.isOver()) {
      quotas.giveBack(moved.clientId(), "ticket/" + moved.ticketId(), now);
    }
  }

  /// Writes a step into the history, the evidence and the audit trail, and tells people.
  void write(
      ServiceRequest request, Ticket ticket, RequestAct act, @Nullable String text, Instant now) {
    String who = Caller.ifPresent().map(Caller::name).orElse(request.origin().askedBy());
    RequestStep step = new RequestStep(now, act, who, text, 0);
    long seq = proof.step(request, ticket, step);
    rows.add(request, new RequestStep(now, act, who, text, seq));
    events.publishEvent(
        new Changed(
            request.clientId(),
            "request." + act.code(),
            request.about(),
            Map.of("number", ticket.number(), "state", request.state().code())));
    notices.tell(request, ticket, act, text, now);
  }

  Ticket ticket(ServiceRequest request) {
    return Objects.requireNonNull(tickets.find(request.ticketId()), "a request has a ticket");
  }

  private static void refuseUnproven(ServiceRequest request, RequestAct act) {
    boolean needsProof = act == RequestAct.ACCEPT || act == RequestAct.WARN;
    if (needsProof && !request.origin().isProven()) {
      throw Problem.conflict("not-attributed", "尚未核实请求来自哪位联系责任人；请先回拨登记电话或核对邮件并登记来源");
    }
    if (act == RequestAct.ACCEPT && request.extra()) {
      throw Problem.conflict("extra-needs-confirmation", "该请求超出合同限额；请写明增购条件并由甲方书面确认");
    }
  }

  private static void refuseWhenDone(Ticket ticket, RequestAct act) {
    boolean done = ticket.state() == TicketState.RESOLVED || ticket.state() == TicketState.CLOSED;
    if (done && act != RequestAct.AGREE && act != RequestAct.DISAGREE) {
      throw Problem.conflict("already-done", "请求已处理完毕，不能再审核或撤回；如有异议请退回重做");
    }
  }

  private void tellTicket(Ticket ticket, RequestAct act, @Nullable String text, Instant now) {
    String who = Caller.current().name();
    TicketState state = ticket.state();
    switch (act) {
      case TAKE -> {
        if (state == TicketState.OPEN) {
          desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.RESPOND, who, "开始审核请求"));
        }
      }
      case WARN -> pause(ticket, who, text, now);
      case CONFIRM -> {
        if (state == TicketState.PAUSED) {
          desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.RESUME, who, "甲方已书面确认"));
        }
      }
      case REFUSE ->
          desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.CLOSE, who, "拒绝：" + text));
      case WITHDRAW ->
          desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.CLOSE, who, "撤回：" + text));
      case AGREE -> desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.CLOSE, who, text));
      case DISAGREE ->
          desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.REOPEN, who, text));
      case ACCEPT ->
          desk.tell(ticket.id(), TicketEvent.of(now, TicketEventType.COMMENT, who, "审核通过"));
      case SUBMIT, ATTRIBUTE -> {}
    }
  }

  private void pause(Ticket ticket, String who, @Nullable String text, Instant now) {
    String told = "已提示风险，等待甲方书面确认：" + text;
    TicketEvent event =
        ticket.state() == TicketState.PAUSED
            ? TicketEvent.of(now, TicketEventType.COMMENT, who, told)
            : new TicketEvent(now, TicketEventType.PAUSE, null, who, WAITING, told);
    desk.tell(ticket.id(), event);
  }
}
