package org.shouyue.server.agreement;

import static org.shouyue.server.sql.Sql.at;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Money that clients paid.
@Repository
class Payments {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Payments(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// One payment.
  record PaymentMade(UUID id, LocalDate date, BigDecimal amount, String by) {}

  @Transactional
  PaymentMade add(Agreement agreement, LocalDate date, BigDecimal amount) {
    PaymentMade made = new PaymentMade(UUID.randomUUID(), date, amount, Caller.current().name());
    jdbc.sql(
            """
            insert into payment_made (id, contract_id, client_id, paid_on, amount, entered_at,
              entered_by)
            values (:id, :contract, :client, :day, :amount, :now, :by)\
            """)
        .param("id", made.id())
        .param("contract", agreement.id())
        .param("client", agreement.clientId())
        .param("day", date)
        .param("amount", amount)
        .param("now", at(clock.instant()))
        .param("by", made.by())
        .update();
    events.publishEvent(
        new Changed(
            agreement.clientId(),
            "payment.entered",
            "contract/" + agreement.id(),
            Map.of("date", date.toString(), "amount", amount.toPlainString())));
    return made;
  }

  List<PaymentMade> of(UUID contract) {
    return jdbc.sql("select * from payment_made where contract_id = :contract order by paid_on, id")
        .param("contract", contract)
        .query((row, _) ->
            new PaymentMade(
                Sql.uuid(row, "id"),
                row.getObject("paid_on", LocalDate.class),
                row.getBigDecimal("amount"),
                Sql.text(row, "entered_by")))
        .list();
  }

  /// The event that an instalment waits for has happened: the invoice came, the funds came.
  @Transactional
  void trigger(Agreement agreement, int instalment, LocalDate on) {
    jdbc.sql(
            """
            insert into payment_trigger (contract_id, instalment, client_id, happened_on)
            values (:contract, :instalment, :client, :day)
            on conflict (contract_id, instalment) do update set happened_on = excluded.happened_on\
            """)
        .param("contract", agreement.id())
        .param("instalment", instalment)
        .param("client", agreement.clientId())
        .param("day", on)
        .update();
    events.publishEvent(
        new Changed(
            agreement.clientId(),
            "payment.triggered",
            "contract/" + agreement.id(),
            Map.of("instalment", instalment, "on", on.toString())));
  }

  /// What was paid and what has set off instalments, as facts for the settlement. Money goes to the
  /// first instalment that is not yet paid in full.
  List<SettlementEvent> events(Agreement agreement, ContractPlan plan) {
    List<SettlementEvent> events = new ArrayList<>();
    jdbc.sql("select * from payment_trigger where contract_id = :contract")
        .param("contract", agreement.id())
        .query((row, _) ->
            events.add(
                new SettlementEvent.PaymentTriggered(
                    row.getInt("instalment"), row.getObject("happened_on", LocalDate.class))))
        .list();
    if (plan.payments().isEmpty()) {
      return events;
    }
    int next = 0;
    BigDecimal room = amount(plan, next);
    for (PaymentMade made : of(agreement.id())) {
      BigDecimal left = made.amount();
      while (left.signum() > 0) {
        boolean last = next == plan.payments().size() - 1;
        BigDecimal part = last ? left : left.min(room);
        if (part.signum() > 0) {
          events.add(
              new SettlementEvent.PaymentMade(
                  plan.payments().get(next).ordinal(), part, made.date()));
        }
        left = left.subtract(part);
        room = room.subtract(part);
        if (!last && room.signum() <= 0) {
          next++;
          room = amount(plan, next);
        }
      }
    }
    return events;
  }

  private static BigDecimal amount(ContractPlan plan, int n) {
    BigDecimal amount = plan.payments().get(n).amount();
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
