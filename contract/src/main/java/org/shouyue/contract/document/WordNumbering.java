package org.shouyue.contract.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Counts the numbered paragraphs of a Word document as Word does, and prints the numbers: clause
/// numbers are very often not typed but counted (第一条, （二）, 2.1).
///
/// One instance counts one document from its beginning.
final class WordNumbering {

  private static final int LEVELS = 9;
  private static final int UNSTARTED = -1;
  private static final int MOST = 32_767;
  private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");

  /// Where a paragraph stands in the lists.
  ///
  /// @param list id of its list, null when it is told by the style
  /// @param level its level from 0, null when it is told by the style
  record Place(@Nullable String style, @Nullable Integer list, @Nullable Integer level) {

    /// Reads the paragraph or style properties that start here.
    static Place read(WordXml xml) throws XMLStreamException {
      String style = null;
      Integer list = null;
      Integer level = null;
      int outer = xml.depth();
      while (xml.nextInside(outer)) {
        switch (xml.starting()) {
          case "pStyle" -> style = xml.attribute("val");
          case "numId" -> list = xml.number("val", Integer.MAX_VALUE, 0);
          case "ilvl" -> level = xml.number("val", LEVELS - 1, 0);
          case "pPrChange", "rPr" -> xml.skip();
          default -> {}
        }
      }
      return new Place(style, list, level);
    }
  }

  private record Level(int start, String format, String text, String suffix, boolean decimal) {}

  private record Style(Place place, @Nullable String basedOn) {}

  /// A list: levels defined apart, some of them restarted.
  private record Numbered(int definition, Map<Integer, Integer> restarts) {}

  private final Map<Integer, Map<Integer, Level>> definitions = new HashMap<>();
  private final Map<String, Integer> styleLevels = new HashMap<>();
  private final Map<Integer, Numbered> lists = new HashMap<>();
  private final Map<String, Style> styles = new HashMap<>();
  private final Map<Integer, int[]> counters = new HashMap<>();
  private final Set<Integer> restarted = new HashSet<>();

  private WordNumbering() {}

  /// The lists that the two parts define; no lists where a part is absent.
  static WordNumbering read(byte @Nullable [] numbering, byte @Nullable [] styles)
      throws XMLStreamException {
    WordNumbering read = new WordNumbering();
    if (numbering != null) {
      read.readLists(new WordXml(numbering));
    }
    if (styles != null) {
      read.readStyles(new WordXml(styles));
    }
    return read;
  }

  /// Counts the paragraph and answers its printed number with what parts it from the text, the
  /// empty string when it has none.
  String label(Place place) {
    Integer list = place.list();
    Integer level = place.level();
    Set<String> seen = new HashSet<>();
    String style = place.style();
    while (list == null && style != null && seen.add(style)) {
      Style defined = styles.get(style);
      if (defined == null) {
        return "";
      }
      list = defined.place().list();
      level = level == null ? styleLevel(style, defined) : level;
      style = defined.basedOn();
    }
    Numbered numbered = list == null ? null : lists.get(list);
    return list == null || numbered == null ? "" : count(list, numbered, level == null ? 0 : level);
  }

  private @Nullable Integer styleLevel(String style, Style defined) {
    Integer own = defined.place().level();
    return own == null ? styleLevels.get(style) : own;
  }

  private String count(int list, Numbered numbered, int level) {
    Map<Integer, Level> levels = definitions.getOrDefault(numbered.definition(), Map.of());
    Level here = levels.get(level);
    if (here == null) {
      return "";
    }
    int[] counter = counters.computeIfAbsent(numbered.definition(), _ -> unstarted());
    if (restarted.add(list)) {
      numbered.restarts().forEach((at, start) -> counter[at] = start - 1);
      numbered.restarts().keySet().stream().map(at -> at + 1).forEach(at -> reset(counter, at));
    }
    counter[level] = counter[level] < 0 ? here.start() : counter[level] + 1;
    reset(counter, level + 1);
    return print(here, levels, counter);
  }

