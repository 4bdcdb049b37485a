package org.shouyue.server.ticket;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.settlement.ClauseResult;
import org.shouyue.contract.settlement.Facts;
import org.shouyue.contract.settlement.Settlement;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.contract.settlement.Settler;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.springframework.stereotype.Component;

/// What a broken limit costs at the moment at which it breaks: the difference that it makes to what
/// the provider owes for limits not kept. Later breaches and ceilings may change the settlement;
/// what stands in the log is what it came to then.
@Component
class BreachEffect {
  private final Agreements agreements;
  private final TicketRows rows;
  private final ConcurrentHashMap<UUID, Settled> contracts = new ConcurrentHashMap<>();

  BreachEffect(Agreements agreements, TicketRows rows) {
    this.agreements = agreements;
    this.rows = rows;
  }

  /// @param amount null when it cannot be told or nothing was agreed
  record Effect(@Nullable BigDecimal amount, String words) {}

  /// @param earlier the ticket has broken a limit before, which the settlement counts as one case
  Effect of(Ticket ticket, @Nullable ServiceLevel level, Instant due, boolean earlier) {
    Settled settled = settled(ticket.contractId());
    Agreement agreement = settled.agreement();
    List<Penalty> clauses =
        agreement.contract().penalties().stream()
            .filter(one -> one.subject() == Penalty.Subject.SERVICE_LEVEL)
            .toList();
    if (clauses.isEmpty() || level == null) {
      boolean general =
          agreement.contract().penalties().stream()
              .anyMatch(one -> one.subject() == Penalty.Subject.BREACH);
      return new Effect(null, general ? "合同未约定超时金额；是否构成其他违约由双方认定" : "合同未约定金额");
    }
    if (earlier) {
      return new Effect(BigDecimal.ZERO, "同一工单的超时按一次计，已计入前一次");
    }
    WorkCalendar calendar = settled.calendar();
    List<SettlementEvent> before =
        clauses.stream().allMatch(one -> one.cap() == null)
            ? List.of()
            : breaches(ticket, level, calendar);
    List<SettlementEvent> after = new ArrayList<>(before);
    LocalDate day = calendar.dateOf(due);
    after.add(breach(ticket, level, day));
    ContractPlan plan = settled.plan();
    Settlement with = Settler.settle(agreement.contract(), plan, new Facts(after, day, calendar));
    Settlement without =
        Settler.settle(agreement.contract(), plan, new Facts(before, day, calendar));
    return effect(with, without);
  }

  /// A signed contract with what follows from it; neither changes any more.
  private record Settled(Agreement agreement, ContractPlan plan, WorkCalendar calendar) {}

  private Settled settled(UUID contract) {
    Settled known = contracts.get(contract);
    if (known == null) {
      Agreement agreement = agreements.requireSigned(contract);
      known = new Settled(agreement, agreements.plan(agreement), agreements.calendar(agreement));
      contracts.put(contract, known);
    }
    return known;
  }

  private static Effect effect(Settlement with, Settlement without) {
    BigDecimal amount =
        with.penaltiesOf(Penalty.Obligor.PROVIDER)
            .subtract(without.penaltiesOf(Penalty.Obligor.PROVIDER));
    if (amount.signum() > 0) {
      return new Effect(amount, "违约金 " + amount.toPlainString() + " 元");
    }
    String unknown =
        with.unknown().stream()
            .filter(one -> one.clause().subject() == Penalty.Subject.SERVICE_LEVEL)
            .map(ClauseResult.Unknown::explanation)
            .map(why -> why.chinese())
            .distinct()
            .collect(Collectors.joining("；"));
    return unknown.isEmpty()
        ? new Effect(amount, "违约金已达合同上限，不再增加")
        : new Effect(null, "金额无法计算：" + unknown);
  }

  private List<SettlementEvent> breaches(Ticket ticket, ServiceLevel level, WorkCalendar calendar) {
    return rows.broken(ticket.contractId()).stream()
        .filter(other -> !other.id().equals(ticket.id()))
        .map(other -> (SettlementEvent) breach(other, level, calendar.dateOf(other.openedAt())))
        .toList();
  }

  private static SettlementEvent.SlaBreached breach(
      Ticket ticket, ServiceLevel level, LocalDate day) {
    return new SettlementEvent.SlaBreached(
        level.subject(), ticket.number(), day, Duration.ofSeconds(1));
  }
}
