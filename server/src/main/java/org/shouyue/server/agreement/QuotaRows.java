package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.agreement.QuotaStanding.Use;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What quotas were used for. Callers bring the transaction.
@Repository
class QuotaRows {
  private final JdbcClient jdbc;

  QuotaRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The period of a quota.
  record Period(String serviceId, LocalDate from) {}

  /// All uses of a contract's quotas, those given back too, in order.
  Map<Period, List<Use>> of(UUID contract) {
    Map<Period, List<Use>> uses = new LinkedHashMap<>();
    jdbc.sql("select * from quota_use where contract_id = :contract order by service_id, n")
        .param("contract", contract)
        .query((row, _) ->
            uses.computeIfAbsent(
                    new Period(
                        Sql.text(row, "service_id"), row.getObject("period_from", LocalDate.class)),
                    _ -> new ArrayList<>())
                .add(
                    new Use(
                        row.getInt("n"),
                        Sql.instant(row, "used_at"),
                        Sql.text(row, "what"),
                        row.getString("about"),
                        row.getBoolean("extra"),
                        Sql.instantOrNull(row, "returned_at"))))
        .list();
    return uses;
  }

  boolean uses(QuotaMatter matter) {
    return jdbc.sql(
            """
            select exists (select from quota_use
              where contract_id = :contract and service_id = :service and about = :about
                and returned_at is null)\
            """)
        .param("contract", matter.contractId())
        .param("service", matter.serviceId())
        .param("about", matter.about())
        .query(Boolean.class)
        .single();
  }

  void add(UUID client, QuotaMatter matter, LocalDate period, boolean extra, Instant now) {
    jdbc.sql(
            """
            insert into quota_use
              (contract_id, service_id, n, client_id, used_at, period_from, what, about, extra)
            select :contract, :service, coalesce(max(n), 0) + 1, :client, :now, :period, :what,
              :about, :extra
            from quota_use where contract_id = :contract and service_id = :service\
            """)
        .param("contract", matter.contractId())
        .param("service", matter.serviceId())
        .param("client", client)
        .param("now", at(now))
        .param("period", period)
        .param("what", matter.what())
        .param("about", matter.about())
        .param("extra", extra)
        .update();
  }

  /// Gives back what a thing used.
  ///
  /// @return whether there was anything
  boolean giveBack(String about, Instant now) {
    return jdbc.sql(
                "update quota_use set returned_at = :now where about = :about and returned_at is null")
            .param("about", about)
            .param("now", at(now))
            .update()
        > 0;
  }
}
