package org.shouyue.server.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.settlement.ClauseResult;
import org.shouyue.contract.settlement.Facts;
import org.shouyue.contract.settlement.Settlement;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.contract.settlement.Settler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a contract costs both sides, as things stand: computed anew each time from its rows.
@Service
public class Settlements {
  private final Agreements agreements;
  private final Obligations obligations;
  private final Payments payments;
  private final ObjectProvider<SettlementFacts> facts;
  private final InstantSource clock;

  Settlements(
      Agreements agreements,
      Obligations obligations,
      Payments payments,
      ObjectProvider<SettlementFacts> facts,
      InstantSource clock) {
    this.agreements = agreements;
    this.obligations = obligations;
    this.payments = payments;
    this.facts = facts;
    this.clock = clock;
  }

  /// One figure and how it came about.
  ///
  /// @param amount owed to the provider when positive, to the client when negative; null when it
  ///   cannot be told, which is not zero
  public record Line(
      String label, @Nullable BigDecimal amount, String explanation, String explanationEnglish) {}

  /// An instalment and how it stands.
  public record Instalment(
      int ordinal,
      @Nullable BigDecimal amount,
      BigDecimal paid,
      @Nullable LocalDate due,
      @Nullable LocalDate invoiceBy,
      String state,
      long daysLate,
      String explanation,
      String explanationEnglish) {}

  /// A penalty that is owed.
  public record Charge(
      String party,
      String subject,
      String reference,
      BigDecimal amount,
      String explanation,
      String explanationEnglish) {}

  /// A right to a longer term.
  public record Credit(
      String subject,
      Instant from,
      Instant to,
      String extension,
      String explanation,
      String explanationEnglish) {}

  /// The settlement as its page shows it.
  ///
  /// @param total what the client owes when everything known is set off; negative the other way
  public record SettlementView(
      LocalDate asOf,
      List<Instalment> payments,
      List<Charge> penalties,
      List<Credit> credits,
      List<Line> lines,
      BigDecimal total,
      LocalDate extendedTo) {}

  /// The settlement of a signed contract with everything that happened until now.
  @Transactional(readOnly = true)
  public SettlementView now(UUID contract) {
    return of(contract, clock.instant());
  }

  /// The settlement of a signed contract with everything that happened until then.
  @Transactional(readOnly = true)
  public SettlementView of(UUID contract, Instant upTo) {
    return view(settle(contract, upTo));
  }

  /// The same as the contract room gives it.
  @Transactional(readOnly = true)
  public Settlement settle(UUID contract, Instant upTo) {
    Agreement agreement = agreements.requireSigned(contract);
    WorkCalendar calendar = agreements.calendar(agreement);
    ContractPlan plan = agreements.plan(agreement);
    Instant from = calendar.startOf(agreement.begins());
    Instant end = calendar.startOf(agreement.ends().plusDays(1));
    List<SettlementEvent> events =
        new ArrayList<>(ServiceFacts.of(obligations.within(contract, from, end), calendar, upTo));
    events.addAll(payments.events(agreement, plan));
    facts.forEach(room -> events.addAll(room.events(agreement, from, upTo)));
    LocalDate asOf = calendar.dateOf(upTo.minusMillis(1));
    return Settler.settle(agreement.contract(), plan, new Facts(events, asOf, calendar));
  }

  private static SettlementView view(Settlement settled) {
    List<Line> lines = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    for (ClauseResult result : settled.clauses()) {
      String label = SettlementLabels.of(result.clause());
      switch (result) {
        case ClauseResult.Charged charged -> {
          boolean owedToClient = charged.party() == Penalty.Obligor.PROVIDER;
          charged.lines().stream()
              .filter(line -> line.amount().signum() != 0)
              .forEach(line -> {
                charges.add(
                    new Charge(
                        SettlementLabels.code(charged.party()),
                        SettlementLabels.code(result.clause().subject()),
                        line.reference(),
                        line.amount(),
                        line.explanation().chinese(),
                        line.explanation().english()));
                lines.add(
                    new Line(
                        label + " " + line.reference(),
                        owedToClient ? line.amount().negate() : line.amount(),
                        line.explanation().chinese(),
                        line.explanation().english()));
              });
        }
        case ClauseResult.NothingOwed(_, var why) ->
            lines.add(new Line(label, BigDecimal.ZERO, why.chinese(), why.english()));
        case ClauseResult.Unknown(_, var why) ->
            lines.add(new Line(label, null, why.chinese(), why.english()));
      }
    }
    return new SettlementView(
        settled.asOf(),
        instalments(settled),
        charges,
        credits(settled),
        lines,
        settled.balance(),
        settled.extendedTo());
  }

  private static List<Instalment> instalments(Settlement settled) {
    return settled.payments().stream()
        .map(line ->
            new Instalment(
                line.planned().ordinal(),
                line.planned().amount(),
                line.paid(),
                line.planned().due(),
                line.planned().invoiceBy(),
                SettlementLabels.code(line.state()),
                line.daysLate(),
                line.explanation().chinese(),
                line.explanation().english()))
        .toList();
  }

  private static List<Credit> credits(Settlement settled) {
    return settled.credits().stream()
        .map(credit ->
            new Credit(
                credit.outage().subject(),
                credit.outage().from(),
                credit.outage().to(),
                credit.extension().toString(),
                credit.explanation().chinese(),
                credit.explanation().english()))
        .toList();
  }
}
