package org.shouyue.server.external;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads many notices from a table (CSV). Rows with the same issuer and document number are one
/// notice. Good rows are kept beside bad ones; each bad one is told with its line, its field and
/// what would be right. Pure.
final class NoticeTable {
  /// The columns, by the names that are taken for them.
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "issuer", List.of("通报单位", "来源", "发文单位", "issuer"),
          "documentNumber", List.of("文号", "编号", "documentnumber"),
          "title", List.of("标题", "通报名称", "title"),
          "answerDue", List.of("答复期限", "整改期限", "截止日期", "answerdue"),
          "target", List.of("目标", "网址", "地址", "资产", "url", "ip", "target"),
          "description", List.of("问题", "问题描述", "漏洞名称", "description"));

  /// How many characters a field may have; others 200.
  private static final Map<String, Integer> LONGEST =
      Map.of("documentNumber", 100, "target", 500, "description", 4_000);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-M-d");

  private NoticeTable() {}

  /// One row.
  record Row(
      int line,
      String issuer,
      String documentNumber,
      String title,
      LocalDate answerDue,
      String target,
      String description) {}

  /// A row that was not taken.
  ///
  /// @param line its line in the file, from 1
  /// @param field which column is wrong
  record Refused(int line, String field, String value, String remedy) {}

  /// What the table holds.
  record Read(List<Row> rows, List<Refused> refused) {
    Read {
      rows = List.copyOf(rows);
      refused = List.copyOf(refused);
    }
  }

  static Read read(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    List<Cells> table = Cells.of(lines);
    Map<String, Integer> places = table.isEmpty() ? Map.of() : places(table.getFirst().values());
    for (String needed : List.of("issuer", "answerDue", "description")) {
      if (!places.containsKey(needed)) {
        refused.add(new Refused(1, name(needed), "", "表头须有“" + name(needed) + "”一列"));
      }
    }
    if (refused.isEmpty()) {
      table.stream().skip(1).forEach(cells -> take(cells, places, rows, refused));
    }
    return new Read(rows, refused);
  }

  private static void take(
      Cells cells, Map<String, Integer> places, List<Row> rows, List<Refused> refused) {
    Map<String, String> found = new LinkedHashMap<>();
    places.forEach((field, place) -> found.put(field, cells.at(place)));
    int before = refused.size();
    String issuer = found.getOrDefault("issuer", "");
    String description = found.getOrDefault("description", "");
    if (issuer.isEmpty()) {
      refused.add(new Refused(cells.line(), name("issuer"), "", "请填写通报单位"));
    }
    if (description.isEmpty()) {
      refused.add(new Refused(cells.line(), name("description"), "", "请填写问题描述"));
    }
    String due = found.getOrDefault("answerDue", "");
    LocalDate day = day(due);
    if (day == null) {
      refused.add(new Refused(cells.line(), name("answerDue"), due, "请填写答复期限，格式如 2026-03-31"));
    }
    found.forEach((field, value) -> {
      int longest = LONGEST.getOrDefault(field, 200);
      if (value.length() > longest) {
        refused.add(
            new Refused(
                cells.line(),
                name(field),
                value.substring(0, 20) + "…",
                "请缩短到 " + longest + " 字以内"));
      }
    });
    if (refused.size() == before && day != null) {
      String title = found.getOrDefault("title", "");
      rows.add(
          new Row(
              cells.line(),
              issuer,
              found.getOrDefault("documentNumber", ""),
              title.isEmpty() ? issuer + "通报" : title,
              day,
              found.getOrDefault("target", ""),
              description));
    }
  }

  private static @Nullable LocalDate day(String text) {
    String plain =
        text.replaceAll("[/.年月]", "-").replace("日", "").replaceFirst("\\s.*$", "").strip();
    try {
      return LocalDate.parse(plain, DAY);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static Map<String, Integer> places(List<String> heads) {
    Map<String, Integer> places = new LinkedHashMap<>();
    COLUMNS.forEach((field, names) -> {
      for (int place = 0; place < heads.size(); place++) {
        String head = heads.get(place).toLowerCase(Locale.ROOT).replace("\uFEFF", "");
        if (names.contains(head)) {
          places.putIfAbsent(field, place);
        }
      }
    });
    return places;
  }

  private static String name(String field) {
    return COLUMNS.getOrDefault(field, List.of(field)).getFirst();
  }

  /// The cells of one row, by RFC 4180: quoted cells may hold commas, quotes and line breaks.
  ///
  /// @param line where the row begins, from 1
  record Cells(int line, List<String> values) {
    Cells {
      values = List.copyOf(values);
    }

    String at(int place) {
      return place < values.size() ? values.get(place).strip() : "";
    }

    static List<Cells> of(List<String> lines) {
      List<Cells> rows = new ArrayList<>();
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      int begun = 1;
      for (int n = 0; n < lines.size(); n++) {
        quoted = split(lines.get(n), quoted, cells, cell);
        if (quoted) {
          cell.append('\n');
          continue;
        }
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (cells.stream().anyMatch(one -> !one.isEmpty())) {
          rows.add(new Cells(begun, cells));
        }
        cells = new ArrayList<>();
        begun = n + 2;
      }
      return rows;
    }

    /// Adds the finished cells of a line.
    ///
    /// @return whether the line ends inside quotes
    private static boolean split(
        String line, boolean within, List<String> cells, StringBuilder cell) {
      boolean quoted = within;
      for (int at = 0; at < line.length(); at++) {
        char letter = line.charAt(at);
        if (quoted && letter == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else if (letter == '"') {
          quoted = !quoted;
        } else if (letter == ',' && !quoted) {
          cells.add(cell.toString().strip());
          cell.setLength(0);
        } else {
          cell.append(letter);
        }
      }
      return quoted;
    }
  }
}
