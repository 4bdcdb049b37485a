package org.shouyue.contract.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.Term;
import org.shouyue.contract.calendar.BeyondData;

/// Turns a contract into its plan. A pure function: the same contract, day of signature and
/// calendar version always give the same plan.
///
/// How clauses become windows is told in the ADR "Windows of the plan"; in short: cycles are
/// consecutive windows from the term's first day, deadlines follow the calendar's months and
/// quarters, nothing lies outside the term, and what cannot be dated is listed with its reason.
public final class ContractPlanner {

  private static final int LONGEST_TERM_YEARS = 50;

  private ContractPlanner() {}

  /// Plans a contract, or says everything that must be decided first.
  public static PlanAnswer plan(Contract contract, PlanInputs inputs) {
    List<PlanRefused.Refusal> refusals = new ArrayList<>();
    for (Ambiguity ambiguity : contract.ambiguities()) {
      if (!inputs.decided().contains(ambiguity)) {
        refusals.add(
            refusal(
                PlanRefused.Code.UNDECIDED,
                "尚未裁定：" + ambiguity.message(),
                "not yet decided: " + ambiguity.message(),
                ambiguity.lines()));
      }
    }
    ServiceTerm term = term(contract.term(), inputs.signedOn(), refusals);
    return refusals.isEmpty() && term != null
        ? planned(contract, term, inputs)
        : new PlanRefused(refusals);
  }

  private static ContractPlan planned(Contract contract, ServiceTerm term, PlanInputs inputs) {
    ServicePlan services = new ServicePlan(term, inputs);
    for (ServiceItem item : contract.services()) {
      services.add(item);
    }
    MoneyPlan money = new MoneyPlan(contract, term, inputs);
    List<PlannedPayment> payments = money.payments();
    List<PlannedAcceptance> acceptances = money.acceptances();
    return new ContractPlan(
        term,
        inputs.calendar().version(),
        services.obligations(),
        services.standing(),
        services.rules(),
        services.quotas(),
        payments,
        acceptances,
        services.unplanned(),
        warnings(term, payments, acceptances, inputs));
  }

  private static List<BeyondData> warnings(
      ServiceTerm term,
      List<PlannedPayment> payments,
      List<PlannedAcceptance> acceptances,
      PlanInputs inputs) {
    LocalDate last = term.to();
    for (PlannedPayment payment : payments) {
      last = later(last, payment.due());
    }
    for (PlannedAcceptance acceptance : acceptances) {
      last = later(last, acceptance.due());
    }
    BeyondData beyond = inputs.calendar().beyondData(term.from(), last);
    return beyond == null ? List.of() : List.of(beyond);
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other == null || other.isBefore(one) ? one : other;
  }

  private static @Nullable ServiceTerm term(
      @Nullable Term term, @Nullable LocalDate signedOn, List<PlanRefused.Refusal> refusals) {
    if (term == null) {
      refusals.add(
          refusal(
              PlanRefused.Code.NO_TERM,
              "合同未写明服务期限",
              "the contract does not say when the service runs",
              null));
      return null;
    }
    LocalDate from = term.from();
    if (from == null && term.starts() == Term.Start.SIGNING) {
      from = signedOn;
      if (signedOn == null) {
        refusals.add(
            refusal(
                PlanRefused.Code.NOT_SIGNED,
                "服务期自合同签订之日起算，请填写签订日期",
                "the term starts with the signing: enter its day",
                term.lines()));
        return null;
      }
    }
    return ends(from, term, refusals);
  }

  private static @Nullable ServiceTerm ends(
      @Nullable LocalDate from, Term term, List<PlanRefused.Refusal> refusals) {
    Period length = term.length();
    LocalDate to =
        term.to() == null && from != null && length != null
            ? ServiceTerm.next(from, length).minusDays(1)
            : term.to();
    if (from == null || to == null) {
      String missing = from == null ? "首日" : "末日";
      refusals.add(
          refusal(
              PlanRefused.Code.NO_TERM,
              "服务期" + missing + "未写明，请补充",
              "the "
                  + (from == null ? "first" : "last")
                  + " day of service is not written: enter it",
              term.lines()));
      return null;
    }
    if (to.isBefore(from) || from.plusYears(LONGEST_TERM_YEARS).isBefore(to)) {
      refusals.add(
          refusal(
              PlanRefused.Code.ABSURD_TERM,
              "服务期 %s 至 %s 不合常理，请核对".formatted(from, to),
              "a term from %s to %s cannot be meant: check it".formatted(from, to),
              term.lines()));
      return null;
    }
    return new ServiceTerm(from, to);
  }

  private static PlanRefused.Refusal refusal(
      PlanRefused.Code code, String chinese, String english, @Nullable Lines lines) {
    return new PlanRefused.Refusal(code, chinese, english, lines);
  }
}
