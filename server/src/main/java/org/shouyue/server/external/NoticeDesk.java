package org.shouyue.server.external;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes down what is done about notices: in the history, as evidence, in the audit trail; and
/// tells people. Callers bring the transaction.
@Component
class NoticeDesk {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.SHANGHAI);

  private final NoticeRows rows;
  private final Tickets tickets;
  private final EvidenceLog evidence;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  NoticeDesk(
      NoticeRows rows,
      Tickets tickets,
      EvidenceLog evidence,
      JsonMapper json,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.tickets = tickets;
    this.evidence = evidence;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static String who() {
    return Caller.ifPresent().map(Caller::name).orElse("守约");
  }

  Notice lock(UUID id) {
    Notice notice = rows.lock(id);
    if (notice == null) {
      throw Problem.notFound("notice", id);
    }
    return notice;
  }

  Ticket ticket(Notice notice) {
    return Objects.requireNonNull(tickets.find(notice.ticketId()), "a notice has a ticket");
  }

  /// Refuses an act that the state does not allow, and moves the notice.
  void move(Notice notice, NoticeAct act) {
    boolean settled = rows.problems(notice.ticketId()).stream().allMatch(ToldProblem::isSettled);
    NoticeState next = notice.state().after(act, settled);
    if (next == null) {
      throw notice.state() == NoticeState.RECEIVED
          ? Problem.conflict("problems-open", "还有问题没有通过复测或说明原因；请先逐项处理，再答复")
          : Problem.conflict(
              "wrong-state", "通报现为 %s，不能 %s".formatted(notice.state().code(), act.code()));
    }
    rows.move(notice.ticketId(), next);
  }

  /// Writes a step down.
  void write(Notice notice, NoticeAct act, @Nullable Integer problem, String text) {
    Instant now = now();
    Ticket ticket = ticket(notice);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("notice", ticket.id().toString());
    fields.put("number", ticket.number());
    fields.put("issuer", notice.issuer());
    fields.put("documentNumber", notice.documentNumber());
    fields.put("act", act.code());
    fields.put("who", who());
    fields.put("at", now.toString());
    fields.put("text", text);
    List<ToldProblem> problems = rows.problems(notice.ticketId());
    fields.put(
        "problems",
        problems.stream().filter(one -> problem == null || one.n() == problem).toList());
    byte[] content =
        (json.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    String name = "external-%s-%s.json".formatted(ticket.number(), act.code());
    long seq = keep(notice, name, "application/json", content);
    rows.add(notice, new NoticeStep(now, act, problem, who(), text, seq));
    events.publishEvent(
        new Changed(
            notice.clientId(),
            "external." + act.code(),
            notice.about(),
            Map.of("number", ticket.number(), "by", who())));
  }

  /// Keeps a file about a notice.
  ///
  /// @return its place in the contract's chain
  long keep(Notice notice, String name, String type, byte[] content) {
    return evidence
        .keep(
            new NewEvidence(
                notice.clientId(), notice.contractId(), name, type, content, notice.about(), now()))
        .seq();
  }

  /// Tells people something about a notice, each audience once.
  void tell(Notice notice, String template, Urgency urgency, List<Audience> audiences) {
    Ticket ticket = ticket(notice);
    for (int n = 0; n < audiences.size(); n++) {
      events.publishEvent(
          new NoticeWanted(
              notice.clientId(),
              audiences.get(n),
              urgency,
              template,
              Map.of(
                  "number", ticket.number(),
                  "title", ticket.title(),
                  "issuer", notice.issuer(),
                  "document", notice.documentNumber(),
                  "due", DAY.format(notice.answerDue())),
              notice.about(),
              "%s/%s/%d".formatted(template, notice.ticketId(), n)));
    }
  }
}
