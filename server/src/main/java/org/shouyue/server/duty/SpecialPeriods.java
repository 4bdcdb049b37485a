package org.shouyue.server.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The special periods of the clients in scope. Callers bring the transaction.
@Repository
class SpecialPeriods {
  private final JdbcClient jdbc;

  SpecialPeriods(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<SpecialPeriod> find(UUID id) {
    return jdbc.sql("select * from special_period where id = :id")
        .param("id", id)
        .query(SpecialPeriods::period)
        .optional();
  }

  /// The period, locked until the transaction ends, if it is still planned.
  Optional<SpecialPeriod> lockPlanned(UUID id) {
    return jdbc.sql("select * from special_period where id = :id and state = 'planned' for update")
        .param("id", id)
        .query(SpecialPeriods::period)
        .optional();
  }

  Page<SpecialPeriod> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    return new Listing(jdbc, "*", "special_period", "from_at, id")
        .where("client_id = :client", "client", client)
        .where("state = :state", "state", state)
        .search("name", "place")
        .sort("name", "name")
        .sort("from", "from_at")
        .page(request, SpecialPeriods::period);
  }

  /// Those still planned that end after an instant, in order.
  List<SpecialPeriod> planned() {
    return jdbc.sql("select * from special_period where state = 'planned' order by from_at, id")
        .query(SpecialPeriods::period)
        .list();
  }

  boolean exists(UUID contract, String service, String name, Instant from) {
    return jdbc.sql(
            """
            select exists (select from special_period where contract_id = :contract
              and service_id = :service and name = :name and from_at = :from
              and state <> 'cancelled')\
            """)
        .param("contract", contract)
        .param("service", service)
        .param("name", name)
        .param("from", Sql.at(from))
        .query(Boolean.class)
        .single();
  }

  void add(SpecialPeriod one, Instant now, String by) {
    jdbc.sql(
            """
            insert into special_period (id, client_id, contract_id, service_id, name, source,
              from_at, to_at, place, told_by, state, obligation_id, created_at, created_by)
            values (:id, :client, :contract, :service, :name, :source, :from, :to, :place, :told,
              'planned', :obligation, :now, :by)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("contract", one.contractId())
        .param("service", one.serviceId())
        .param("name", one.name())
        .param("source", one.source())
        .param("from", Sql.at(one.from()))
        .param("to", Sql.at(one.to()))
        .param("place", one.place())
        .param("told", one.toldBy())
        .param("obligation", one.obligationId())
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  void place(UUID id, @Nullable String place) {
    jdbc.sql("update special_period set place = :place where id = :id")
        .param("id", id)
        .param("place", place)
        .update();
  }

  void settle(UUID id, SpecialPeriod.State state, @Nullable String reason, @Nullable UUID paper) {
    jdbc.sql(
            """
            update special_period set state = :state, reason = :reason, paper_id = :paper
            where id = :id and state = 'planned'\
            """)
        .param("id", id)
        .param("state", state.code())
        .param("reason", reason)
        .param("paper", paper, Types.OTHER)
        .update();
  }

  static SpecialPeriod period(ResultSet row, int number) throws SQLException {
    return new SpecialPeriod(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "service_id"),
        Sql.text(row, "name"),
        Sql.text(row, "source"),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "to_at"),
        row.getString("place"),
        row.getString("told_by"),
        SpecialPeriod.State.valueOf(Sql.text(row, "state").toUpperCase(Locale.ROOT)),
        Sql.uuid(row, "obligation_id"),
        Sql.uuidOrNull(row, "paper_id"),
        row.getString("reason"));
  }
}
