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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.work.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Tickets and their logs. Callers bring the transaction.
@Repository
class TicketRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  TicketRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
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
    String said = String.join("\n", ticket.number(), ticket.title(), ticket.body());
    jdbc.sql(
            """
            insert into ticket_words (ticket_id, client_id, said, grams)
            values (:id, :client, ticket_plain(:said), ticket_grams(:said))\
            """)
        .param("id", ticket.id())
        .param("client", ticket.clientId())
        .param("said", said)
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

  /// Up to so many tickets of which a clock has something to say by now, locked; those that another
  /// node has at hand are left to it.
  List<Ticket> awake(Instant now, int most) {
    return jdbc.sql(
            """
            select * from ticket where wake_at <= :now
            order by wake_at limit :most for update skip locked\
            """)
        .param("now", at(now))
        .param("most", most)
        .query(TicketRows::row)
        .list();
  }

  /// The next instant after this one at which a clock has something to say; null for none.
  @Nullable Instant nextWake(Instant now) {
    return jdbc.sql("select min(wake_at) as at from ticket where wake_at > :now")
        .param("now", at(now))
        .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "at")))
        .single()
        .orElse(null);
  }

  /// Notes when each ticket is to be looked at again; null for never.
  void wake(Map<UUID, @Nullable Instant> next) {
    if (next.isEmpty()) {
      return;
    }
    List<UUID> ids = List.copyOf(next.keySet());
    String[] instants =
        ids.stream()
            .map(id -> next.get(id))
            .map(instant -> instant == null ? null : instant.toString())
            .toArray(String[]::new);
    jdbc.sql(
            """
            update ticket t set wake_at = w.at::timestamptz
            from unnest(:ids::uuid[], :instants::text[]) as w (id, at)
            where t.id = w.id and t.wake_at is distinct from w.at::timestamptz\
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("instants", instants)
        .update();
  }

  /// The tickets of a contract of which a limit was broken.
  List<Ticket> broken(UUID contract) {
    return jdbc.sql(
            """
            select * from ticket t where contract_id = :contract
              and exists (select from ticket_event e where e.ticket_id = t.id and e.type = 'breach')
            order by opened_at, number\
            """)
        .param("contract", contract)
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

  /// Those of them that broke a limit at any time.
  List<Ticket> breached(UUID contract, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from ticket t
            where contract_id = :contract and opened_at >= :from and opened_at < :to
              and id in (select ticket_id from ticket_event where type = 'breach')
            order by opened_at, number\
            """)
        .param("contract", contract)
        .param("from", at(from))
        .param("to", at(to))
        .query(TicketRows::row)
        .list();
  }

  /// Adds an entry to a ticket's log and moves the ticket's state along.
  ///
  /// @return the entry's number
  int tell(Ticket ticket, TicketEvent event, TicketState state) {
    int n = add(ticket, event);
    if (event.type().isStep()) {
      jdbc.sql("update ticket set state = :state, closed_at = :closed where id = :ticket")
          .param("ticket", ticket.id())
          .param("state", state.code())
          .param("closed", state == TicketState.CLOSED ? at(event.at()) : null)
          .update();
    }
    if (event.text() != null && event.type() != TicketEventType.BREACH) {
      say(ticket.id(), event.text(), event.type() == TicketEventType.NOTE);
    }
    return n;
  }

  /// Lets a ticket be found by what was said about it.
  private void say(UUID ticket, String text, boolean inner) {
    String sql =
        """
        update ticket_words set %1$ssaid = %1$ssaid || chr(10) || ticket_plain(:text),
          %1$sgrams = array(select distinct unnest(%1$sgrams || ticket_grams(:text)))
        where ticket_id = :ticket\
        """
            .formatted(inner ? "inner_" : "");
    jdbc.sql(sql).param("ticket", ticket).param("text", text).update();
  }

  private int add(Ticket ticket, TicketEvent event) {
    return jdbc.sql(
            """
            insert into ticket_event
              (ticket_id, n, client_id, at, type, clock, who, reason, text, amount)
            select :ticket, coalesce(max(n), 0) + 1, :client, :at, :type, :clock, :who, :reason,
              :text, :amount
            from ticket_event where ticket_id = :ticket returning n\
            """)
        .param("ticket", ticket.id())
        .param("client", ticket.clientId())
        .param("at", at(event.at()))
        .param("type", event.type().code())
        .param("clock", event.clock())
        .param("who", event.who())
        .param("reason", event.reason())
        .param("text", event.text())
        .param("amount", event.amount())
        .query(Integer.class)
        .single();
  }

  /// Adds what the clocks said to the logs of tickets that are locked.
  void addAll(List<Lookout.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<Map<String, @Nullable Object>> written =
        entries.stream().map(TicketRows::columns).toList();
    jdbc.sql(
            """
            insert into ticket_event
              (ticket_id, n, client_id, at, type, clock, who, reason, text, amount)
            select ticket_id, n, client_id, at, type, clock, who, reason, text, amount
            from json_populate_recordset(null::ticket_event, :rows::json)\
            """)
        .param("rows", json.writeValueAsString(written))
        .update();
  }

  private static Map<String, @Nullable Object> columns(Lookout.Entry entry) {
    TicketEvent event = entry.event();
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("ticket_id", entry.ticket().id());
    columns.put("n", entry.n());
    columns.put("client_id", entry.ticket().clientId());
    columns.put("at", event.at().toString());
    columns.put("type", event.type().code());
    columns.put("clock", event.clock());
    columns.put("who", event.who());
    columns.put("reason", event.reason());
    columns.put("text", event.text());
    columns.put("amount", event.amount());
    return columns;
  }

  /// These tickets, in any order; those out of scope are left out.
  List<Ticket> all(Collection<UUID> ids) {
    return jdbc.sql("select * from ticket where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(TicketRows::row)
        .list();
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
        row.getString("text"),
        row.getBigDecimal("amount"));
  }

  /// The ticket of which a thread's identifier was made: the MD5 of what its mails are about, with
  /// six bits overwritten as RFC 9562 has it (version 3), so that 64 digests come into question.
  @Nullable Ticket thread(UUID thread) {
    String hex = thread.toString().replace("-", "");
    List<String> digests = new ArrayList<>();
    int variant = Character.digit(hex.charAt(16), 16) & 3;
    for (int version = 0; version < 16; version++) {
      for (int high = 0; high < 16; high += 4) {
        digests.add(
            hex.substring(0, 12)
                + Character.forDigit(version, 16)
                + hex.substring(13, 16)
                + Character.forDigit(high + variant, 16)
                + hex.substring(17));
      }
    }
    return jdbc.sql("select * from ticket where md5('ticket/' || id::text) = any(:digests)")
        .param("digests", digests.toArray(String[]::new))
        .query(TicketRows::row)
        .optional()
        .orElse(null);
  }

  /// The ticket with this number; null when the client has none.
  @Nullable Ticket numbered(UUID client, String number) {
    return jdbc.sql("select * from ticket where client_id = :client and number = :number")
        .param("client", client)
        .param("number", number)
        .query(TicketRows::row)
        .optional()
        .orElse(null);
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
