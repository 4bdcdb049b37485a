package org.shouyue.contract.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouyue.contract.document.PdfLines.Line;

/// Leaves out what stands at the top or bottom of every page: page numbers, and all but the first
/// of the headers and footers that come again.
final class PdfRunningLines {

  /// A line comes again when this many pages, and half of all, begin or end with it.
  private static final int PAGES = 3;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–\\s]*(?:第\\s*)?\\d{1,4}\\s*(?:页)?(?:\\s*[/，,共]\\s*(?:共\\s*)?\\d{1,4}\\s*页?)?[-—–\\s]*");

  private static final Pattern DIGITS = Pattern.compile("[0-9\\s]+");

  private PdfRunningLines() {}

  /// The other lines, in their order.
  static List<Line> leaveOut(List<Line> lines) {
    Set<Line> edges = edges(lines);
    Map<String, Integer> seen = new HashMap<>();
    edges.forEach(edge -> seen.merge(shape(edge), 1, Integer::sum));
    int pages = lines.isEmpty() ? 0 : lines.getLast().page();
    Set<String> met = new HashSet<>();
    List<Line> kept = new ArrayList<>();
    for (Line line : lines) {
      String shape = shape(line);
      boolean runs =
          seen.getOrDefault(shape, 0) >= PAGES && seen.getOrDefault(shape, 0) * 2 >= pages;
      boolean number = PAGE_NUMBER.matcher(line.text()).matches();
      if (!edges.contains(line) || (!number && (!runs || met.add(shape)))) {
        kept.add(line);
      }
    }
    return kept;
  }

  /// The first and the last line of every page.
  private static Set<Line> edges(List<Line> lines) {
    Map<Integer, Line> first = new HashMap<>();
    Map<Integer, Line> last = new HashMap<>();
    for (Line line : lines) {
      first.putIfAbsent(line.page(), line);
      last.put(line.page(), line);
    }
    Set<Line> edges = new HashSet<>(first.values());
    edges.addAll(last.values());
    return edges;
  }

  /// The line without its numbers, which change from page to page.
  private static String shape(Line line) {
    return DIGITS.matcher(line.text()).replaceAll("");
  }
}
