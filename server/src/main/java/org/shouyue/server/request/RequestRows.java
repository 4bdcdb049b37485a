package org.shouyue.server.request;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests, their histories and confirmations. Callers bring the transaction.
@Repository
class RequestRows {
  private final JdbcClient jdbc;

  RequestRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes the request as it is now, whether it was there or not.
  void put(ServiceRequest request) {
    Origin origin = request.origin();
    jdbc.sql(
            """
            insert into service_request (ticket_id, client_id, contract_id, channel, contact_id,
              person_id, asked_by, proof, state, extra, warning, reason, received_at)
            values (:ticket, :client, :contract, :channel, :contact, :person, :asked, :proof, :state,
              :extra, :warning, :reason, :received)
            on conflict (ticket_id) do update set channel = excluded.channel,
              contact_id = excluded.contact_id, person_id = excluded.person_id,
              asked_by = excluded.asked_by, proof = excluded.proof, state = excluded.state,
              extra = excluded.extra, warning = excluded.warning, reason = excluded.reason\
            """)
        .param("ticket", request.ticketId())
        .param("client", request.clientId())
        .param("contract", request.contractId())
        .param("channel", origin.channel().code())
        .param("contact", origin.contactId())
        .param("person", origin.personId())
        .param("asked", origin.askedBy())
        .param("proof", origin.proof())
        .param("state", request.state().code())
        .param("extra", request.extra())
        .param("warning", request.warning())
        .param("reason", request.reason())
        .param("received", at(request.receivedAt()))
        .update();
  }

  @Nullable ServiceRequest find(UUID ticket) {
    return one("select * from service_request where ticket_id = :ticket", ticket);
  }

  @Nullable ServiceRequest lock(UUID ticket) {
    return one("select * from service_request where ticket_id = :ticket for update", ticket);
  }

  private @Nullable ServiceRequest one(String sql, UUID ticket) {
    return jdbc.sql(sql).param("ticket", ticket).query(RequestRows::row).optional().orElse(null);
  }

  void add(ServiceRequest request, RequestStep step) {
    jdbc.sql(
            """
            insert into service_request_step
              (ticket_id, n, client_id, at, act, who, text, evidence_seq)
            select :ticket, coalesce(max(n), 0) + 1, :client, :at, :act, :who, :text, :seq
            from service_request_step where ticket_id = :ticket\
            """)
        .param("ticket", request.ticketId())
        .param("client", request.clientId())
        .param("at", at(step.at()))
        .param("act", step.act().code())
        .param("who", step.who())
        .param("text", step.text())
        .param("seq", step.evidenceSeq())
        .update();
  }

  List<RequestStep> steps(UUID ticket) {
    return jdbc.sql("select * from service_request_step where ticket_id = :ticket order by n")
        .param("ticket", ticket)
        .query((row, _) ->
            new RequestStep(
                Sql.instant(row, "at"),
                RequestAct.of(Sql.text(row, "act")),
                Sql.text(row, "who"),
                row.getString("text"),
                row.getLong("evidence_seq")))
        .list();
  }

  void add(Confirmation confirmation) {
    jdbc.sql(
            """
            insert into service_request_confirmation (ticket_id, digest, client_id, way, name, office,
              contact_id, person_id, remarks, confirmed_at, evidence_seq)
            values (:ticket, :digest, :client, :way, :name, :office, :contact, :person, :remarks, :at,
              :seq)
            on conflict (ticket_id, digest) do nothing\
            """)
        .param("ticket", confirmation.ticketId())
        .param("digest", confirmation.digest())
        .param("client", confirmation.clientId())
        .param("way", confirmation.way().code())
        .param("name", confirmation.name())
        .param("office", confirmation.office())
        .param("contact", confirmation.contactId())
        .param("person", confirmation.personId())
        .param("remarks", confirmation.remarks())
        .param("at", at(confirmation.at()))
        .param("seq", confirmation.evidenceSeq())
        .update();
  }

  List<Confirmation> confirmations(UUID ticket) {
    return jdbc.sql(
            """
            select * from service_request_confirmation where ticket_id = :ticket
            order by confirmed_at, digest\
            """)
        .param("ticket", ticket)
        .query((row, _) ->
            new Confirmation(
                ticket,
                Sql.text(row, "digest"),
                Sql.uuid(row, "client_id"),
                Confirmation.Way.of(Sql.text(row, "way")),
                Sql.text(row, "name"),
                Sql.text(row, "office"),
                Sql.uuidOrNull(row, "contact_id"),
                Sql.uuidOrNull(row, "person_id"),
                Sql.text(row, "remarks"),
                Sql.instant(row, "confirmed_at"),
                row.getLong("evidence_seq")))
        .list();
  }

  static ServiceRequest row(ResultSet row, int number) throws SQLException {
    return new ServiceRequest(
        Sql.uuid(row, "ticket_id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        new Origin(
            Channel.of(Sql.text(row, "channel")),
            Sql.uuidOrNull(row, "contact_id"),
            Sql.uuidOrNull(row, "person_id"),
            Sql.text(row, "asked_by"),
            row.getString("proof")),
        RequestState.of(Sql.text(row, "state")),
        row.getBoolean("extra"),
        row.getString("warning"),
        row.getString("reason"),
        Sql.instant(row, "received_at"));
  }
}
