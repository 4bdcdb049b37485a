package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.reading.CapabilityLexicon.Guess;
import org.shouyue.contract.text.Normaliser;

/// Reads the promises in the text of one clause: usually one, several where parts of it have their
/// own cycles or are different kinds of work.
final class ServiceText {
  private static final String[] QUALIFIERS = {
    "增量", "全量", "完全", "差异", "远程", "现场", "本地", "异地", "线上", "线下", "人工", "自动", "重点", "全面", "核心", "内网",
    "外网", "普通", "重要"
  };
  private static final double SIMILAR = 0.5;

  /// A longer heading is a sentence.
  private static final int LONGEST_TITLE = 24;

  private final CapabilityLexicon lexicon;
  private final Findings findings;

  ServiceText(CapabilityLexicon lexicon, Findings findings) {
    this.lexicon = lexicon;
    this.findings = findings;
  }

  /// Where a text stands and what it belongs to.
  ///
  /// @param above the kind of work of the clause above, for text that names none itself
  record Place(
      String path, @Nullable String clause, Lines lines, Guess above, @Nullable Frequency often) {}

  List<Draft> read(Aspects aspects, Place place) {
    List<Segment> segments = led(aspects, Segment.of(aspects.text()));
    String all = segments.stream().map(Segment::text).collect(Collectors.joining());
    Guess whole = lexicon.guess(aspects.title(), all);
    if (!whole.isStrong() && place.above().isStrong()) {
      whole = place.above();
    }
    boolean cyclic = segments.stream().anyMatch(segment -> segment.cycle() != null);
    List<Draft> drafts =
        cyclic || aspects.declared() != null
            ? cyclic(aspects, segments, whole, place)
            : plain(aspects, all, whole, place);
    return drafts;
  }

  /// A leading text without a cycle goes with the first cycle, unless it is surely other work.
  private List<Segment> led(Aspects aspects, List<Segment> segments) {
    Guess title = lexicon.guess(aspects.title());
    if (aspects.declared() != null
        || segments.size() < 2
        || segments.getFirst().cycle() != null
        || segments.get(1).listed()) {
      return segments;
    }
    Guess leading = lexicon.guess(segments.getFirst().text());
    Guess first = lexicon.guess(segments.get(1).text());
    boolean titled = title.isStrong() && title.capability() != first.capability();
    boolean apart =
        first.isStrong()
            && (titled || (leading.isStrong() && leading.capability() != first.capability()));
    if (apart && !isReporting(segments.get(1).text())) {
      return segments;
    }
    List<Segment> joined = new ArrayList<>(segments.subList(1, segments.size()));
    joined.set(0, segments.getFirst().before(segments.get(1)));
    return joined;
  }

  private List<Draft> plain(Aspects aspects, String all, Guess whole, Place place) {
    List<Draft> drafts = new ArrayList<>();
    List<Text.Piece> parts = differing(aspects, all);
    if (parts.size() > 1) {
      for (Text.Piece part : parts) {
        drafts.add(
            draft(aspects, part.text(), place.lines(), lexicon.guess(part.text()), null, place));
      }
      return merged(drafts);
    }
    Draft draft = draft(aspects, all, place.lines(), whole, null, place);
    return List.of(
        aspects.declaredPlain() == null ? draft : draft.withFrequency(aspects.declaredPlain()));
  }

  /// The parts of an untitled text that are surely different kinds of work.
  private List<Text.Piece> differing(Aspects aspects, String all) {
    if (!aspects.title().isEmpty() && lexicon.guess(aspects.title()).isStrong()) {
      return List.of();
    }
    for (String marks : new String[] {";", "。", ","}) {
      List<Text.Piece> parts = Text.split(all, marks);
      List<Guess> guesses = parts.stream().map(part -> lexicon.guess(part.text())).toList();
      boolean sure = guesses.stream().allMatch(Guess::isStrong);
      boolean clauses = marks.equals(",");
      boolean brief =
          parts.stream()
              .allMatch(part -> clauses ? isPlainName(part.text()) : part.text().length() <= 40);
      long kinds = guesses.stream().map(Guess::capability).distinct().count();
      if (sure && brief && kinds > 1 && parts.size() <= 6) {
        return parts;
      }
    }
    return regular(all);
  }

  /// A short piece that names one thing, without conditions and lists.
  private static boolean isPlainName(String piece) {
    return piece.length() <= 22
        && Text.indexOfAny(piece, "、", "通过") < 0
        && "在如当若并".indexOf(piece.charAt(0)) < 0;
  }

  /// 每隔一天检测甲。乙定期检测: the second has a pace of its own that nobody wrote down.
  private static List<Text.Piece> regular(String all) {
    return List.of(new Text.Piece(all, 0));
  }

