package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.reading.CapabilityLexicon.Guess;

/// Reads service items from the rows of a table.
final class ServiceTable {
  private static final int LONGEST_NAME = 20;

  private final CapabilityLexicon lexicon;
  private final ServiceText texts;

  ServiceTable(CapabilityLexicon lexicon, ServiceText texts) {
    this.lexicon = lexicon;
    this.texts = texts;
  }

  /// Whether a table lists services, as opposed to grades, prices, people or things.
  static boolean isServices(Table table, boolean inServices) {
    boolean levels =
        table.has(Column.SEVERITY) || table.has(Column.RESPOND) || table.has(Column.RESOLVE);
    boolean priced = table.has(Column.MONEY) && table.has(Column.QUANTITY);
    boolean payments =
        table.has(Column.PERCENT) || table.has(Column.TRIGGER) || table.has(Column.PENALTY);
    if (levels || payments || (priced && !table.has(Column.CYCLE))) {
      return false;
    }
    boolean worded =
        table.has(Column.TEXT) || table.has(Column.CYCLE) || table.has(Column.DELIVERABLE);
    return (table.has(Column.CYCLE) && table.has(Column.TITLE))
        || (inServices && (worded || table.columns().isEmpty()));
  }

  List<Draft> read(Table table, String path, Guess above) {
    List<Draft> drafts = new ArrayList<>();
    String title = "";
    int number = 0;
    for (Table.Row row : table.rows()) {
      number++;
      String own = title(table, row);
      title = own.isEmpty() ? title : own;
      if (isPromise(table, row, title)) {
        String index = table.cell(row, Column.INDEX);
        String id = index.matches("\\d{1,3}") ? index : Integer.toString(number);
        drafts.addAll(row(table, row, title, path.isEmpty() ? id : path + "." + id, above));
      }
    }
    return drafts;
  }

  private boolean isPromise(Table table, Table.Row row, String title) {
    String joined = row.joined();
    boolean sum =
        Text.hasAny(title, "合计", "总计", "小计") || joined.startsWith("合计") || joined.startsWith("总计");
    boolean empty =
        table.columns().isEmpty()
            ? !lexicon.guess(joined).isStrong()
            : textOf(table, row, title).isEmpty() && title.isEmpty();
    boolean bare =
        joined.length() < 3
            || (!table.has(Column.CYCLE)
                && textOf(table, row, title).isEmpty()
                && !lexicon.guess(title).isStrong());
    return !sum && !empty && !bare;
  }

  /// The cell that names the service: below its column, or the one next to the text.
  private static String title(Table table, Table.Row row) {
    Integer at = table.at(Column.TITLE);
    Integer text = table.at(Column.TEXT);
    String title = at == null ? "" : row.cell(at);
    if (text != null) {
      int from = at == null ? 0 : at + 1;
      for (int i = from; i < text; i++) {
        String cell = row.cell(i);
        boolean other = table.columns().containsValue(i);
        title = !cell.isEmpty() && !other && cell.length() <= 2 * LONGEST_NAME ? cell : title;
      }
    }
    if (title.isEmpty() && at == null && text == null && !row.cells().isEmpty()) {
      title = firstName(row);
    }
    return withoutNumber(title);
  }

  private static String firstName(Table.Row row) {
    for (String cell : row.cells()) {
      if (cell.length() > 1
          && cell.length() <= 2 * LONGEST_NAME
          && !Character.isDigit(cell.charAt(0))) {
        return cell;
      }
    }
    return "";
  }

  private static String withoutNumber(String cell) {
    Label label = Label.parse(cell);
    return label == null ? cell : label.rest();
  }

  private static String textOf(Table table, Table.Row row, String title) {
    if (table.columns().isEmpty()) {
      String longest = row.longest();
      return longest.equals(title) ? "" : longest;
    }
    String text = table.cell(row, Column.TEXT);
    String remark = table.cell(row, Column.REMARK);
    return remark.isEmpty() || text.contains(remark)
        ? text
        : text.isEmpty() ? remark : text + "。" + remark;
  }

  private List<Draft> row(Table table, Table.Row row, String title, String path, Guess above) {
    String text = textOf(table, row, title);
    String kind = table.cell(row, Column.KIND) + table.cell(row, Column.REMARK);
    String cycleCell = table.cell(row, Column.CYCLE);
    List<Draft> drafts = new ArrayList<>();
    Map<String, Guess> parts = parts(title, text);
    Aspects frame = aspects(table, row, title, parts.size() > 1 ? "" : text, cycleCell);
    ServiceText.Place place = new ServiceText.Place(path, null, row.lines(), above, null);
    if (parts.size() > 1) {
      for (Map.Entry<String, Guess> part : parts.entrySet()) {
        Aspects single =
            aspects(table, row, part.getValue() == null ? title : "", part.getKey(), cycleCell);
        drafts.addAll(texts.read(single, place));
      }
    } else {
      drafts.addAll(texts.read(frame, place));
    }
    Cycle declared = cycle(cycleCell);
    if (declared != null) {
      Deadline due = DeadlineGrammar.read(cycleCell, declared);
      drafts.replaceAll(draft ->
          draft.deadline() == null && draft.does(draft.capability(), declared.frequency())
              ? draft.withDeadline(due)
              : draft);
    }
    boolean apart = Text.hasAny(kind, "增值", "可选", "另行计费", "另计");
    return apart ? drafts.stream().map(ServiceTable::apart).toList() : drafts;
  }

