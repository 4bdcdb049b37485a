package org.shouyue.server.ticket;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.work.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tickets and their logs. Callers bring the transaction.
@Repository
class TicketRows {
  private final JdbcClient jdbc;

  TicketRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The next number of a client's tickets for a day, `GD20230115-001`. Holds a lock until the
  /// transaction ends, so that no number is given twice.
  String nextNumber(UUID client, LocalDate day) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('ticket/' || :client, 0))")
        .param("client", client.toString())
        .query(Integer.class)
        .single();
    String prefix = "GD" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-";
    int count =
        jdbc.sql("select count(*) from ticket where client_id = :client and number like :prefix")
            .param("client", client)
            .param("prefix", prefix + "%")
            .query(Integer.class)
            .single();
    return prefix + "%03d".formatted(count + 1);
  }

  void add(Ticket ticket) {
    jdbc.sql(
            """
            insert into ticket (id, client_id, contract_id, contract_version, service_id, finding_id,
              asset_id, number, kind, title, body, severity, state, opened_at, opened_by, level,
              calendar)
            values (:id, :client, :contract, :version, :service, :finding, :asset, :number, :kind,
              :title, :body, :severity, 'open', :at, :by, :level, :calendar)\
            """)
        .param("id", ticket.id())
        .param("client", ticket.clientId())
        .param("contract", ticket.contractId())
        .param("version", ticket.contractVersion())
        .param("service", ticket.serviceId())
        .param("finding", ticket.findingId())
        .param("asset", ticket.assetId())
        .param("number", ticket.number())
        .param("kind", ticket.kind().code())
        .param("title", ticket.title())
        .param("body", ticket.body())
        .param("severity", ticket.severity().code())
        .param("at", at(ticket.openedAt()))
        .param("by", ticket.openedBy())
        .param("level", ticket.level())
        .param("calendar", ticket.calendar())
        .update();
  }

  @Nullable Ticket find(UUID id) {
    return one("select * from ticket where id = :id", id);
  }

  /// The ticket, locked against other writers until the transaction ends.
  @Nullable Ticket lock(UUID id) {
    return one("select * from ticket where id = :id for update", id);
  }

  /// The ticket that is open for a finding, locked; null when there is none.
  @Nullable Ticket openFor(UUID finding) {
    return one(
        "select * from ticket where finding_id = :id and state <> 'closed' for update", finding);
  }

  private @Nullable Ticket one(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(TicketRows::row).optional().orElse(null);
  }

  /// Every ticket that is not closed and has limits.
  List<Ticket> measured() {
    return jdbc.sql(
            "select * from ticket where state <> 'closed' and level is not null order by id")
        .query(TicketRows::row)
        .list();
  }

  /// The tickets of a contract that were opened in `[from, to)`.
  List<Ticket> opened(UUID contract, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from ticket
            where contract_id = :contract and opened_at >= :from and opened_at < :to
            order by opened_at, number\
            """)
        .param("contract", contract)
        .param("from", at(from))
        .param("to", at(to))
        .query(TicketRows::row)
        .list();
  }

  /// Adds an entry to a ticket's log and moves the ticket's state along.
  void tell(Ticket ticket, TicketEvent event, TicketState state) {
    jdbc.sql(
            """
            insert into ticket_event (ticket_id, n, client_id, at, type, clock, who, reason, text)
            select :ticket, coalesce(max(n), 0) + 1, :client, :at, :type, :clock, :who, :reason, :text
            from ticket_event where ticket_id = :ticket\
            """)
        .param("ticket", ticket.id())
        .param("client", ticket.clientId())
        .param("at", at(event.at()))
        .param("type", event.type().code())
        .param("clock", event.clock())
        .param("who", event.who())
        .param("reason", event.reason())
        .param("text", event.text())
        .update();
    if (event.type().isStep()) {
      jdbc.sql("update ticket set state = :state, closed_at = :closed where id = :ticket")
          .param("ticket", ticket.id())
          .param("state", state.code())
          .param("closed", state == TicketState.CLOSED ? at(event.at()) : null)
          .update();
    }
  }

  List<TicketEvent> log(UUID ticket) {
    return logs(List.of(ticket)).getOrDefault(ticket, List.of());
  }

  /// The logs of several tickets.
  Map<UUID, List<TicketEvent>> logs(Collection<UUID> tickets) {
    Map<UUID, List<TicketEvent>> logs = new LinkedHashMap<>();
    if (tickets.isEmpty()) {
      return logs;
    }
    jdbc.sql("select * from ticket_event where ticket_id = any(:ids) order by ticket_id, n")
        .param("ids", tickets.toArray(UUID[]::new))
        .query((row, _) ->
            logs.computeIfAbsent(Sql.uuid(row, "ticket_id"), _ -> new ArrayList<>())
                .add(event(row)))
        .list();
    return logs;
  }

  private static TicketEvent event(ResultSet row) throws SQLException {
    return new TicketEvent(
        Sql.instant(row, "at"),
        TicketEventType.of(Sql.text(row, "type")),
        row.getString("clock"),
        Sql.text(row, "who"),
        row.getString("reason"),
        row.getString("text"));
  }

  static Ticket row(ResultSet row, int number) throws SQLException {
    return new Ticket(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getInt("contract_version"),
        row.getString("service_id"),
        Sql.uuidOrNull(row, "finding_id"),
        Sql.uuidOrNull(row, "asset_id"),
        Sql.text(row, "number"),
        TicketKind.of(Sql.text(row, "kind")),
        Sql.text(row, "title"),
        Sql.text(row, "body"),
        Severity.of(Sql.text(row, "severity")),
        TicketState.valueOf(Sql.text(row, "state").toUpperCase(Locale.ROOT)),
        Sql.instant(row, "opened_at"),
        Sql.text(row, "opened_by"),
        Sql.instantOrNull(row, "closed_at"),
        row.getObject("level", Integer.class),
        Sql.text(row, "calendar"));
  }
}