  private List<Draft> cyclic(Aspects aspects, List<Segment> segments, Guess whole, Place place) {
    List<Draft> drafts = new ArrayList<>();
    boolean listed = segments.stream().anyMatch(Segment::listed);
    if (aspects.declared() != null) {
      String all =
          segments.stream()
              .filter(segment -> segment.cycle() == null)
              .map(Segment::text)
              .collect(Collectors.joining());
      if (all.isEmpty() && aspects.title().isEmpty()) {
        all = segments.stream().map(Segment::text).collect(Collectors.joining());
      }
      drafts.add(draft(aspects, all, place.lines(), whole, aspects.declared(), place));
    }
    for (Segment segment : segments) {
      if (segment.cycle() == null && aspects.declared() != null) {
        continue;
      }
      if (segment.cycle() == null && listed && !isOther(segment, segments)) {
        continue;
      }
      drafts.add(of(segment, segments, aspects, whole, place));
    }
    return listed ? drafts : settled(merged(drafts), aspects);
  }

  /// Whether a text without a cycle is other work than the listed things around it.
  private boolean isOther(Segment segment, List<Segment> segments) {
    Guess guess = lexicon.guess(segment.text());
    return guess.isStrong()
        && segments.stream()
            .filter(Segment::listed)
            .noneMatch(other -> lexicon.guess(other.text()).capability() == guess.capability());
  }

  private Draft of(
      Segment segment, List<Segment> segments, Aspects aspects, Guess whole, Place place) {
    Guess own = lexicon.guess(segment.text());
    boolean alone = segments.size() == 1;
    Guess guess = alone || !own.isStrong() ? whole : own;
    if (alone
        && segment.cycle() != null
        && own.isStrong()
        && whole.capability() == Capability.SUPPORT) {
      guess = own;
    }
    if (!alone && aspects.title().isEmpty() && own.score() > 2.5) {
      guess = own;
    }
    boolean hands =
        !isWorkFirst(segment.text())
            && Text.hasAny(segment.text(), "提交", "出具", "报送", "上报", "提供", "编制")
            && Text.hasAny(segment.text(), "报告", "月报", "季报", "周报", "年报", "报表");
    if (hands
        && !alone
        && segment.cycle() != null
        && !segment.equals(segments.getFirst())
        && own.capability() != Capability.SITE_INDICATORS) {
      guess = new Guess(Capability.REPORTING, CapabilityLexicon.STRONG);
    } else if (isReporting(segment.text()) && !alone && !own.isStrong()) {
      guess = whole.isStrong() ? whole : own;
    }
    Lines lines = alone ? place.lines() : segment.lines();
    return draft(aspects, segment.text(), lines, guess, segment.cycle(), place);
  }

  /// 每月进行一次深度巡检并提交报告: the work comes first, its report goes with it.
  private boolean isWorkFirst(String text) {
    int at = Text.indexOfAny(text, "提交", "出具", "报送", "上报", "提供", "编制");
    Guess before = lexicon.guess(at < 0 ? "" : text.substring(0, at));
    return before.isStrong() && before.capability() != Capability.REPORTING;
  }

  /// The same work at the same pace is one promise.
  private static List<Draft> merged(List<Draft> drafts) {
    List<Draft> merged = new ArrayList<>();
    for (Draft draft : drafts) {
      int same = -1;
      for (int i = 0; i < merged.size(); i++) {
        boolean fits = merged.get(i).does(draft.capability(), draft.frequency());
        same = same < 0 && fits && agree(merged.get(i), draft) ? i : same;
      }
      if (same < 0) {
        merged.add(draft);
      } else {
        merged.set(same, merged.get(same).with(draft));
      }
    }
    return merged;
  }

  private static boolean agree(Draft one, Draft other) {
    return one.deadline() == null
        || other.deadline() == null
        || one.deadline().equals(other.deadline());
  }

