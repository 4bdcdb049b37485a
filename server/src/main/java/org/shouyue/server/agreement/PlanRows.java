package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouyue.server.agreement.Planning.PlannedRow;
import org.shouyue.server.agreement.Planning.PlannedService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Stores the plan of a contract: all of it, in batches. Callers bring the transaction.
@Repository
class PlanRows {
  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  PlanRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(Agreement agreement, List<PlannedService> services, List<PlannedRow> obligations) {
    services(agreement, services);
    jdbc.batchUpdate(
        """
        insert into obligation (id, client_id, contract_id, contract_version, service_id, title,
          capability, way, asset_id, window_from, window_to, due_at, kind, ordinal, state, run_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?)\
        """,
        obligations,
        BATCH,
        (statement, row) -> {
          statement.setObject(1, row.id());
          statement.setObject(2, agreement.clientId());
          statement.setObject(3, agreement.id());
          statement.setInt(4, agreement.version());
          statement.setString(5, row.planned().serviceId());
          statement.setString(6, row.title());
          statement.setString(7, row.planned().capability().code());
          statement.setString(8, row.way().code());
          statement.setObject(9, row.asset());
          statement.setObject(10, at(row.planned().window().from()));
          statement.setObject(11, at(row.planned().window().to()));
          statement.setObject(12, at(row.planned().dueAt()));
          statement.setString(13, row.planned().kind().name().toLowerCase(Locale.ROOT));
          statement.setInt(14, row.planned().ordinal());
          statement.setObject(15, row.runAt() == null ? null : at(row.runAt()));
        });
  }

  private void services(Agreement agreement, List<PlannedService> services) {
    for (PlannedService service : services) {
      jdbc.update(
          """
          insert into contract_service (contract_id, service_id, client_id, position, title,
            capability, way, frequency, at_most, note)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
          """,
          agreement.id(),
          service.item().id(),
          agreement.clientId(),
          service.position(),
          service.item().title(),
          service.item().capability().code(),
          service.way().code(),
          service.item().frequency() == null ? null : service.item().frequency().code(),
          service.item().atMost(),
          service.note());
      for (UUID asset : service.assets()) {
        jdbc.update(
            """
            insert into service_asset (contract_id, service_id, asset_id, client_id)
            values (?, ?, ?, ?)\
            """,
            agreement.id(),
            service.item().id(),
            asset,
            agreement.clientId());
      }
    }
  }
}
