package org.shouyue.contract.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.shouyue.contract.document.PdfLines.Line;

/// Joins the visual lines of a PDF to paragraphs.
final class PdfParagraphs {

  /// What opens a new clause even where the line before was full: 第三条, 三、, （三）, 3., 3.1, ①.
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:第\\s*[0-9０-９一二三四五六七八九十百]+\\s*[条章节款项]|[一二三四五六七八九十]+\\s*[、．.]"
              + "|[（(]\\s*[0-9０-９一二三四五六七八九十]+\\s*[)）]|\\d{1,2}(?:[.．-]\\d{1,2})*\\s*[、.．)）]"
              + "|\\d{1,2}(?:[.．-]\\d{1,2})+\\s*\\D|[①-⑳]|附件).*",
          Pattern.DOTALL);

  /// Chinese, full-width and all other characters that are written without spaces begin here.
  private static final char WIDE = '\u2e80';

  /// Full to within this many characters of the margin.
  private static final float FULL = 2.2f;

  /// Indented by less than this many characters.
  private static final float FLUSH = 0.8f;

  /// Lines of one paragraph are no further apart than this many characters.
  private static final float PITCH = 2.6f;

  /// Text reaches at least this far over the page where the margin breaks it.
  private static final float LEAST_MARGIN = 0.7f;

  private final float leftMargin;
  private final float rightMargin;

  private PdfParagraphs(List<Line> lines) {
    leftMargin = (float) lines.stream().mapToDouble(Line::left).min().orElse(0);
    rightMargin =
        (float)
            lines.stream()
                .mapToDouble(line -> Math.max(line.right(), LEAST_MARGIN * line.width()))
                .max()
                .orElse(0);
  }

  /// The paragraphs, without page numbers, headers and footers.
  static List<String> join(List<Line> all) {
    List<Line> lines = PdfRunningLines.leaveOut(all);
    PdfParagraphs page = new PdfParagraphs(lines);
    List<String> joined = new ArrayList<>();
    Line before = null;
    for (Line line : lines) {
      if (before != null && page.continues(before, line)) {
        joined.set(joined.size() - 1, glue(joined.getLast(), line.text()));
      } else {
        joined.add(line.text());
      }
      before = line;
    }
    return joined;
  }

  private boolean continues(Line before, Line line) {
    boolean full = before.right() > rightMargin - FULL * before.size();
    boolean flush = line.left() < leftMargin + FLUSH * line.size();
    boolean near = before.page() != line.page() || line.top() - before.top() < PITCH * line.size();
    boolean table = before.text().indexOf('\t') >= 0 || line.text().indexOf('\t') >= 0;
    return full && flush && near && !table && !OPENING.matcher(line.text()).matches();
  }

  private static String glue(String before, String after) {
    boolean words =
        !before.isEmpty()
            && !after.isEmpty()
            && before.charAt(before.length() - 1) < WIDE
            && isWesternLetter(after.charAt(0));
    return words ? before + " " + after : before + after;
  }

  private static boolean isWesternLetter(char character) {
    return character < WIDE && Character.isLetter(character);
  }
}
