package org.shouyue.server.tenant;

import java.util.ArrayList;
import java.util.List;

/// Reads comma-separated values (RFC 4180): quoted cells may hold commas, line ends and doubled
/// quotes. Empty lines are kept as lines of one empty cell, so that line numbers stay true to the
/// rows; an empty last line is not.
final class CsvText {
  private final String text;
  private final List<List<String>> lines = new ArrayList<>();
  private List<String> line = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;

  private CsvText(String text) {
    this.text = text;
  }

  static List<List<String>> lines(String text) {
    return new CsvText(text).read();
  }

  private List<List<String>> read() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (quoted) {
        cell.append(c);
      } else {
        unquoted(c);
      }
    }
    if (!cell.isEmpty() || !line.isEmpty()) {
      endLine();
    }
    return lines;
  }

  private void unquoted(char c) {
    switch (c) {
      case ',' -> endCell();
      case '\n' -> endLine();
      case '\r' -> {}
      default -> cell.append(c);
    }
  }

  private void endCell() {
    line.add(cell.toString());
    cell.setLength(0);
  }

  private void endLine() {
    endCell();
    lines.add(line);
    line = new ArrayList<>();
  }
}