  /// Two different paces for the same thing contradict each other: neither is taken.
  private List<Draft> settled(List<Draft> drafts, Aspects aspects) {
    List<Draft> settled = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft against = null;
      for (Draft earlier : settled) {
        against = against == null && contradict(earlier, draft, aspects) ? earlier : against;
      }
      if (against == null) {
        settled.add(draft);
        continue;
      }
      Lines lines = against.lines().union(draft.lines());
      findings.conflict(
          "“"
              + Normaliser.display(against.title())
              + "”的周期前后不一致："
              + FrequencyWords.of(against.frequency())
              + "与"
              + FrequencyWords.of(draft.frequency())
              + "，请确认以哪一个为准",
          lines.union(aspects.declaredLines()));
      settled.set(settled.indexOf(against), against.with(draft).withFrequency(null));
    }
    return settled;
  }

  private boolean contradict(Draft one, Draft other, Aspects aspects) {
    Frequency pace = one.frequency();
    boolean cycles = pace != null && isCycle(pace) && isCycle(other.frequency());
    if (pace == null
        || !cycles
        || one.capability() != other.capability()
        || pace.equals(other.frequency())) {
      return false;
    }
    if (isReporting(other.text())
        || qualifiedApart(one.text(), other.text())
        || other.atMost() != null
        || one.atMost() != null) {
      return false;
    }
    if (aspects.declared() != null && pace.equals(aspects.declared().frequency())) {
      return leads(other.text());
    }
    return similarity(one.text(), other.text()) >= SIMILAR;
  }

  /// Whether a text speaks of its cycle first, or of nothing else: the pace of the whole clause.
  private static boolean leads(String text) {
    List<Cycle> cycles = CycleGrammar.read(text);
    boolean further =
        text.startsWith("并")
            || text.startsWith("另")
            || text.startsWith("此外")
            || text.startsWith("同时")
            || text.startsWith("且");
    return !further
        && !cycles.isEmpty()
        && (cycles.getFirst().start() <= 8 || text.length() - cycles.getFirst().end() < 8);
  }

  /// Full and incremental, on site and remote: the same work in two ways may have two paces.
  private static boolean qualifiedApart(String one, String other) {
    for (String word : QUALIFIERS) {
      if (one.contains(word) != other.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCycle(@Nullable Frequency frequency) {
    return frequency != null && !(frequency instanceof Frequency.Plain);
  }

  /// How many of the characters two texts share, their cycles left out.
  static double similarity(String one, String other) {
    Set<Integer> left = words(one);
    Set<Integer> right = words(other);
    int all = left.size() + right.size();
    left.retainAll(right);
    return all == 0 ? 0 : 2.0 * left.size() / all;
  }

  private static Set<Integer> words(String text) {
    return text.chars()
        .filter(character ->
            Normaliser.isWide((char) character) && "每季度月年周日天一次两进行开展对的。、".indexOf(character) < 0)
        .boxed()
        .collect(Collectors.toSet());
  }

  private static boolean isReporting(String text) {
    return Text.hasAny(text, "报告", "汇报", "月报", "季报", "年报", "周报", "统计", "总结", "提交", "汇总");
  }

  private Draft draft(
      Aspects aspects, String text, Lines lines, Guess guess, @Nullable Cycle cycle, Place place) {
    String full = text.isEmpty() ? aspects.title() : text;
    Capability capability = guess.score() >= 2.5 ? guess.capability() : Capability.OTHER;
    boolean guard =
        capability == Capability.DUTY && cycle != null && Text.hasAny(text, "每天24", "每日24");
    Frequency often = cycle != null && !guard ? cycle.frequency() : place.often();
    if (often == null) {
      often =
          aspects.declaredPlain() != null
              ? aspects.declaredPlain()
              : Rhythm.of(capability, aspects.title() + "。" + text);
    }
    Deadline deadline = cycle == null ? null : DeadlineGrammar.read(text, cycle);
    List<String> documents = new ArrayList<>(aspects.deliverables());
    if (documents.isEmpty()) {
      documents.addAll(Deliverables.of(text));
    }
    String title = title(aspects.title(), text, capability, documents, cycle != null);
    List<String> scope = aspects.scope().isEmpty() ? ScopeGrammar.of(text) : aspects.scope();
    return new Draft(
        place.path(),
        place.clause(),
        title,
        full,
        lines,
        capability,
        guess.isStrong(),
        often,
        cycle == null ? null : cycle.atMost(),
        deadline,
        documents.stream().distinct().toList(),
        scope,
        Text.hasAny(aspects.title() + text, "增值服务", "费用另计", "另行采购")
            || (Text.hasAny(text, "另行计费", "另行收费") && !text.contains("超出")),
        text.isEmpty() && cycle == null);
  }

  /// A report within other work goes by its own name, so does a report without a heading.
  private String title(
      String title, String text, Capability capability, List<String> documents, boolean paced) {
    boolean report = capability == Capability.REPORTING && !documents.isEmpty() && paced;
    if (title.isEmpty()) {
      return report && documents.size() == 1 ? documents.getFirst() : ServiceTitle.of(text);
    }
    Guess guess = lexicon.guess(title);
    boolean other = guess.isStrong() && guess.capability() != Capability.REPORTING;
    boolean sentence = title.length() > LONGEST_TITLE || Text.hasAny(title, "每", "隔");
    return report && other ? documents.getFirst() : sentence ? ServiceTitle.of(title) : title;
  }
}
