package org.shouyue.server.ticket;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
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
  private final Clocks clocks;
  private final ConcurrentHashMap<UUID, Settled> contracts = new ConcurrentHashMap<>();

  BreachEffect(Agreements agreements, TicketRows rows, Clocks clocks) {
    this.agreements = agreements;
    this.rows = rows;
    this.clocks = clocks;
  }

  /// @param amount null when it cannot be told or nothing was agreed
  record Effect(@Nullable BigDecimal amount, String words) {}

  /// @param broken which limit of which ticket
  /// @param log the ticket's log before this breach
  Effect of(Broken broken, List<TicketEvent> log) {
    Settled settled = settled(broken.ticket().contractId());
    Agreement agreement = settled.agreement();
    List<Penalty> clauses =
        agreement.contract().penalties().stream()
            .filter(one -> one.subject() == Penalty.Subject.SERVICE_LEVEL)
            .toList();
    if (clauses.isEmpty() || broken.level() == null) {
      boolean general =
          agreement.contract().penalties().stream()
              .anyMatch(one -> one.subject() == Penalty.Subject.BREACH);
      return new Effect(null, general ? "合同未约定超时金额；是否构成其他违约由双方认定" : "合同未约定金额");
    }
    WorkCalendar calendar = settled.calendar();
    LocalDate day = calendar.dateOf(broken.due());
    List<SettlementEvent> before = new ArrayList<>();
    if (clauses.stream().anyMatch(one -> one.cap() != null)) {
      before.addAll(others(broken.ticket(), calendar));
    }
    before.addAll(breaches(broken.ticket(), broken.level(), log, calendar));
    List<SettlementEvent> after = new ArrayList<>(before);
    after.add(broken.event(day));
    ContractPlan plan = settled.plan();
    Settlement with = Settler.settle(agreement.contract(), plan, new Facts(after, day, calendar));
    Settlement without =
        Settler.settle(agreement.contract(), plan, new Facts(before, day, calendar));
    boolean earlier = log.stream().anyMatch(event -> event.type() == TicketEventType.BREACH);
    return effect(with, without, earlier);
  }

  /// @param clock which of the ticket's clocks
  /// @param due when it ran out
  record Broken(Ticket ticket, @Nullable ServiceLevel level, String clock, Instant due) {
    SettlementEvent event(LocalDate on) {
      return new SettlementEvent.SlaBreached(
          level == null ? "" : level.subject(),
          level == null ? null : level.severity(),
          BrokenLimit.limit(clock),
          ticket.number(),
          on,
          Duration.ofSeconds(1));
    }
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

  private static Effect effect(Settlement with, Settlement without, boolean earlier) {
    BigDecimal amount =
        with.penaltiesOf(Penalty.Obligor.PROVIDER)
            .subtract(without.penaltiesOf(Penalty.Obligor.PROVIDER));
    if (amount.signum() > 0) {
      return new Effect(amount, "违约金 " + amount.toPlainString() + " 元");
    }
    String unknown = unknown(with);
    if (!unknown.isEmpty()) {
      return new Effect(null, "金额无法计算：" + unknown);
    }
    if (lines(with) > lines(without)) {
      return new Effect(amount, "违约金已达合同上限，不再增加");
    }
    return earlier && lines(with) > 0
        ? new Effect(amount, "同一工单的超时按一次计，已计入前一次")
        : new Effect(amount, "合同约定的违约金不针对该等级或该时限");
  }

  private static String unknown(Settlement settlement) {
    return settlement.unknown().stream()
        .filter(one -> one.clause().subject() == Penalty.Subject.SERVICE_LEVEL)
        .map(one -> one.explanation().chinese())
        .distinct()
        .collect(Collectors.joining("；"));
  }

  private static long lines(Settlement settlement) {
    return settlement.charges().stream()
        .filter(one -> one.clause().subject() == Penalty.Subject.SERVICE_LEVEL)
        .mapToLong(one -> one.lines().size())
        .sum();
  }

  private List<SettlementEvent> others(Ticket ticket, WorkCalendar calendar) {
    List<Ticket> broken =
        rows.broken(ticket.contractId()).stream()
            .filter(other -> !other.id().equals(ticket.id()))
            .toList();
    Map<UUID, List<TicketEvent>> logs = rows.logs(broken.stream().map(Ticket::id).toList());
    List<SettlementEvent> events = new ArrayList<>();
    for (Ticket other : broken) {
      ServiceLevel level = clocks.level(other);
      if (level != null) {
        events.addAll(breaches(other, level, logs.getOrDefault(other.id(), List.of()), calendar));
      }
    }
    return events;
  }

  private static List<SettlementEvent> breaches(
      Ticket ticket, ServiceLevel level, List<TicketEvent> log, WorkCalendar calendar) {
    return log.stream()
        .filter(event -> event.type() == TicketEventType.BREACH)
        .map(event ->
            BrokenLimit.event(
                ticket, level, event, calendar.dateOf(event.at()), Duration.ofSeconds(1)))
        .toList();
  }
}
