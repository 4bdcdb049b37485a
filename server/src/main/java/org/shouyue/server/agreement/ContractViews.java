package org.shouyue.server.agreement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Contracts and obligations as lists show them.
@Repository
class ContractViews {
  private static final String COUNTS =
      """
      left join lateral (
        select count(*) filter (where state = 'done') as kept,
          count(*) filter (where state = 'late') as late,
          count(*) filter (where state = 'missed') as missed,
          count(*) filter (where state in ('planned', 'due', 'running', 'unknown')) as upcoming
        from obligation o where o.contract_id = c.id) n on true
      left join lateral (
        select count(*) as decided from ambiguity_decision d where d.contract_id = c.id) a on true\
      """;

  private final JdbcClient jdbc;

  ContractViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One contract in a list.
  record ContractItem(
      UUID id,
      UUID clientId,
      String clientName,
      @Nullable String title,
      @Nullable String number,
      AgreementState state,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String total,
      int kept,
      int late,
      int missed,
      int upcoming,
      int ambiguitiesOpen) {}

  /// What a list of contracts is narrowed to.
  record Wanted(@Nullable UUID id, @Nullable String state, @Nullable UUID client) {}

  Page<ContractItem> contracts(Wanted wanted, PageRequest request) {
    return new Listing(
            jdbc,
            "c.*, l.name as client_name, n.*, a.decided,"
                + " jsonb_array_length(c.body -> 'ambiguities') as ambiguities",
            "contract c join client l on l.id = c.client_id " + COUNTS,
            "c.imported_at desc, c.id")
        .where("c.id = :id", "id", wanted.id())
        .where("c.state = any(string_to_array(:state, ','))", "state", wanted.state())
        .where("c.client_id = :client", "client", wanted.client())
        .search("c.title", "c.number", "l.name")
        .sort("title", "c.title")
        .sort("from", "c.starts_on")
        .sort("to", "c.ends_on")
        .sort("missed", "n.missed")
        .page(request, ContractViews::contract);
  }

  private static ContractItem contract(ResultSet row, int number) throws SQLException {
    BigDecimal total = row.getBigDecimal("total");
    AgreementState state = AgreementState.of(Sql.text(row, "state"));
    return new ContractItem(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        row.getString("title"),
        row.getString("number"),
        state,
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        total == null ? null : total.toPlainString(),
        row.getInt("kept"),
        row.getInt("late"),
        row.getInt("missed"),
        row.getInt("upcoming"),
        state == AgreementState.DRAFT ? row.getInt("ambiguities") - row.getInt("decided") : 0);
  }

  /// One day of a contract's year: how many obligations ended that day, by what became of them.
  record Day(LocalDate day, int kept, int late, int missed, int upcoming) {}

  /// The days on which an obligation is due, in the client's zone.
  List<Day> days(UUID contract, String zone) {
    return jdbc.sql(
            """
            select (due_at at time zone :zone - interval '1 second')::date as day,
              count(*) filter (where state = 'done') as kept,
              count(*) filter (where state = 'late') as late,
              count(*) filter (where state = 'missed') as missed,
              count(*) filter (where state in ('planned', 'due', 'running', 'unknown')) as upcoming
            from obligation where contract_id = :contract
            group by 1 order by 1\
            """)
        .param("contract", contract)
        .param("zone", zone)
        .query((row, _) ->
            new Day(
                row.getObject("day", LocalDate.class),
                row.getInt("kept"),
                row.getInt("late"),
                row.getInt("missed"),
                row.getInt("upcoming")))
        .list();
  }

  /// How many obligations of a service became what.
  record Counts(int kept, int late, int missed, int upcoming, int waived, int unknown, int total) {}

  /// How a service is executed and how far it is.
  ///
  /// @param used how much of a quota is used; null where there is none
  record ServiceState(
      String serviceId,
      Way way,
      @Nullable String note,
      Counts counts,
      List<UUID> assets,
      @Nullable Integer used) {}

  List<ServiceState> services(UUID contract) {
    return jdbc.sql(
            """
            select s.*,
              (select coalesce(array_agg(asset_id::text), '{}') from service_asset a
               where a.contract_id = s.contract_id and a.service_id = s.service_id) as assets,
              (select count(*) from quota_use q
               where q.contract_id = s.contract_id and q.service_id = s.service_id
                 and q.returned_at is null) as used, n.*
            from contract_service s left join lateral (
              select count(*) filter (where state = 'done') as kept,
                count(*) filter (where state = 'late') as late,
                count(*) filter (where state = 'missed') as missed,
                count(*) filter (where state in ('planned', 'due', 'running')) as upcoming,
                count(*) filter (where state = 'waived') as waived,
                count(*) filter (where state = 'unknown') as unknown, count(*) as total
              from obligation o
              where o.contract_id = s.contract_id and o.service_id = s.service_id) n on true
            where s.contract_id = :contract order by s.position\
            """)
        .param("contract", contract)
        .query(ContractViews::service)
        .list();
  }

  private static ServiceState service(ResultSet row, int number) throws SQLException {
    Way way = Way.of(Sql.text(row, "way"));
    return new ServiceState(
        Sql.text(row, "service_id"),
        way,
        row.getString("note"),
        new Counts(
            row.getInt("kept"),
            row.getInt("late"),
            row.getInt("missed"),
            row.getInt("upcoming") + row.getInt("unknown"),
            row.getInt("waived"),
            row.getInt("unknown"),
            row.getInt("total")),
        Sql.texts(row, "assets").stream().map(UUID::fromString).toList(),
        way == Way.QUOTA ? row.getInt("used") : null);
  }
}
