package org.shouyue.server.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.settlement.ChargeLine;
import org.shouyue.contract.settlement.ClauseResult;
import org.shouyue.contract.settlement.PaymentLine;
import org.shouyue.contract.settlement.Settlement;
import org.shouyue.contract.settlement.TermCredit;

/// Turns a settlement into rows, every one with its reckoning.
final class MoneyRows {
  private MoneyRows() {}

  static List<PaymentRow> payments(Settlement settlement) {
    return settlement.payments().stream().map(MoneyRows::payment).toList();
  }

  static List<ChargeRow> charges(Settlement settlement) {
    var rows = new ArrayList<ChargeRow>();
    for (ClauseResult result : settlement.clauses()) {
      switch (result) {
        case ClauseResult.Charged charged -> rows.addAll(charged(charged));
        case ClauseResult.Unknown unknown ->
            rows.add(
                new ChargeRow(
                    ChargeRow.Kind.UNDECIDED,
                    party(unknown.clause().party()),
                    subject(unknown.clause().subject()),
                    null,
                    unknown.explanation().chinese(),
                    unknown.clause().lines()));
        case ClauseResult.NothingOwed _ -> {}
      }
    }
    settlement.credits().forEach(credit -> rows.add(credit(credit)));
    return rows;
  }

  /// One row for each line that costs something, and one for all that cost nothing more, because
  /// the same days were counted before or the cap was reached.
  private static List<ChargeRow> charged(ClauseResult.Charged charged) {
    var rows = new ArrayList<ChargeRow>();
    int nothing = 0;
    for (ChargeLine line : charged.lines()) {
      if (line.amount().signum() == 0) {
        nothing++;
      } else {
        rows.add(charge(charged, line));
      }
    }
    if (nothing > 0) {
      rows.add(
          new ChargeRow(
              ChargeRow.Kind.PENALTY,
              party(charged.party()),
              subject(charged.clause().subject()) + "：其余" + nothing + "笔",
              BigDecimal.ZERO.setScale(2),
              "与上列日期重叠或已达上限，不重复计算；各事项见附件",
              charged.clause().lines()));
    }
    return rows;
  }

  private static PaymentRow payment(PaymentLine line) {
    Payment terms = line.planned().terms();
    String share =
        terms.percent() == null
            ? ""
            : "（" + terms.percent().stripTrailingZeros().toPlainString() + "%）";
    return new PaymentRow(
        "第" + line.planned().ordinal() + "期" + share,
        line.planned().amount(),
        line.planned().due(),
        state(line.state()) + "。" + line.explanation().chinese(),
        terms.lines());
  }

  private static ChargeRow charge(ClauseResult.Charged charged, ChargeLine line) {
    Penalty clause = charged.clause();
    boolean deduction = clause.subject() == Penalty.Subject.AVAILABILITY;
    return new ChargeRow(
        deduction ? ChargeRow.Kind.DEDUCTION : ChargeRow.Kind.PENALTY,
        party(charged.party()),
        subject(clause.subject()) + "：" + line.reference(),
        line.amount(),
        line.explanation().chinese(),
        clause.lines());
  }

  private static ChargeRow credit(TermCredit credit) {
    return new ChargeRow(
        ChargeRow.Kind.CREDIT,
        party(credit.clause().party()),
        subject(credit.clause().subject()) + "（顺延" + Wording.duration(credit.extension()) + "）",
        null,
        credit.explanation().chinese(),
        credit.clause().lines());
  }

  private static String party(Penalty.Obligor party) {
    return switch (party) {
      case CLIENT -> "甲方";
      case PROVIDER -> "乙方";
      case EITHER -> "双方";
    };
  }

  private static String subject(Penalty.Subject subject) {
    return switch (subject) {
      case BREACH -> "违约";
      case LATE_DELIVERY -> "逾期交付";
      case LATE_PAYMENT -> "逾期付款";
      case SERVICE_LEVEL -> "服务级别未达标";
      case AVAILABILITY -> "可用性未达标";
      case SECRECY -> "泄密";
      case TERMINATION -> "单方变更或解除";
      case REFUSAL -> "无故拒收服务";
      case OUTAGE_CREDIT -> "中断补偿";
    };
  }

  private static String state(PaymentLine.State state) {
    return switch (state) {
      case NO_DATE -> "付款条件未成就或未约定期限";
      case NOT_DUE -> "未到期";
      case OVERDUE -> "已逾期";
      case PAID -> "已付清";
      case PAID_LATE -> "逾期付清";
    };
  }
}
