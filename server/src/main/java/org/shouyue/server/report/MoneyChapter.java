package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.server.report.Block.Column;

/// What is owed by whom, every figure with its reckoning.
final class MoneyChapter {
  private MoneyChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    if (dossier.payments().isEmpty()) {
      blocks.add(new Block.Prose("合同没有约定可计算的付款。"));
    } else {
      blocks.add(new Block.Heading("付款", "Payments"));
      blocks.add(payments(dossier));
    }
    if (dossier.charges().isEmpty()) {
      blocks.add(new Block.Prose("本期没有产生违约金、扣减或服务补偿。"));
    } else {
      blocks.add(new Block.Heading("违约金、扣减与补偿", "Penalties, deductions and credits"));
      blocks.add(charges(dossier));
      blocks.add(
          new Block.Prose(
              "以上合计：乙方应承担"
                  + Wording.money(dossier.providerCharges())
                  + "元，甲方应承担"
                  + Wording.money(dossier.clientCharges())
                  + "元。"));
    }
    return Section.of("settlement", "结算", "Settlement", blocks);
  }

  private static Block payments(Dossier dossier) {
    var rows = new ArrayList<List<Cell>>();
    for (PaymentRow payment : dossier.payments()) {
      rows.add(
          List.of(
              Cell.of(payment.label()),
              Cell.of(Wording.money(payment.amount())),
              Cell.of(Wording.day(payment.dueOn())),
              Cell.of(payment.explanation()),
              Cell.of(Wording.lines(payment.lines()))));
    }
    rows.add(
        List.of(
            Cell.of("合计"),
            Cell.of(Wording.money(dossier.paymentsTotal())),
            Cell.of(Wording.NONE),
            Cell.of(Wording.NONE),
            Cell.of(Wording.NONE)));
    return new Block.Grid(
        "付款表",
        List.of(
            Column.text("款项", "Payment", 18),
            Column.number("金额（元）", "Amount (CNY)", 18),
            Column.centred("应付日期", "Due", 15),
            Column.text("计算说明", "How it comes about", 35),
            Column.centred("原文", "Source", 14)),
        rows);
  }

  private static Block charges(Dossier dossier) {
    return new Block.Grid(
        "违约金、扣减与补偿表",
        List.of(
            Column.centred("类别", "Kind", 11),
            Column.centred("承担方", "Party", 9),
            Column.text("事由", "Subject", 20),
            Column.number("金额（元）", "Amount (CNY)", 16),
            Column.text("计算说明", "How it comes about", 32),
            Column.centred("原文", "Source", 12)),
        dossier.charges().stream().map(MoneyChapter::charge).toList());
  }

  private static List<Cell> charge(ChargeRow charge) {
    return List.of(
        Cell.of(charge.kind().chinese()),
        Cell.of(charge.party()),
        Cell.of(charge.subject()),
        Cell.of(Wording.money(charge.amount()), Tone.BAD),
        Cell.of(charge.explanation()),
        Cell.of(Wording.lines(charge.lines())));
  }
}
