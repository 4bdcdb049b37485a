package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// A node of the clause tree: a heading, what it says, and the clauses below it. Grows while the
/// tree is built and is only read afterwards.
final class Clause {
  /// A clause of more paragraphs than this is read by its first ones.
  static final int MOST = 120;

  private final @Nullable Label label;
  private final String title;
  private final int firstLine;
  private final @Nullable Clause parent;
  private final Set<Section> sections;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Clause> children = new ArrayList<>();
  private int lastLine;

  Clause(@Nullable Label label, String title, int firstLine, @Nullable Clause parent) {
    this.label = label;
    this.title = title;
    this.firstLine = firstLine;
    this.lastLine = firstLine;
    this.parent = parent;
    this.sections = EnumSet.noneOf(Section.class);
    sections.addAll(classified());
  }

  private Set<Section> classified() {
    if (parent == null) {
      return Set.of();
    }
    boolean top = parent.sections.isEmpty() || parent.sections.contains(Section.OTHER);
    Set<Section> own = top ? Section.of(title) : Section.stronglyOf(title);
    if (parent.sections.contains(Section.SECRECY) && !own.contains(Section.PENALTIES)) {
      return parent.sections;
    }
    if (parent.sections.contains(Section.PENALTIES)) {
      return parent.sections;
    }
    return own.isEmpty() ? parent.sections : own;
  }

  @Nullable Label label() {
    return label;
  }

  /// The heading without its number, empty when the clause has none.
  String title() {
    return title;
  }

  int firstLine() {
    return firstLine;
  }

  @Nullable Clause parent() {
    return parent;
  }

  Set<Section> sections() {
    return sections;
  }

  boolean isIn(Section section) {
    return sections.contains(section);
  }

  /// The clause's own running text, without that of the clauses below.
  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  List<Table> tables() {
    return tables;
  }

  List<Clause> children() {
    return children;
  }

  /// From the heading to the last line of its own text.
  Lines ownLines() {
    return new Lines(firstLine, lastLine);
  }

  /// From the heading to the last line of the last clause below.
  Lines allLines() {
    return new Lines(firstLine, Math.max(lastLine, lastOfChildren()));
  }

  private int lastOfChildren() {
    int last = 0;
    Clause clause = this;
    while (!clause.children.isEmpty()) {
      clause = clause.children.getLast();
      last = Math.max(last, clause.lastLine);
    }
    return last;
  }

  /// All own text in one string, paragraphs closed by a stop.
  String body() {
    StringBuilder out = new StringBuilder();
    for (Paragraph paragraph : paragraphs.subList(0, Math.min(paragraphs.size(), MOST))) {
      out.append(paragraph.text());
      if (!paragraph.text().endsWith("。")) {
        out.append('。');
      }
    }
    return out.toString();
  }

  void add(Clause child) {
    children.add(child);
  }

  void add(Table table) {
    tables.add(table);
  }

  void add(Paragraph paragraph, int line) {
    paragraphs.add(paragraph);
    lastLine = Math.max(lastLine, line);
  }

  void extendLast(String text, int line) {
    paragraphs.set(paragraphs.size() - 1, paragraphs.getLast().followedBy(text, line));
    lastLine = Math.max(lastLine, line);
  }

  void reach(int line) {
    lastLine = Math.max(lastLine, line);
  }
}
