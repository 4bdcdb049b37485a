package org.shouyue.server.agreement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Lets other rooms say that a promise was kept by something they did. Only dated obligations that
/// people fulfil are counted, each once; nothing is invented: what no obligation waits for, counts
/// for none.
@Service
public class Performances {
  private final JdbcClient jdbc;
  private final Obligations obligations;
  private final EvidenceLog evidence;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  Performances(
      JdbcClient jdbc,
      Obligations obligations,
      EvidenceLog evidence,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.obligations = obligations;
    this.evidence = evidence;
    this.json = json;
    this.events = events;
  }

  /// Closes the obligation that this performance keeps: the one whose window holds its time, else
  /// the oldest that is still open or was missed. In time or late is judged by the window. A proof
  /// that names the thing and the digests of all evidence about it joins the contract's chain.
  ///
  /// @return the obligation that was closed; null when none waited for it, or the same thing was
  ///   counted before
  @Transactional
  public @Nullable UUID perform(Performance done) {
    Obligation obligation = waiting(done);
    if (obligation == null || counted(done)) {
      return null;
    }
    ObligationState state = obligations.perform(obligation.id(), done.at(), done.by());
    if (state == null) {
      return null;
    }
    evidence.keep(
        new NewEvidence(
            obligation.clientId(),
            obligation.contractId(),
            "履约凭据.json",
            "application/json",
            proof(done),
            "obligation/" + obligation.id(),
            done.at()));
    events.publishEvent(
        new ObligationPerformed(
            obligation.clientId(), obligation.contractId(), obligation.id(), state, done.at()));
    events.publishEvent(
        new Changed(
            obligation.clientId(),
            "obligation.performed",
            "obligation/" + obligation.id(),
            Map.of("state", state.code(), "about", done.about())));
    return obligation.id();
  }

  private @Nullable Obligation waiting(Performance done) {
    return jdbc.sql(
            """
            select * from obligation
            where contract_id = :contract and capability = :capability and way = 'manual'
              and (:service::text is null or service_id = :service)
              and (:obligation::uuid is null or id = :obligation) and window_from <= :at
              and state in ('planned', 'due', 'running', 'unknown', 'missed')
            order by (window_to > :at and state <> 'missed') desc, window_from, id
            limit 1 for update\
            """)
        .param("contract", done.contractId())
        .param("capability", done.capability().code())
        .param("service", done.serviceId())
        .param("obligation", done.obligationId())
        .param("at", Sql.at(done.at()))
        .query(Obligations::row)
        .optional()
        .orElse(null);
  }

  private boolean counted(Performance done) {
    return jdbc.sql(
                """
                insert into performance (about, contract_id, client_id, done_at)
                select :about, id, client_id, :at from contract where id = :contract
                on conflict do nothing\
                """)
            .param("about", done.about())
            .param("at", Sql.at(done.at()))
            .param("contract", done.contractId())
            .update()
        == 0;
  }

  private byte[] proof(Performance done) {
    List<Map<String, Object>> kept =
        evidence.about(done.about()).stream()
            .map(record ->
                Map.<String, Object>of(
                    "seq", record.seq(), "name", record.name(), "sha256", record.sha256()))
            .toList();
    Map<String, Object> proof =
        Map.of(
            "about", done.about(),
            "summary", done.summary(),
            "at", done.at().toString(),
            "by", done.by(),
            "evidence", kept);
    return json.writeValueAsString(proof).getBytes(StandardCharsets.UTF_8);
  }
}
