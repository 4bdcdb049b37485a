package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people decided about the ambiguities of drafts. Callers bring the transaction.
@Repository
class Decisions {
  private final JdbcClient jdbc;

  Decisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One decision.
  record Decision(String text, Instant at, String by) {}

  void decide(Agreement agreement, int n, Decision decision) {
    jdbc.sql(
            """
            insert into ambiguity_decision (contract_id, n, client_id, decision, decided_at, decided_by)
            values (:contract, :n, :client, :decision, :at, :by)
            on conflict (contract_id, n) do update set decision = excluded.decision,
              decided_at = excluded.decided_at, decided_by = excluded.decided_by\
            """)
        .param("contract", agreement.id())
        .param("n", n)
        .param("client", agreement.clientId())
        .param("decision", decision.text())
        .param("at", at(decision.at()))
        .param("by", decision.by())
        .update();
  }

  /// The decisions of a contract by the ambiguity's number, from 0.
  Map<Integer, Decision> of(UUID contract) {
    Map<Integer, Decision> decisions = new LinkedHashMap<>();
    jdbc.sql("select * from ambiguity_decision where contract_id = :contract order by n")
        .param("contract", contract)
        .query((row, _) ->
            decisions.put(
                row.getInt("n"),
                new Decision(
                    Sql.text(row, "decision"),
                    Sql.instant(row, "decided_at"),
                    Sql.text(row, "decided_by"))))
        .list();
    return decisions;
  }
}
