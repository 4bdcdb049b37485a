package org.shouyue.contract.reading;

import org.shouyue.contract.text.Token.Blank;

/// Finds what the text leaves open beside parties, price and term: the day of signature, and gaps
/// in the clauses. Gaps between signatures are filled by signing and are no question.
final class Blanks {
  private static final int NEAR_SIGNATURE = 12;
  private static final String[] PERSONAL = {
    "电话", "地址", "联系人", "邮箱", "传真", "账号", "帐号", "开户", "盖章", "签字", "签章", "代表", "邮编", "职务", "身份证",
    "单位", "户名", "编号", "经办"
  };

  private Blanks() {}

  static void find(Script script, Findings findings) {
    int lastClause = lastClause(script);
    for (Line line : script.lines()) {
      boolean gap = Text.hasAny(line.text(), "_", "年", "月", "元");
      if (!gap || line.isRule() || line.number() >= script.signature()) {
        continue;
      }
      Sentence sentence =
          Sentence.of(line.text(), org.shouyue.contract.Lines.at(line.number()), script.root(), 0);
      Blank blank = sentence.first(Blank.class);
      if (blank != null && !findings.hasBlankAt(sentence.lines())) {
        report(sentence, blank, line, lastClause, findings);
      }
    }
  }

  private static void report(
      Sentence sentence, Blank blank, Line line, int lastClause, Findings findings) {
    boolean signing = sentence.has("签订日期", "签订时间", "签署日期", "签约日期", "签约时间", "签署时间", "签定日期", "签定时间");
    boolean clause =
        line.number() <= lastClause && line.text().length() >= 12 && !sentence.has(PERSONAL);
    if (signing && blank.kind() == Blank.Kind.DATE) {
      findings.blank("合同签订日期不完整，请填写", sentence.lines());
    } else if (clause) {
      findings.blank("条款中留有空白，请填写：" + excerpt(sentence, blank), sentence.lines());
    }
  }

  private static String excerpt(Sentence sentence, Blank blank) {
    return "“"
        + sentence.before(blank.start(), NEAR_SIGNATURE)
        + "____"
        + sentence.after(blank.end(), NEAR_SIGNATURE)
        + "”";
  }

  /// The last line that still belongs to a numbered clause with a full sentence.
  private static int lastClause(Script script) {
    int last = 0;
    for (Sentence sentence : script.sentences()) {
      last = sentence.text().endsWith("。") ? Math.max(last, sentence.lines().to()) : last;
    }
    return last;
  }
}
