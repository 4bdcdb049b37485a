package org.shouyue.server.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Settlements.Charge;
import org.shouyue.server.agreement.Settlements.Credit;
import org.shouyue.server.agreement.Settlements.Instalment;
import org.shouyue.server.agreement.Settlements.Line;
import org.shouyue.server.agreement.Settlements.SettlementView;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.PaperKind;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.SignatoryRow;
import org.shouyue.server.report.Tone;

/// Writes a settlement down: instalments and invoices, penalties with their whole sums, credits
/// with the longer term, declared breaches, and what is left when everything is set off.
final class StatementPaper {
  private static final String NONE = "—";

  private StatementPaper() {}

  static Paper of(
      Agreement agreement,
      UUID id,
      SettlementView view,
      List<Invoice> invoices,
      List<Breach> breaches) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("结算截止日", view.asOf().toString());
    fields.put("轧差后应付", balance(view.total()));
    fields.put("顺延后服务截止日", view.extendedTo().toString());
    return new Paper(
        agreement.clientId(),
        agreement.id(),
        PaperKind.SETTLEMENT.code(),
        "",
        "statement/" + id,
        "合同结算",
        fields,
        List.of(
            payments(view.payments(), invoices),
            penalties(view),
            credits(view.credits()),
            breaches(breaches),
            signatures(agreement)));
  }

  /// Who owes how much when all is set off.
  static String balance(BigDecimal total) {
    return switch (total.signum()) {
      case 0 -> "双方互不相欠";
      case 1 -> "甲方应付乙方" + total.toPlainString() + "元";
      default -> "乙方应付甲方" + total.negate().toPlainString() + "元";
    };
  }

  private static Section payments(List<Instalment> payments, List<Invoice> invoices) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Instalment one : payments) {
      rows.add(
          List.of(
              Cell.of(one.ordinal()),
              Cell.of(money(one.amount())),
              Cell.of(day(one.due())),
              Cell.of(money(one.paid())),
              Cell.of(day(one.invoiceBy())),
              Cell.of(invoiced(one, invoices)),
              Cell.of(one.explanation(), one.daysLate() > 0 ? Tone.BAD : Tone.PLAIN)));
    }
    return Section.of(
        "payments",
        "付款与发票",
        "Payments and invoices",
        List.of(
            Block.table(
                "付款与发票表",
                "合同没有可计算的付款。",
                List.of(
                    Column.number("期次", "No.", 6),
                    Column.number("应付（元）", "Amount", 14),
                    Column.centred("应付日", "Due", 13),
                    Column.number("已付（元）", "Paid", 14),
                    Column.centred("开票期限", "Invoice by", 13),
                    Column.text("发票", "Invoice", 16),
                    Column.text("说明", "Explanation", 24)),
                rows)));
  }

  private static String invoiced(Instalment one, List<Invoice> invoices) {
    return invoices.stream()
        .filter(invoice -> invoice.instalment() == one.ordinal())
        .map(invoice -> invoice.number() + "（" + invoice.deliveredOn() + "送达）")
        .reduce((a, b) -> a + "；" + b)
        .orElse(NONE);
  }

  private static Section penalties(SettlementView view) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Charge one : view.penalties()) {
      rows.add(
          List.of(
              Cell.of(one.party().equals("client") ? "甲方" : "乙方"),
              Cell.of(one.reference()),
              Cell.of(money(one.amount())),
              Cell.of(one.explanation())));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.table(
            "违约金表",
            "没有产生违约金。",
            List.of(
                Column.centred("承担方", "Party", 10),
                Column.text("事由", "For", 20),
                Column.number("金额（元）", "Amount", 16),
                Column.text("计算过程", "How it is computed", 54)),
            rows));
    for (Line line : view.lines()) {
      if (line.amount() == null) {
        blocks.add(new Block.Notice(line.label() + "：" + line.explanation(), Tone.DOUBT));
      }
    }
    return Section.of("penalties", "违约金", "Penalties", blocks);
  }

  private static Section credits(List<Credit> credits) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Credit one : credits) {
      rows.add(
          List.of(Cell.of(one.subject()), Cell.of(one.extension()), Cell.of(one.explanation())));
    }
    return Section.of(
        "credits",
        "服务期顺延",
        "Extension of the term",
        List.of(
            Block.table(
                "顺延表",
                "没有产生服务期顺延。",
                List.of(
                    Column.text("对象", "Subject", 24),
                    Column.centred("顺延", "Extension", 16),
                    Column.text("计算过程", "How it is computed", 60)),
                rows)));
  }

  private static Section breaches(List<Breach> breaches) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Breach one : breaches) {
      rows.add(
          List.of(
              Cell.of(one.party().equals("client") ? "甲方" : "乙方"),
              Cell.of(one.on().toString()),
              Cell.of(one.reason()),
              Cell.of("№" + one.evidenceSeq()),
              one.withdrawnAt() == null ? Cell.of("有效", Tone.BAD) : Cell.of("已撤回", Tone.QUIET)));
    }
    return Section.of(
        "breaches",
        "违约认定",
        "Declared breaches",
        List.of(
            Block.table(
                "违约认定表",
                "双方没有作出违约认定。",
                List.of(
                    Column.centred("违约方", "Party", 12),
                    Column.centred("日期", "Day", 16),
                    Column.text("事由", "Reason", 46),
                    Column.centred("证据", "Evidence", 12),
                    Column.centred("状态", "State", 14)),
                rows)));
  }

  private static Section signatures(Agreement agreement) {
    var client = agreement.contract().client();
    var provider = agreement.contract().provider();
    return Section.of(
        "signatures",
        "双方确认",
        "Confirmation",
        List.of(
            new Block.Signatures(
                List.of(
                    new SignatoryRow("甲方", client == null ? null : client.name(), null, null),
                    new SignatoryRow(
                        "乙方", provider == null ? null : provider.name(), null, null)))));
  }

  private static String money(@Nullable BigDecimal amount) {
    return amount == null ? "无法计算" : String.format(Locale.ROOT, "%,.2f", amount);
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? NONE : day.toString();
  }
}
