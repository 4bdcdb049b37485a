package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;

/// A stretch of a service's text that has at most one cycle.
///
/// @param listed true for one of several named things with a cycle in parentheses behind each
record Segment(String text, @Nullable Cycle cycle, Lines lines, boolean listed) {

  /// Cuts text where a new cycle begins.
  static List<Segment> of(List<Paragraph> paragraphs) {
    List<Segment> segments = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      for (Text.Piece sentence : Text.split(paragraph.text(), "。;")) {
        boolean paced = segments.stream().anyMatch(segment -> segment.cycle != null);
        boolean regular =
            paced
                && Text.hasAny(sentence.text(), "定期")
                && CycleGrammar.read(sentence.text()).isEmpty();
        if (regular) {
          segments.add(
              new Segment(
                  sentence.text(),
                  null,
                  paragraph.lines(sentence.start(), sentence.start() + sentence.text().length()),
                  false));
          continue;
        }
        List<Segment> listed = listed(sentence, paragraph);
        if (listed.size() > 1) {
          segments.addAll(listed);
        } else {
          pieces(sentence, paragraph, segments);
        }
      }
    }
    return joined(segments);
  }

  private static void pieces(Text.Piece sentence, Paragraph paragraph, List<Segment> segments) {
    @Nullable Cycle carried = null;
    for (Text.Piece piece : finer(sentence.text())) {
      int start = sentence.start() + piece.start();
      Lines lines = paragraph.lines(start, start + piece.text().length());
      List<Cycle> cycles = CycleGrammar.read(piece.text());
      Cycle cycle = cycles.isEmpty() ? null : cycles.getFirst();
      if (cycle == null && carried != null && carried.counted() && endsWithOnce(piece.text())) {
        cycle = carried;
      }
      boolean same =
          cycle != null
              && carried != null
              && !cycle.counted()
              && samePeriod(cycle, carried)
              && !piece.text().contains("每");
      cycle =
          cycle != null && carried != null && (same || repeats(cycle, carried, piece.text()))
              ? null
              : cycle;
      Cycle bounded =
          cycle == null && carried != null && !segments.isEmpty()
              ? CycleGrammar.bounded(carried, piece.text())
              : null;
      if (bounded != null) {
        int last = segments.size() - 1;
        while (last > 0 && segments.get(last).cycle == null) {
          last--;
        }
        segments.set(
            last, new Segment(segments.get(last).text, bounded, segments.get(last).lines, false));
      }
      carried = cycle == null ? bounded == null ? carried : bounded : cycle;
      segments.add(new Segment(piece.text(), cycle, lines, false));
    }
  }

  private static boolean samePeriod(Cycle one, Cycle other) {
    boolean times =
        one.frequency() instanceof Frequency.Every every
            && other.frequency() instanceof Frequency.Times many
            && every.period().equals(many.period());
    return times || one.frequency().equals(other.frequency());
  }

  /// 每季度…,全年共4次: says the same again.
  private static boolean repeats(Cycle cycle, Cycle before, String piece) {
    if (piece.length() - (cycle.end() - cycle.start()) > 3
        || !(cycle.frequency() instanceof Frequency.Times times)) {
      return false;
    }
    return before.frequency() instanceof Frequency.Every every
        && every.period().toTotalMonths() > 0
        && every.period().toTotalMonths() * times.count() == times.period().toTotalMonths();
  }

  /// Pieces between commas, and between list marks where both sides have a cycle.
  private static List<Text.Piece> finer(String sentence) {
    List<Text.Piece> pieces = new ArrayList<>();
    for (Text.Piece piece : Text.split(sentence, ",")) {
      List<Text.Piece> parts =
          CycleGrammar.read(piece.text()).size() > 1 ? Text.split(piece.text(), "、") : List.of();
      boolean paced =
          parts.size() > 1
              && parts.stream().noneMatch(part -> CycleGrammar.read(part.text()).isEmpty());
      if (paced) {
        parts.forEach(
            part -> pieces.add(new Text.Piece(part.text(), piece.start() + part.start())));
      } else {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  /// 备份数据库一次: shares the period of what stands before it.
  private static boolean endsWithOnce(String piece) {
    return Text.hasAny(piece, "一次", "1次") && !Text.hasAny(piece, "加", "再", "前", "后", "期间");
  }

  /// A监测(每日)、B监测(每月扫描,每日增量): a segment for each cycle in parentheses.
  private static List<Segment> listed(Text.Piece sentence, Paragraph paragraph) {
    List<Segment> segments = new ArrayList<>();
    String text = sentence.text();
    int start = 0;
    int open = text.indexOf('(');
    while (open >= 0) {
      int close = text.indexOf(')', open);
      if (close < 0) {
        break;
      }
      String inside = text.substring(open + 1, close);
      String name = lastName(text.substring(start, open));
      boolean named = false;
      for (Text.Piece part : Text.split(inside, ",;、")) {
        List<Cycle> cycles = CycleGrammar.read(part.text());
        if (!cycles.isEmpty()) {
          int from = sentence.start() + open - name.length();
          Lines lines = paragraph.lines(from, sentence.start() + close + 1);
          segments.add(
              new Segment(
                  name + "(" + stripped(part.text()) + ")", cycles.getFirst(), lines, true));
          named = true;
        }
      }
      start = named ? close + 1 : start;
      open = text.indexOf('(', close);
    }
    return segments;
  }

  private static String stripped(String part) {
    return part.endsWith(",") || part.endsWith(";") ? part.substring(0, part.length() - 1) : part;
  }

  private static String lastName(String before) {
    int from = Math.max(before.lastIndexOf(','), Math.max(before.lastIndexOf(':'), -1));
    String name = before.substring(from + 1);
    int depth = 0;
    for (int i = name.length() - 1; i >= 0; i--) {
      char here = name.charAt(i);
      depth += here == ')' ? 1 : here == '(' ? -1 : 0;
      if (here == '、' && depth == 0) {
        return name.substring(i + 1);
      }
    }
    return name;
  }

  /// Text without a cycle belongs to the cycle before it; what stands before the first stays apart.
  private static List<Segment> joined(List<Segment> pieces) {
    List<Segment> segments = new ArrayList<>();
    for (Segment piece : pieces) {
      if (segments.isEmpty()) {
        segments.add(piece);
        continue;
      }
      Segment last = segments.getLast();
      boolean regular =
          piece.cycle == null
              && last.cycle != null
              && last.text.endsWith("。")
              && Text.hasAny(piece.text, "定期");
      boolean continues = piece.cycle == null && !last.listed && !regular;
      if (continues) {
        Cycle cycle = last.cycle;
        segments.set(
            segments.size() - 1,
            new Segment(last.text + piece.text, cycle, last.lines.union(piece.lines), false));
      } else {
        segments.add(piece);
      }
    }
    return segments;
  }

  /// A leading segment without a cycle and the one behind it as one.
  Segment before(Segment next) {
    return new Segment(
        text + next.text, shifted(next.cycle, text.length()), lines.union(next.lines), false);
  }

  private static @Nullable Cycle shifted(@Nullable Cycle cycle, int by) {
    return cycle == null
        ? null
        : new Cycle(
            cycle.frequency(),
            cycle.atMost(),
            cycle.counted(),
            cycle.start() + by,
            cycle.end() + by);
  }
}