  private static int[] unstarted() {
    int[] counter = new int[LEVELS];
    reset(counter, 0);
    return counter;
  }

  private static void reset(int[] counter, int from) {
    for (int at = from; at < LEVELS; at++) {
      counter[at] = UNSTARTED;
    }
  }

  private static String print(Level here, Map<Integer, Level> levels, int[] counter) {
    if (here.format().equals("bullet")) {
      return "- ";
    }
    StringBuilder label = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(here.text());
    while (placeholder.find()) {
      int at = placeholder.group(1).charAt(0) - '1';
      Level level = levels.getOrDefault(at, here);
      int number = counter[at] < 0 ? level.start() : counter[at];
      String format = here.decimal() ? "decimal" : level.format();
      placeholder.appendReplacement(
          label, Matcher.quoteReplacement(WordCount.print(number, format)));
    }
    placeholder.appendTail(label);
    if (label.isEmpty() || here.suffix().equals("nothing")) {
      return label.toString();
    }
    char last = label.charAt(label.length() - 1);
    return "、）)】．".indexOf(last) >= 0 ? label.toString() : label + " ";
  }

  private void readLists(WordXml xml) throws XMLStreamException {
    while (xml.next()) {
      switch (xml.starting()) {
        case "abstractNum" ->
            definitions.put(xml.number("abstractNumId", Integer.MAX_VALUE, 0), levels(xml));
        case "num" -> lists.put(xml.number("numId", Integer.MAX_VALUE, 0), list(xml));
        default -> {}
      }
    }
  }

  private Map<Integer, Level> levels(WordXml xml) throws XMLStreamException {
    Map<Integer, Level> levels = new HashMap<>();
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      if (xml.starting().equals("lvl")) {
        int at = xml.number("ilvl", LEVELS - 1, 0);
        levels.put(at, level(xml, at));
      }
    }
    return levels;
  }

  private Level level(WordXml xml, int at) throws XMLStreamException {
    int start = 1;
    String format = "decimal";
    String text = "";
    String suffix = "tab";
    boolean decimal = false;
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "start" -> start = xml.number("val", MOST, 1);
        case "numFmt" -> format = value(xml, format);
        case "lvlText" -> text = value(xml, "");
        case "suff" -> suffix = value(xml, suffix);
        case "isLgl" -> decimal = xml.isOn();
        case "pStyle" -> styleLevels.put(value(xml, ""), at);
        default -> {}
      }
    }
    return new Level(start, format, text, suffix, decimal);
  }

  private static Numbered list(WordXml xml) throws XMLStreamException {
    int definition = 0;
    int level = 0;
    Map<Integer, Integer> restarts = new HashMap<>();
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "abstractNumId" -> definition = xml.number("val", Integer.MAX_VALUE, 0);
        case "lvlOverride" -> level = xml.number("ilvl", LEVELS - 1, 0);
        case "startOverride" -> restarts.put(level, xml.number("val", MOST, 1));
        case "lvl" -> xml.skip();
        default -> {}
      }
    }
    return new Numbered(definition, restarts);
  }

  private void readStyles(WordXml xml) throws XMLStreamException {
    while (xml.next()) {
      String id = xml.starting().equals("style") ? xml.attribute("styleId") : null;
      if (id != null) {
        styles.put(id, style(xml));
      }
    }
  }

  private static Style style(WordXml xml) throws XMLStreamException {
    Place place = new Place(null, null, null);
    String basedOn = null;
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "basedOn" -> basedOn = xml.attribute("val");
        case "pPr" -> place = Place.read(xml);
        default -> {}
      }
    }
    return new Style(place, basedOn);
  }

  private static String value(WordXml xml, String otherwise) {
    String value = xml.attribute("val");
    return value == null ? otherwise : value;
  }
}
