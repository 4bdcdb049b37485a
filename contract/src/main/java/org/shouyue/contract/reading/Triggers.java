package org.shouyue.contract.reading;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Due;
import org.shouyue.contract.Trigger;
import org.shouyue.contract.Trigger.Kind;
import org.shouyue.contract.text.Lexer;
import org.shouyue.contract.text.Token;
import org.shouyue.contract.text.Token.Day;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Reads what starts a payment period and how long the period is.
final class Triggers {
  /// @param calendar null when there is no period
  record Timing(@Nullable Trigger trigger, @Nullable Due due, @Nullable CountedTime calendar) {}

  @SuppressWarnings("ArrayRecordComponent") // private, never compared, never changed
  private record Cue(Kind kind, String... words) {}

  /// Milestones of the work; where one of them is named, the formalities behind it are left aside.
  private static final List<Cue> MILESTONES =
      List.of(
          new Cue(
              Kind.ACCEPTANCE,
              "验收合格",
              "验收通过",
              "通过验收",
              "最终验收",
              "终验",
              "初验",
              "验收后",
              "考核合格",
              "验收",
              "考核",
              "acceptance"),
          new Cue(
              Kind.TERM_END,
              "服务期满",
              "期满",
              "服务期结束",
              "服务结束",
              "合同到期",
              "到期后",
              "届满",
              "合同期结束",
              "服务期限结束",
              "维护期结束",
              "服务完成",
              "质保期满",
              "履行完毕",
              "服务期末"));

  private static final List<Cue> FORMALITIES =
      List.of(
          new Cue(Kind.INVOICE, "发票", "开票", "票据", "invoice"),
          new Cue(Kind.FUNDS, "财政拨款", "拨款", "资金到位", "财政资金", "经费到位", "资金下达", "预算下达", "收到财政"),
          new Cue(
              Kind.SIGNING, "签订", "签署", "生效", "签字盖章", "签定", "签约", "双方盖章", "signing", "signature"));

  private static final String YEARS = "零一二三四五六";

  private Triggers() {}

  static Timing read(String text) {
    List<Token> tokens = Lexer.tokens(text);
    Due due = null;
    CountedTime calendar = null;
    int at = text.length();
    for (Token token : tokens) {
      if (token instanceof Span span && isLimit(text, span)) {
        Period period = span.unit().period(span.amount());
        due = period == null ? due : new Due.Within(period);
        calendar =
            period == null ? calendar : span.working() ? CountedTime.WORKING : CountedTime.ALWAYS;
        at = period == null ? at : span.start();
      }
      if (token instanceof Day day && due == null && day.lastDay() != null && isLimit(text, day)) {
        due = new Due.By(day.lastDay());
      }
    }
    if (due instanceof Due.By) {
      Trigger milestone = milestone(text, tokens);
      return new Timing(milestone == null ? Trigger.of(Kind.DATE) : milestone, due, null);
    }
    return new Timing(trigger(text, tokens, at), due, calendar);
  }

  private static boolean isLimit(String text, Span span) {
    String before = text.substring(Math.max(0, span.start() - 4), span.start());
    String after = text.substring(span.end(), Math.min(text.length(), span.end() + 4));
    boolean day = span.unit() == Unit.DAY || span.unit() == Unit.WEEK || span.unit() == Unit.MONTH;
    boolean limit =
        after.startsWith("内")
            || after.startsWith("以内")
            || after.startsWith("之内")
            || after.startsWith("起内");
    boolean ahead = Text.hasAny(before, "提前", "付款前", "支付前") || before.endsWith("满");
    return day && limit && !ahead;
  }

  private static boolean isLimit(String text, Day day) {
    String after = text.substring(day.end(), Math.min(text.length(), day.end() + 3));
    String before = text.substring(Math.max(0, day.start() - 2), day.start());
    return day.monthEnd()
        || after.startsWith("前")
        || after.startsWith("之前")
        || after.startsWith("以前")
        || after.startsWith("底")
        || before.endsWith("于")
        || before.endsWith("在");
  }

  private static @Nullable Trigger trigger(String text, List<Token> tokens, int at) {
    Trigger milestone = milestone(text, tokens);
    if (milestone != null) {
      return milestone;
    }
    String before = text.substring(0, at);
    Kind best = null;
    int last = -1;
    for (Cue cue : FORMALITIES) {
      int found = Text.lastIndexOfAny(before, cue.words());
      if (found > last) {
        last = found;
        best = cue.kind();
      }
    }
    return best == null ? null : Trigger.of(best);
  }

  private static @Nullable Trigger milestone(String text, List<Token> tokens) {
    Trigger period = settlementPeriod(text);
    if (period != null) {
      return period;
    }
    Period served = served(text, tokens);
    boolean accepted =
        Text.hasAny(text, MILESTONES.getFirst().words()) && !Text.hasAny(text, "验收前");
    if (accepted) {
      return new Trigger(Kind.ACCEPTANCE, served == null ? halfway(text) : served);
    }
    if (served != null) {
      return new Trigger(Kind.SERVED, served);
    }
    return Text.hasAny(text, MILESTONES.getLast().words()) ? Trigger.of(Kind.TERM_END) : null;
  }

  private static @Nullable Period halfway(String text) {
    return Text.hasAny(text, "中期验收", "半年验收", "年中验收") ? Period.ofMonths(6) : null;
  }

  /// 服务满6个月, 运行半年后.
  private static @Nullable Period served(String text, List<Token> tokens) {
    List<Period> found = new ArrayList<>();
    for (Token token : tokens) {
      if (token instanceof Span span && span.unit().compareTo(Unit.MONTH) >= 0) {
        String before = text.substring(Math.max(0, span.start() - 5), span.start());
        String after = text.substring(span.end(), Math.min(text.length(), span.end() + 3));
        boolean passed =
            Text.hasAny(before, "满", "服务", "运行", "履行", "维护", "实施", "执行", "运维")
                && !Text.hasAny(before, "质保", "年限");
        boolean then =
            Text.hasAny(after, "后", "之日", "时", ",")
                || before.endsWith("满")
                || before.endsWith("期满");
        Period period = span.unit().period(span.amount());
        if (passed && then && period != null && !after.startsWith("内")) {
          found.add(period);
        }
      }
    }
    return found.isEmpty() ? numberedYear(text) : found.getFirst();
  }

  /// 第二年度服务期满: two years were served.
  private static @Nullable Period numberedYear(String text) {
    for (int year = 1; year < YEARS.length(); year++) {
      int at = Text.indexOfAny(text, "第" + YEARS.charAt(year) + "年", "第" + year + "年");
      boolean passed =
          at >= 0
              && Text.hasAny(
                  text.substring(at, Math.min(text.length(), at + 12)), "满", "结束", "终了", "完成");
      if (passed) {
        return Period.ofYears(year);
      }
    }
    return null;
  }

  private static @Nullable Trigger settlementPeriod(String text) {
    if (!Text.hasAny(
        text, "每季", "每月", "每半年", "按季", "按月", "按半年", "每个季度", "每个月", "逐月", "逐季", "每年", "按年", "每一季度",
        "每个服务年度", "每服务年度")) {
      return null;
    }
    int months =
        Text.hasAny(text, "半年")
            ? 6
            : Text.hasAny(text, "季") ? 3 : Text.hasAny(text, "每月", "按月", "每个月", "逐月") ? 1 : 12;
    return new Trigger(Kind.PERIOD, months == 12 ? Period.ofYears(1) : Period.ofMonths(months));
  }
}