  private static Draft apart(Draft draft) {
    Frequency often =
        draft.frequency() == null || draft.frequency() instanceof Frequency.Plain
            ? Frequency.Plain.ON_REQUEST
            : draft.frequency();
    return new Draft(
        draft.path(),
        draft.clause(),
        draft.title(),
        draft.text(),
        draft.lines(),
        draft.capability(),
        draft.certain(),
        often,
        draft.atMost(),
        draft.deadline(),
        draft.deliverables(),
        draft.scope(),
        true,
        draft.bare());
  }

  private static Aspects aspects(
      Table table, Table.Row row, String title, String text, String cycleCell) {
    Cycle declared = cycle(cycleCell);
    Frequency plain = declared == null && !cycleCell.isEmpty() ? Rhythm.ofCell(cycleCell) : null;
    boolean attended = Text.hasAny(cycleCell, "7x24", "24x7", "5x8", "工作日", "24小时");
    List<Paragraph> paragraphs = new ArrayList<>();
    if (!text.isEmpty()) {
      paragraphs.add(Paragraph.of(text, row.line()));
    }
    if (attended) {
      paragraphs.add(Paragraph.of("。" + cycleCell, row.line()));
      plain = null;
    }
    List<String> documents = Deliverables.listed(table.cell(row, Column.DELIVERABLE));
    String scope = table.cell(row, Column.SCOPE);
    return new Aspects(
        title,
        paragraphs,
        attended ? null : declared,
        plain,
        row.lines(),
        documents,
        scope.isEmpty() ? List.of() : Deliverables.listed(scope));
  }

  /// The cycle that a cell names, also without the words that prose needs: 季度, 2 below 次/年.
  private static @Nullable Cycle cycle(String cell) {
    List<Cycle> cycles = CycleGrammar.read(cell);
    if (cycles.isEmpty() && cell.length() <= 6) {
      cycles = CycleGrammar.read("每" + cell);
    }
    boolean once = Text.hasAny(cell, "1次", "一次") && !Text.hasAny(cell, "少于1次", "少于一次", "至少");
    if (cycles.isEmpty() && cell.length() <= 10 && !once) {
      cycles = CycleGrammar.read("每年" + cell + (Character.isDigit(last(cell)) ? "次" : ""));
      cycles = cycles.stream().filter(Cycle::counted).toList();
    }
    return cycles.isEmpty() ? null : cycles.getFirst();
  }

  private static char last(String cell) {
    return cell.isEmpty() ? ' ' : cell.charAt(cell.length() - 1);
  }

  /// A cell that only lists names, (1).甲 (2).乙, is taken apart by kind of work; long texts stay.
  private Map<String, Guess> parts(String title, String text) {
    List<String> names = names(text);
    Map<String, Guess> parts = new LinkedHashMap<>();
    if (names.size() < 2) {
      return parts;
    }
    boolean brief = names.stream().allMatch(name -> name.length() <= LONGEST_NAME);
    Guess titled = lexicon.guess(title);
    Guess whole = titled.isStrong() ? titled : lexicon.guess(title, text);
    Map<String, StringBuilder> byKind = new LinkedHashMap<>();
    Map<String, Guess> kinds = new LinkedHashMap<>();
    for (String name : names) {
      Guess own = lexicon.guess(name);
      boolean apart = own.isStrong() && (brief || (own.score() > 8 && !isNear(own, whole)));
      Guess guess = apart ? own : whole;
      List<Cycle> cycles = CycleGrammar.read(name);
      String key =
          guess.capability() + (cycles.isEmpty() ? "" : cycles.getFirst().frequency().toString());
      byKind.computeIfAbsent(key, _ -> new StringBuilder()).append(name).append("。");
      kinds.putIfAbsent(key, guess);
    }
    byKind.forEach((key, joined) -> parts.put(joined.toString(), kinds.get(key)));
    return parts;
  }

  private static boolean isNear(Guess own, Guess whole) {
    return own.capability() == whole.capability();
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int start = -1;
    int number = 1;
    for (int i = 0; i < text.length(); i++) {
      int end = numberEnd(text, i, number);
      if (end > 0) {
        if (start >= 0) {
          names.add(text.substring(start, i).strip());
        }
        start = end;
        number++;
        i = end - 1;
      }
    }
    if (start >= 0 && start < text.length()) {
      names.add(text.substring(start).strip());
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  /// The end of the next number of an enumeration, -1 when it does not stand here.
  private static int numberEnd(String text, int at, int number) {
    for (String form :
        new String[] {
          "(" + number + ").", "(" + number + ")", number + ".", number + "、", number + ")"
        }) {
      boolean fresh = at == 0 || !Character.isDigit(text.charAt(at - 1));
      int end = at + form.length();
      boolean figure = end < text.length() && Character.isDigit(text.charAt(end));
      if (fresh && !figure && text.startsWith(form, at)) {
        return end;
      }
    }
    return -1;
  }
}
