package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// A table flattened to lines: its columns, when a heading names them, and its rows.
///
/// @param columns where each kind of column stands; empty when there is no heading
record Table(Map<Column, Integer> columns, List<Row> rows) {
  /// Cells beyond this belong to no table that a contract has.
  private static final int WIDEST = 60;

  /// One row with its source line.
  record Row(List<String> cells, int line) {
    Lines lines() {
      return Lines.at(line);
    }

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    String longest() {
      String longest = "";
      for (String cell : cells) {
        longest = cell.length() > longest.length() ? cell : longest;
      }
      return longest;
    }

    String joined() {
      StringBuilder out = new StringBuilder();
      for (String cell : cells) {
        if (!cell.isEmpty()) {
          out.append(out.isEmpty() ? "" : ";").append(cell);
        }
      }
      return out.toString();
    }
  }

  /// Reads the rows of one table; a first row that names at least two columns is its heading.
  static Table of(List<Line> lines) {
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> cells = line.cells();
      rows.add(
          new Row(List.copyOf(cells.subList(0, Math.min(cells.size(), WIDEST))), line.number()));
    }
    Map<Column, Integer> columns = columns(rows.getFirst());
    if (columns.size() < 2) {
      List<Row> turned = turned(rows);
      Map<Column, Integer> turnedColumns = turned.isEmpty() ? Map.of() : columns(turned.getFirst());
      if (turnedColumns.size() >= 2) {
        return new Table(turnedColumns, List.copyOf(turned.subList(1, turned.size())));
      }
      return new Table(Map.of(), List.copyOf(rows));
    }
    return new Table(columns, List.copyOf(rows.subList(1, rows.size())));
  }

  /// The cell of a row below a column, empty when the table has no such column.
  String cell(Row row, Column column) {
    Integer at = columns.get(column);
    return at == null ? "" : row.cell(at);
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  @Nullable Integer at(Column column) {
    return columns.get(column);
  }

  private static Map<Column, Integer> columns(Row heading) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int i = 0; i < heading.cells().size(); i++) {
      Column column = Column.of(heading.cell(i));
      if (column != null) {
        columns.putIfAbsent(column, i);
      }
    }
    return columns;
  }

  /// Rows for columns: grades side by side, limits below one another.
  private static List<Row> turned(List<Row> rows) {
    int width = rows.getFirst().cells().size();
    if (rows.size() < 2 || rows.size() > WIDEST || width < 3) {
      return List.of();
    }
    List<Row> turned = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<String> cells = new ArrayList<>();
      for (Row row : rows) {
        cells.add(row.cell(column));
      }
      turned.add(new Row(cells, rows.getFirst().line()));
    }
    return turned;
  }
}
