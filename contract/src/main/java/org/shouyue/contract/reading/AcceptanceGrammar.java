package org.shouyue.contract.reading;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Term;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Reads when the work is accepted, how long that may take, and how long mending may take.
final class AcceptanceGrammar {
  private static final String[] RECTIFY = {"改正", "整改", "修正", "返工", "重新", "修改", "完善", "补救", "改进"};
  private static final String[] JUDGED = {"验收", "考核", "终验", "初验"};
  private static final String[] AT_END = {
    "服务期满", "期届满", "服务期届满", "期满后", "服务结束", "服务完成后", "服务期结束", "合同期满", "合同到期", "期满,", "项目完成后"
  };

  /// More acceptances than this are noise.
  private static final int MOST = 100;

  /// How far apart in lines a general limit may stand from the acceptance that it is for.
  private static final int NEAR = 12;

  private final @Nullable Period length;
  private final List<Acceptance> acceptances = new ArrayList<>();
  private @Nullable Period rectify;

  private AcceptanceGrammar(@Nullable Period length) {
    this.length = length;
  }

  static List<Acceptance> read(Script script, @Nullable Term term) {
    AcceptanceGrammar grammar = new AcceptanceGrammar(term == null ? null : term.length());
    for (Sentence sentence : script.sentences()) {
      if (isAcceptance(sentence)) {
        grammar.sentence(sentence);
      }
    }
    return grammar.finished();
  }

  private static boolean isAcceptance(Sentence sentence) {
    boolean elsewhere =
        sentence.isIn(Section.PAYMENT)
            || sentence.isIn(Section.PENALTIES)
            || sentence.isIn(Section.SECRECY)
            || sentence.isIn(Section.PRICE);
    boolean foreign = sentence.has("支付", "付款", "违约", "保证金");
    return sentence.isIn(Section.ACCEPTANCE)
        ? !sentence.has("违约金")
        : !elsewhere && sentence.has("验收") && !foreign;
  }

  private void sentence(Sentence sentence) {
    List<Text.Piece> pieces = Text.split(sentence.text(), ",");
    StringBuilder carried = new StringBuilder();
    for (Text.Piece piece : pieces) {
      carried.append(piece.text());
      Sentence part = Sentence.of(carried.toString(), sentence.lines(), sentence.clause(), 0);
      if (piece(part)) {
        carried.setLength(0);
      }
    }
    if (!carried.isEmpty()) {
      mending(Sentence.of(carried.toString(), sentence.lines(), sentence.clause(), 0));
    }
  }

  /// Takes what stands in the pieces so far; false when more is needed to make sense of them.
  private boolean piece(Sentence part) {
    if (mending(part)) {
      return true;
    }
    Period after = after(part);
    Span within = within(part);
    if (!part.has(JUDGED) || (after == null && within == null)) {
      return within != null && after == null && limitLast(within);
    }
    add(after, within, part.lines());
    return true;
  }

  private void add(@Nullable Period after, @Nullable Span within, Lines lines) {
    Period limit = within == null ? null : within.unit().period(within.amount());
    CountedTime calendar = within == null ? null : counted(within);
    boolean known =
        acceptances.stream()
            .anyMatch(one ->
                Objects.equals(one.after(), after)
                    && (limit == null || limit.equals(one.within())));
    if (!known && acceptances.size() < MOST) {
      acceptances.add(new Acceptance(after, limit, calendar, null, lines));
    }
  }

  /// …, 甲方应在10个工作日内完成: the limit of what was named before in the same sentence.
  private boolean limitLast(Span within) {
    if (acceptances.isEmpty() || acceptances.getLast().within() != null) {
      return false;
    }
    add(null, within, Objects.requireNonNullElse(acceptances.getLast().lines(), Lines.at(1)));
    return true;
  }

  private boolean mending(Sentence part) {
    for (Span span : part.all(Span.class)) {
      if (isMending(part, span)) {
        rectify = rectify == null ? span.unit().period(span.amount()) : rectify;
        return true;
      }
    }
    return false;
  }

