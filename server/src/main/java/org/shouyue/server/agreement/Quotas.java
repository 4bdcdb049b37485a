package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.PlannedQuota;
import org.shouyue.contract.plan.Window;
import org.shouyue.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ceilings on what a client may ask for.
@Service
public class Quotas {
  private final JdbcClient jdbc;
  private final Contracts contracts;
  private final Agreements agreements;

  Quotas(JdbcClient jdbc, Contracts contracts, Agreements agreements) {
    this.jdbc = jdbc;
    this.contracts = contracts;
    this.agreements = agreements;
  }

  /// Uses one of a service's quota; does nothing for a service without one.
  ///
  /// @throws Problem 409 when the quota of the present period is used up
  @Transactional
  public void use(UUID contract, String service, String what, Instant now) {
    Agreement agreement = contracts.lock(contract);
    if (agreement == null) {
      throw Problem.notFound("contract", contract);
    }
    if (agreement.state() == AgreementState.DRAFT) {
      return;
    }
    WorkCalendar calendar = agreements.calendar(agreement);
    LocalDate today = calendar.dateOf(now);
    for (PlannedQuota quota : agreements.plan(agreement).quotas()) {
      if (quota.serviceId().equals(service)) {
        for (Window period : quota.windows()) {
          if (!today.isBefore(period.firstDay()) && !today.isAfter(period.lastDay())) {
            use(agreement, quota, period, what, now);
          }
        }
      }
    }
  }

  private void use(
      Agreement agreement, PlannedQuota quota, Window period, String what, Instant now) {
    int used = used(agreement.id(), quota.serviceId(), period.firstDay());
    if (used >= quota.atMost()) {
      throw Problem.conflict(
              "quota-used-up",
              "%s 至 %s 的限额 %d 次已用完；请与甲方协商增购或等待下一期"
                  .formatted(period.firstDay(), period.lastDay(), quota.atMost()))
          .with("atMost", quota.atMost())
          .with("used", used);
    }
    jdbc.sql(
            """
            insert into quota_use (contract_id, service_id, n, client_id, used_at, period_from, what)
            select :contract, :service, coalesce(max(n), 0) + 1, :client, :now, :period, :what
            from quota_use where contract_id = :contract and service_id = :service\
            """)
        .param("contract", agreement.id())
        .param("service", quota.serviceId())
        .param("client", agreement.clientId())
        .param("now", at(now))
        .param("period", period.firstDay())
        .param("what", what)
        .update();
  }

  private int used(UUID contract, String service, LocalDate period) {
    return jdbc.sql(
            """
            select count(*) from quota_use
            where contract_id = :contract and service_id = :service and period_from = :period\
            """)
        .param("contract", contract)
        .param("service", service)
        .param("period", period)
        .query(Integer.class)
        .single();
  }
}
