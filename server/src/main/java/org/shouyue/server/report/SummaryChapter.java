package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouyue.server.report.Block.Fact;

/// The result in one page: the contract, the counts, the gravest facts, the calendar.
final class SummaryChapter {
  private SummaryChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    if (dossier.replayed()) {
      blocks.add(new Block.Notice("本报告所依据的部分证据是在重放时钟下形成的，仅用于演示或检验，不作为真实期间的履约证明。", Tone.BAD));
    }
    blocks.add(new Block.Prose(opening(dossier)));
    blocks.add(new Block.Prose(result(dossier)));
    broken(dossier, blocks);
    blocks.add(new Block.Picture(Charts.calendar(dossier)));
    blocks.add(contract(dossier));
    return Section.of("summary", "概要", "Summary", blocks);
  }

  private static String opening(Dossier dossier) {
    Dossier.Header contract = dossier.contract();
    return "依据《"
        + contract.title()
        + "》"
        + (contract.number() == null ? "" : "（编号：" + contract.number() + "）")
        + "，现将"
        + Wording.formalDay(dossier.from())
        + "至"
        + Wording.formalDay(dossier.to())
        + "的服务履行情况报告如下。";
  }

  private static String result(Dossier dossier) {
    Tally tally = dossier.tally();
    return "本期合同约定的"
        + dossier.clauses().size()
        + "项服务承诺中，到期履约事项"
        + tally.due()
        + "项：按期完成"
        + tally.done()
        + "项，逾期完成"
        + tally.late()
        + "项，未履行"
        + tally.missed()
        + "项，甲方豁免"
        + tally.waived()
        + "项，无法判定"
        + tally.unknown()
        + "项。"
        + levels(dossier)
        + "本期发现问题"
        + dossier.findings().size()
        + "项，登记工单"
        + dossier.tickets().size()
        + "件。";
  }

  private static String levels(Dossier dossier) {
    LevelTally all = LevelTally.over("", dossier.clocks());
    if (all.share() == null) {
      return "本期没有已判定的服务级别计时。";
    }
    return "服务级别计时已判定"
        + (all.met() + all.breached())
        + "次，达标"
        + all.met()
        + "次，超时"
        + all.breached()
        + "次，达标率"
        + Wording.percent(all.share())
        + "。";
  }

  private static void broken(Dossier dossier, List<Block> blocks) {
    String missed = named(dossier, Verdict.MISSED);
    if (!missed.isEmpty()) {
      blocks.add(new Block.Notice("不履约的条款：" + missed + "。", Tone.BAD));
    }
    String unknown = named(dossier, Verdict.UNKNOWN);
    if (!unknown.isEmpty()) {
      blocks.add(new Block.Notice("无法判定的条款：" + unknown + "。无法判定的事项不计为已履约。", Tone.DOUBT));
    }
  }

  private static String named(Dossier dossier, Verdict verdict) {
    return dossier.clauses().stream()
        .filter(clause -> clause.verdict() == verdict)
        .map(clause -> clause.label() + " " + clause.title())
        .collect(Collectors.joining("；"));
  }

  private static Block contract(Dossier dossier) {
    Dossier.Header contract = dossier.contract();
    return new Block.Facts(
        "合同基本情况",
        List.of(
            new Fact("合同名称", "Contract", contract.title()),
            new Fact("合同编号", "Number", Wording.orNone(contract.number())),
            new Fact("甲方", "Client", contract.client()),
            new Fact("乙方", "Provider", Wording.orNone(contract.provider())),
            new Fact(
                "合同期限", "Term", Wording.day(contract.from()) + " 至 " + Wording.day(contract.to())),
            new Fact("签订日期", "Signed on", Wording.day(contract.signedOn())),
            new Fact("合同金额（元）", "Total (CNY)", Wording.money(contract.total())),
            new Fact(
                "合同文本摘要", "SHA-256", Cell.of(Wording.orNone(contract.documentDigest()), Tone.CODE)),
            new Fact(
                "报告期间", "Period", Wording.day(dossier.from()) + " 至 " + Wording.day(dossier.to())),
            new Fact(
                "出具时间",
                "Issued at",
                Wording.minute(dossier.issuedAt(), dossier.zone()) + "（" + dossier.zone() + "）")));
  }
}
