package org.shouyue.contract.reading;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Lines;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Reads when the work is accepted, how long that may take, and how long mending may take.
final class AcceptanceGrammar {
  private static final String[] RECTIFY = {"改正", "整改", "修正", "返工", "重新", "修改", "完善", "补救"};

  private @Nullable Period rectify;
  private final List<Acceptance> acceptances = new ArrayList<>();

  private AcceptanceGrammar() {}

  static List<Acceptance> read(Script script) {
    AcceptanceGrammar grammar = new AcceptanceGrammar();
    for (Sentence sentence : script.sentences()) {
      if (isAcceptance(sentence)) {
        grammar.read(sentence);
      }
    }
    return grammar.acceptances.stream().map(grammar::rectified).toList();
  }

  private static boolean isAcceptance(Sentence sentence) {
    boolean elsewhere =
        sentence.isIn(Section.PAYMENT)
            || sentence.isIn(Section.PENALTIES)
            || sentence.isIn(Section.SECRECY)
            || sentence.isIn(Section.PRICE);
    return sentence.isIn(Section.ACCEPTANCE)
        || (!elsewhere && sentence.has("验收") && !sentence.has("支付", "付款", "违约"));
  }

  private void read(Sentence sentence) {
    Period after = null;
    Span within = null;
    for (Span span : sentence.all(Span.class)) {
      boolean mending = isMending(sentence, span);
      if (mending && rectify == null) {
        rectify = span.unit().period(span.amount());
      } else if (!mending && isPassed(sentence, span)) {
        after = span.unit().period(span.amount());
      } else if (!mending
          && isLimit(sentence, span)
          && sentence.has("验收", "考核", "评审")
          && span.unit().period(span.amount()) != null) {
        within = span;
      }
    }
    after = after == null ? cycle(sentence) : after;
    boolean judged = sentence.has("验收", "考核");
    if (judged && (after != null || within != null) && !isRepeated(after, within)) {
      Period limit = within == null ? null : within.unit().period(within.amount());
      CountedTime calendar =
          within == null ? null : within.working() ? CountedTime.WORKING : CountedTime.ALWAYS;
      acceptances.add(new Acceptance(after, limit, calendar, null, sentence.lines()));
    }
  }

  private boolean isRepeated(@Nullable Period after, @Nullable Span within) {
    Period limit = within == null ? null : within.unit().period(within.amount());
    return acceptances.stream()
        .anyMatch(known ->
            java.util.Objects.equals(known.after(), after)
                && (limit == null || limit.equals(known.within())));
  }

  /// 限期15日内整改, 于15日内进行改正; the limit of the acceptance itself stands with 验收.
  private static boolean isMending(Sentence sentence, Span span) {
    String behind = sentence.after(span.end(), 14);
    String front = sentence.before(span.start(), 12);
    boolean mends =
        Text.hasAny(behind, RECTIFY)
            && !Text.hasAny(
                behind.substring(0, Math.min(6, behind.length())), "组织", "完成验收", "进行验收", "验收");
    boolean limited = Text.hasAny(sentence.after(span.end(), 3), "内");
    boolean named = Text.hasAny(front, "整改期限", "整改时间", "改正期限");
    return (limited && mends) || named;
  }

  /// 服务期满6个月, 服务满半年后, 第6个月.
  private static boolean isPassed(Sentence sentence, Span span) {
    String front = sentence.before(span.start(), 6);
    String behind = sentence.after(span.end(), 3);
    boolean long_ = span.unit().compareTo(Unit.MONTH) >= 0;
    boolean passed = Text.hasAny(front, "满", "服务", "运行", "履行", "维护", "签订后", "生效后", "实施");
    return long_ && passed && !behind.startsWith("内");
  }

  private static boolean isLimit(Sentence sentence, Span span) {
    String behind = sentence.after(span.end(), 3);
    return behind.startsWith("内") || behind.startsWith("以内") || behind.startsWith("之内");
  }

  /// 每半年考核一次: an acceptance for each.
  private static @Nullable Period cycle(Sentence sentence) {
    for (Cycle cycle : CycleGrammar.read(sentence.text())) {
      boolean judged =
          Text.hasAny(sentence.after(cycle.start(), 16), "验收", "考核")
              || Text.hasAny(sentence.before(cycle.start(), 8), "验收", "考核");
      if (judged && cycle.frequency() instanceof org.shouyue.contract.Frequency.Every every) {
        return every.period();
      }
    }
    return null;
  }

  private Acceptance rectified(Acceptance acceptance) {
    Lines lines = acceptance.lines();
    return new Acceptance(
        acceptance.after(), acceptance.within(), acceptance.calendar(), rectify, lines);
  }
}
