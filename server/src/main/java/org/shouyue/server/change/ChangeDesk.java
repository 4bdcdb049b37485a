package org.shouyue.server.change;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Moves changes along their table of states and writes down every step: in the history, as
/// evidence, in the audit trail, and as a notice. Callers bring the transaction.
@Component
class ChangeDesk {
  private final ChangeRows rows;
  private final ChangeNotices notices;
  private final Tickets tickets;
  private final EvidenceLog evidence;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  ChangeDesk(
      ChangeRows rows,
      ChangeNotices notices,
      Tickets tickets,
      EvidenceLog evidence,
      JsonMapper json,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.notices = notices;
    this.tickets = tickets;
    this.evidence = evidence;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  Change lock(UUID id) {
    Change change = rows.lock(id);
    if (change == null) {
      throw Problem.notFound("change", id);
    }
    return change;
  }

  Ticket ticket(Change change) {
    return Objects.requireNonNull(tickets.find(change.ticketId()), "a change has a ticket");
  }

  /// Refuses an act that the state does not allow.
  ///
  /// @return the state after it
  ChangeState require(Change change, ChangeAct act) {
    ChangeState next = change.state().after(act);
    if (next == null) {
      throw Problem.conflict(
          "wrong-state", "变更现为 %s，不能 %s".formatted(change.state().code(), act.code()));
    }
    return next;
  }

  /// Moves a locked change by an act and writes it down.
  void move(Change change, ChangeAct act, @Nullable String text) {
    ChangeState next = require(change, act);
    rows.move(change.ticketId(), next);
    write(change, new ChangeStep(now(), act, null, null, who(), text, 0));
  }

  /// Writes a step down.
  void write(Change change, ChangeStep step) {
    Ticket ticket = ticket(change);
    long seq =
        keep(
            change,
            "change-%s-%s.json".formatted(ticket.number(), step.act().code()),
            "application/json",
            told(change, ticket, step),
            step.at());
    rows.add(
        change,
        new ChangeStep(
            step.at(), step.act(), step.place(), step.outcome(), step.who(), step.text(), seq));
    events.publishEvent(
        new Changed(
            change.clientId(),
            "change." + step.act().code(),
            change.about(),
            Map.of("number", ticket.number(), "by", step.who())));
    Change now = Objects.requireNonNull(rows.find(change.ticketId()));
    notices.tell(now, ticket, step.act(), step.text(), step.at());
  }

  /// Keeps a file about a change.
  ///
  /// @return its place in the contract's chain
  long keep(Change change, String name, String type, byte[] content, Instant at) {
    return evidence
        .keep(
            new NewEvidence(
                change.clientId(), change.contractId(), name, type, content, change.about(), at))
        .seq();
  }

  static String who() {
    return Caller.ifPresent().map(Caller::name).orElse("守约");
  }

  private byte[] told(Change change, Ticket ticket, ChangeStep step) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("change", ticket.id().toString());
    fields.put("number", ticket.number());
    fields.put("title", ticket.title());
    fields.put("version", change.version());
    fields.put("act", step.act().code());
    fields.put("place", step.place());
    fields.put("outcome", step.outcome());
    fields.put("who", step.who());
    fields.put("at", step.at().toString());
    fields.put("text", step.text());
    rows.plans(change.ticketId()).stream()
        .filter(plan -> plan.version() == change.version())
        .forEach(plan -> fields.put("planDigest", plan.digest()));
    return (json.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