  private @Nullable Period after(Sentence part) {
    for (Span span : part.all(Span.class)) {
      if (isPassed(part, span)) {
        return span.unit().period(span.amount());
      }
    }
    Period cycle = cycle(part);
    if (cycle != null || !part.has(AT_END)) {
      return cycle;
    }
    return part.has("年度服务期满", "年度期满", "服务年度") ? Period.ofYears(1) : length;
  }

  private static @Nullable Span within(Sentence part) {
    Span within = null;
    for (Span span : part.all(Span.class)) {
      String behind = part.after(span.end(), 3);
      boolean limit = behind.startsWith("内") || behind.startsWith("以内") || behind.startsWith("之内");
      within =
          limit && span.unit().period(span.amount()) != null && !isPassed(part, span)
              ? span
              : within;
    }
    return within;
  }

  /// 于15日内进行改正: the limit of the acceptance itself stands with 验收.
  private static boolean isMending(Sentence sentence, Span span) {
    String behind = sentence.after(span.end(), 14);
    String front = sentence.before(span.start(), 12);
    String next = behind.substring(0, Math.min(7, behind.length()));
    boolean mends = Text.hasAny(behind, RECTIFY) && !Text.hasAny(next, "组织", "验收");
    boolean named = Text.hasAny(front, "整改期限", "整改时间", "改正期限");
    return (behind.contains("内") && mends) || named;
  }

  /// 服务期满6个月, 服务满半年后.
  private static boolean isPassed(Sentence sentence, Span span) {
    String front = sentence.before(span.start(), 6);
    String behind = sentence.after(span.end(), 3);
    boolean long_ = span.unit().compareTo(Unit.MONTH) >= 0;
    boolean passed = Text.hasAny(front, "满", "服务", "运行", "履行", "维护", "签订后", "生效后", "实施", "运维");
    return long_ && passed && !behind.startsWith("内");
  }

  /// 每半年考核一次: an acceptance for each.
  private static @Nullable Period cycle(Sentence sentence) {
    for (Cycle cycle : CycleGrammar.read(sentence.text())) {
      boolean judged =
          Text.hasAny(sentence.after(cycle.start(), 16), JUDGED)
              || Text.hasAny(sentence.before(cycle.start(), 8), JUDGED);
      if (judged && cycle.frequency() instanceof Frequency.Every every) {
        return every.period();
      }
    }
    return null;
  }

  private static CountedTime counted(Span span) {
    return span.working() ? CountedTime.WORKING : CountedTime.ALWAYS;
  }

  /// Hands a limit that was written for all acceptances to each that has none of its own.
  private List<Acceptance> finished() {
    Acceptance general = null;
    boolean open = false;
    for (Acceptance acceptance : acceptances) {
      general = acceptance.after() == null && acceptance.within() != null ? acceptance : general;
      open |= acceptance.within() == null;
    }
    List<Acceptance> finished = new ArrayList<>();
    for (Acceptance acceptance : acceptances) {
      boolean taken = acceptance.equals(general) && open;
      if (!taken) {
        finished.add(completed(acceptance, general));
      }
    }
    return List.copyOf(finished);
  }

  private Acceptance completed(Acceptance acceptance, @Nullable Acceptance general) {
    Lines lines = acceptance.lines();
    if (acceptance.within() != null
        || general == null
        || lines == null
        || general.lines() == null) {
      return new Acceptance(
          acceptance.after(), acceptance.within(), acceptance.calendar(), rectify, lines);
    }
    boolean near = Math.abs(general.lines().from() - lines.from()) <= NEAR;
    return near
        ? new Acceptance(
            acceptance.after(),
            general.within(),
            general.calendar(),
            rectify,
            lines.union(general.lines()))
        : new Acceptance(acceptance.after(), null, null, rectify, lines);
  }
}
