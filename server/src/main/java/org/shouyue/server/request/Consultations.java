package org.shouyue.server.request;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was asked informally.
@Repository
class Consultations {
  private final JdbcClient jdbc;
  private final Agreements agreements;
  private final Contacts contacts;
  private final RequestIntake intake;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Consultations(
      JdbcClient jdbc,
      Agreements agreements,
      Contacts contacts,
      RequestIntake intake,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.agreements = agreements;
    this.contacts = contacts;
    this.intake = intake;
    this.clock = clock;
    this.events = events;
  }

  /// A question as noted.
  record Noted(
      UUID contractId,
      Channel channel,
      String who,
      @Nullable UUID contactId,
      @Nullable Instant askedAt,
      String question) {}

  Page<Consultation> page(@Nullable UUID contract, @Nullable Boolean open, PageRequest request) {
    return new Listing(jdbc, "*", "consultation", "asked_at desc, id")
        .where("contract_id = :contract", "contract", contract)
        .where("(answered_at is null and ticket_id is null) = :open", "open", open)
        .search("who", "question", "answer")
        .sort("askedAt", "asked_at")
        .page(request, Consultations::row);
  }

  Consultation require(UUID id) {
    return jdbc.sql("select * from consultation where id = :id")
        .param("id", id)
        .query(Consultations::row)
        .optional()
        .orElseThrow(() -> Problem.notFound("consultation", id));
  }

  @Transactional
  UUID note(Noted given) {
    Agreement agreement = agreements.requireSigned(given.contractId());
    Instant now = clock.instant();
    Instant asked = given.askedAt() == null ? now : given.askedAt();
    if (asked.isAfter(now)) {
      throw Problem.invalid("askedAt", "must not lie in the future");
    }
    if (given.contactId() != null) {
      var _ = contacts.requireSpeaking(given.contactId(), agreement.id(), asked);
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into consultation
              (id, client_id, contract_id, channel, who, contact_id, asked_at, question, noted_by)
            values (:id, :client, :contract, :channel, :who, :contact, :asked, :question, :by)\
            """)
        .param("id", id)
        .param("client", agreement.clientId())
        .param("contract", agreement.id())
        .param("channel", given.channel().code())
        .param("who", given.who().strip())
        .param("contact", given.contactId())
        .param("asked", at(asked))
        .param("question", given.question().strip())
        .param("by", Caller.current().name())
        .update();
    tell(agreement.clientId(), id, "consultation.noted");
    return id;
  }

  @Transactional
  void answer(UUID id, String answer) {
    Consultation consultation = open(id);
    jdbc.sql(
            """
            update consultation set answer = :answer, answered_at = :at, answered_by = :by
            where id = :id\
            """)
        .param("id", id)
        .param("answer", answer)
        .param("at", at(clock.instant()))
        .param("by", Caller.current().name())
        .update();
    tell(consultation.clientId(), id, "consultation.answered");
  }

  /// Makes a formal request of it, which must come by a formal way from a named contact.
  ///
  /// @return the id of the request's ticket
  @Transactional
  UUID formalise(UUID id, NewRequest given) {
    Consultation consultation = open(id);
    if (!given.contractId().equals(consultation.contractId())) {
      throw Problem.invalid("contractId", "must be the consultation's own contract");
    }
    UUID ticket = intake.submit(given);
    jdbc.sql("update consultation set ticket_id = :ticket where id = :id")
        .param("id", id)
        .param("ticket", ticket)
        .update();
    tell(consultation.clientId(), id, "consultation.formalised");
    return ticket;
  }

  private Consultation open(UUID id) {
    Consultation consultation =
        jdbc.sql("select * from consultation where id = :id for update")
            .param("id", id)
            .query(Consultations::row)
            .optional()
            .orElseThrow(() -> Problem.notFound("consultation", id));
    if (consultation.answeredAt() != null || consultation.ticketId() != null) {
      throw Problem.conflict("consultation-closed", "该咨询已答复或已转为正式请求");
    }
    return consultation;
  }

  private void tell(UUID client, UUID id, String what) {
    events.publishEvent(new Changed(client, what, "consultation/" + id, Map.of()));
  }

  private static Consultation row(ResultSet row, int number) throws SQLException {
    return new Consultation(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Channel.of(Sql.text(row, "channel")),
        Sql.text(row, "who"),
        Sql.uuidOrNull(row, "contact_id"),
        Sql.instant(row, "asked_at"),
        Sql.text(row, "question"),
        Sql.text(row, "noted_by"),
        row.getString("answer"),
        Sql.instantOrNull(row, "answered_at"),
        row.getString("answered_by"),
        Sql.uuidOrNull(row, "ticket_id"));
  }
}
