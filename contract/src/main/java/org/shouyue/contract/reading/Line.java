package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.text.Normaliser;

/// One line of the document.
///
/// @param number counted from 1
/// @param spaced normalised, single blanks and tabs kept
/// @param text normalised, without the blanks of typesetting; tabs kept
record Line(int number, String spaced, String text) {
  /// What stands beyond this in one line is no prose; it is cut so that noise stays cheap to read.
  private static final int LONGEST = 20_000;

  static List<Line> of(List<String> raw) {
    List<Line> lines = new ArrayList<>(raw.size());
    for (String line : raw) {
      String cut = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
      String spaced = Normaliser.line(cut);
      lines.add(new Line(lines.size() + 1, spaced, Normaliser.squeeze(spaced)));
    }
    return lines;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /// Whether this is a row of a table: cells parted by tabs, at least one of them after a tab.
  boolean isRow() {
    int tab = text.indexOf('\t');
    return tab >= 0 && !text.isBlank() && !isLabelBeforeTab(tab);
  }

  /// Whether the line only rules off a table (---).
  boolean isRule() {
    return !text.isEmpty()
        && text.chars().allMatch(character -> "-=_\t:+ ".indexOf(character) >= 0)
        && text.indexOf('-') >= 0;
  }

  List<String> cells() {
    List<String> cells = new ArrayList<>();
    for (String cell : text.split("\t", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }

  /// Word processors part an automatic number from its text by a tab; that is no table.
  private boolean isLabelBeforeTab(int tab) {
    if (text.indexOf('\t', tab + 1) >= 0) {
      return false;
    }
    String first = text.substring(0, tab).strip();
    boolean closed = !first.isEmpty() && "、.)条章".indexOf(first.charAt(first.length() - 1)) >= 0;
    return closed && Label.parse(first + " 甲") != null;
  }
}
