package org.shouyue.server.agreement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.contract.Capability;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives dates to services that the contract promises without any: "in special periods", "whenever
/// the client tells". What another room learns of becomes an obligation before it begins, so that a
/// promise of this kind can be missed like any other.
@Service
public class Occurrences {
  private final JdbcClient jdbc;
  private final Obligations obligations;
  private final ApplicationEventPublisher events;

  Occurrences(JdbcClient jdbc, Obligations obligations, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.obligations = obligations;
    this.events = events;
  }

  /// Adds an obligation for a person to fulfil and returns its id.
  ///
  /// @throws Problem 409 when the contract has no such service in force, or its dates are its own
  @Transactional
  public UUID add(Occasion occasion) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            select 1 from contract_service
            where contract_id = :contract and service_id = :service for update\
            """)
        .param("contract", occasion.contractId())
        .param("service", occasion.serviceId())
        .query()
        .listOfRows();
    int added =
        jdbc.sql(
                """
                insert into obligation (id, client_id, contract_id, contract_version, service_id,
                  title, capability, way, window_from, window_to, due_at, kind, ordinal, state)
                select :id, s.client_id, s.contract_id, c.version, s.service_id,
                  s.title || '：' || :name, s.capability, 'manual', :from, :to, :due, 'occasion',
                  1 + coalesce((select max(ordinal) from obligation o
                    where o.contract_id = s.contract_id and o.service_id = s.service_id), 0),
                  'planned'
                from contract_service s join contract c on c.id = s.contract_id
                where s.contract_id = :contract and s.service_id = :service
                  and s.way = 'rule' and c.state = 'in-force'\
                """)
            .param("id", id)
            .param("contract", occasion.contractId())
            .param("service", occasion.serviceId())
            .param("name", occasion.name())
            .param("from", Sql.at(occasion.from()))
            .param("to", Sql.at(occasion.to()))
            .param("due", Sql.at(occasion.dueAt()))
            .update();
    if (added == 0) {
      throw Problem.conflict("no-such-promise", "合同没有在履行中的、随事件触发的这项服务，请核对合同与服务项");
    }
    changed(require(id), "obligation.added", occasion.name());
    return id;
  }

  /// Calls one off that has not begun.
  ///
  /// @throws Problem 409 when it has begun or is over
  @Transactional
  public void cancel(UUID obligation, String reason) {
    int cancelled =
        jdbc.sql(
                """
                update obligation set state = 'cancelled', reason = :reason, run_at = null
                where id = :id and state = 'planned' and kind = 'occasion'\
                """)
            .param("id", obligation)
            .param("reason", reason)
            .update();
    if (cancelled == 0) {
      throw Problem.conflict("already-begun", "履约事项已经开始，只有甲方可以豁免");
    }
    changed(require(obligation), "obligation.cancelled", reason);
  }

  /// Marks one as missed as soon as that is certain, before its time is over; nothing when it is
  /// settled already.
  @Transactional
  public void fail(UUID obligation, String reason) {
    Obligation failed = require(obligation);
    if (failed.state().after(ObligationState.Step.PASS) != null) {
      obligations.miss(obligation, reason);
      events.publishEvent(
          new ObligationMissed(
              failed.clientId(), failed.contractId(), obligation, failed.windowTo()));
      changed(failed, "obligation.missed", reason);
    }
  }

  /// A service of a contract in force that something outside sets off.
  public record Promise(UUID clientId, UUID contractId, String serviceId, String title) {}

  /// The services of this capability that are set off from outside, of all contracts in force in
  /// scope.
  public List<Promise> promises(Capability capability) {
    return jdbc.sql(
            """
            select s.* from contract_service s join contract c on c.id = s.contract_id
            where s.capability = :capability and s.way = 'rule' and c.state = 'in-force'
            order by c.in_force_at, s.position\
            """)
        .param("capability", capability.code())
        .query((row, _) ->
            new Promise(
                Sql.uuid(row, "client_id"),
                Sql.uuid(row, "contract_id"),
                Sql.text(row, "service_id"),
                Sql.text(row, "title")))
        .list();
  }

  private Obligation require(UUID id) {
    Obligation found = obligations.find(id);
    if (found == null) {
      throw Problem.notFound("obligation", id);
    }
    return found;
  }

  private void changed(Obligation one, String action, String why) {
    events.publishEvent(
        new Changed(one.clientId(), action, "obligation/" + one.id(), Map.of("why", why)));
  }
}
