package org.shouyue.server.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shouyue.server.problem.Problem;

/// Reads questions from a table (CSV, RFC 4180): 题型, 题干, 选项 (parted by `|`), 答案 (`B`, `AC`, `对`).
/// What can be read is kept, what cannot is named by its row.
final class QuestionSheet {
  private static final int MOST_ROWS = 2000;

  private final List<Question> questions = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /// A row that cannot be read.
  ///
  /// @param row counted from 1, the heading included
  record Fault(int row, String why) {}

  static QuestionSheet read(String text) {
    QuestionSheet sheet = new QuestionSheet();
    List<List<String>> rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
    for (int n = 0; n < rows.size(); n++) {
      List<String> row = rows.get(n);
      boolean heading = n == 0 && row.getFirst().strip().equals("题型");
      boolean blank = row.stream().allMatch(String::isBlank);
      if (!heading && !blank) {
        sheet.add(n + 1, row);
      }
    }
    return sheet;
  }

  List<Question> questions() {
    return questions;
  }

  List<Fault> faults() {
    return faults;
  }

  private void add(int number, List<String> row) {
    if (questions.size() >= MOST_ROWS) {
      faults.add(new Fault(number, "一次最多导入 " + MOST_ROWS + " 题"));
      return;
    }
    if (row.size() < 4) {
      faults.add(new Fault(number, "应有 4 列：题型、题干、选项、答案"));
      return;
    }
    try {
      Question.Kind kind = kind(row.get(0).strip());
      List<String> options =
          Arrays.stream(row.get(2).split("\\|"))
              .map(String::strip)
              .filter(o -> !o.isEmpty())
              .toList();
      questions.add(
          new Question(kind, row.get(1).strip(), options, answers(kind, row.get(3).strip())));
    } catch (Problem | IllegalArgumentException unreadable) {
      faults.add(new Fault(number, String.valueOf(unreadable.getMessage())));
    }
  }

  private static Question.Kind kind(String word) {
    return switch (word) {
      case "单选", "单选题", "single" -> Question.Kind.SINGLE;
      case "多选", "多选题", "multiple" -> Question.Kind.MULTIPLE;
      case "判断", "判断题", "truth" -> Question.Kind.TRUTH;
      default -> throw new IllegalArgumentException("题型应为 单选、多选 或 判断，不是 " + word);
    };
  }

  private static List<Integer> answers(Question.Kind kind, String word) {
    if (kind == Question.Kind.TRUTH) {
      return switch (word) {
        case "对", "正确", "是", "A", "a" -> List.of(0);
        case "错", "错误", "否", "B", "b" -> List.of(1);
        default -> throw new IllegalArgumentException("判断题的答案应为 对 或 错，不是 " + word);
      };
    }
    List<Integer> answers = new ArrayList<>();
    for (char letter : word.toUpperCase(Locale.ROOT).toCharArray()) {
      if (letter >= 'A' && letter <= 'H') {
        answers.add(letter - 'A');
      } else if (letter != ' ' && letter != ',' && letter != '、') {
        throw new IllegalArgumentException("答案应为选项字母，如 A 或 AC，不是 " + word);
      }
    }
    return answers;
  }

  /// The rows of a CSV text; a quoted field may hold line ends and doubled quotes.
  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      if (quoted && c == '"' && n + 1 < text.length() && text.charAt(n + 1) == '"') {
        field.append(c);
        n++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        row.add(field.toString());
        field.setLength(0);
      } else if (c == '\n' && !quoted) {
        row.add(field.toString());
        field.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      } else if (c != '\r' || quoted) {
        field.append(c);
      }
    }
    if (!field.isEmpty() || !row.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    return rows;
  }
}
