package org.shouyue.contract.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.reading.Label.Style;

/// Builds the tree of clauses out of numbered and unnumbered lines, whatever mixture of numberings
/// a contract uses: a numbering met for the first time nests below what stands open, one met again
/// goes on where it was.
final class ClauseTree {
  private static final int LONGEST_TITLE = 30;
  private static final int LONGEST_HEADING = 14;
  private static final int LONGEST_COLON_TITLE = 22;
  private static final int LONGEST_STOPPED_TITLE = 14;
  private static final int LONGEST_PARAGRAPH = 4000;

  /// A line shorter than this is not full, so that what follows starts afresh.
  private static final int SHORTEST_WRAPPED = 18;

  private static final String[] CONTACT = {
    "单位地址", "地址", "法定代表", "负责人", "经办人", "电话", "开户", "账号", "帐号", "联系人", "代理人", "授权代表", "盖章", "邮编",
    "传真", "户名", "邮箱", "签字", "日期", "公章", "纳税人", "签章"
  };

  private static final String STOPS = "。;:!?";

  private final Clause root = new Clause(null, "", 1, null);
  private final Deque<Clause> open = new ArrayDeque<>();
  private final List<Line> rows = new ArrayList<>();
  private @Nullable Line previous;
  private boolean signed;

  private ClauseTree() {
    open.push(root);
  }

  /// The root of the tree; its own paragraphs are what stands before the first clause.
  static Clause of(List<Line> lines) {
    ClauseTree tree = new ClauseTree();
    for (Line line : lines) {
      if (!line.isBlank() && !line.isRule()) {
        tree.add(line);
      }
    }
    tree.closeTable();
    return tree.root;
  }

  private void add(Line line) {
    if (line.isRow()) {
      rows.add(line);
      top().reach(line.number());
      previous = null;
      return;
    }
    closeTable();
    Label label = Label.parse(line.spaced());
    if (label != null && (previous == null || !isBrokenOff(previous) || !isDoubtful(label))) {
      open(label, line);
    } else if (isPartHeading(line)) {
      openPlain(line, Style.PART);
    } else if (isHeading(line)) {
      openPlain(line, Style.HAN);
    } else if (isContact(line)) {
      root.add(Paragraph.of(line.text(), line.number()), line.number());
    } else {
      append(line);
    }
    previous = line;
  }

  /// A line of a signature or an address, which belongs to no clause.
  private static boolean isContact(Line line) {
    int colon = line.text().indexOf(':');
    return colon > 0 && colon <= 12 && Text.hasAny(line.text().substring(0, colon), CONTACT);
  }

  private Clause top() {
    return open.element();
  }

  private void closeTable() {
    if (!rows.isEmpty()) {
      top().add(Table.of(rows));
      rows.clear();
    }
  }

  private void append(Line line) {
    Clause clause = top();
    boolean long_ =
        !clause.paragraphs().isEmpty()
            && clause.paragraphs().getLast().text().length() > LONGEST_PARAGRAPH;
    boolean heading = clause.paragraphs().isEmpty() && !isOpenEnded(clause.title(), line.text());
    if (previous != null && isBrokenOff(previous) && !long_ && !heading) {
      if (clause.paragraphs().isEmpty()) {
        clause.add(Paragraph.of(clause.title(), clause.firstLine()), clause.firstLine());
      }
      clause.extendLast(line.text(), line.number());
    } else {
      clause.add(Paragraph.of(line.text(), line.number()), line.number());
    }
  }

  /// Whether a heading goes on in the next line: it ends on a word that leads on, or what follows
  /// starts with a comma.
  private static boolean isOpenEnded(String title, String next) {
    boolean leads = !title.isEmpty() && "、的和及与或并对为将".indexOf(title.charAt(title.length() - 1)) >= 0;
    return leads || next.startsWith(",") || next.startsWith("、") || next.startsWith(")");
  }

  /// Whether a line was cut by the page and goes on in the next.
  private static boolean isBrokenOff(Line line) {
    String text = line.text();
    char last = text.charAt(text.length() - 1);
    boolean english =
        last == '.' && text.length() > 1 && Character.isLetter(text.charAt(text.length() - 2));
    return text.length() >= SHORTEST_WRAPPED
        && !english
        && (STOPS + ")\"”》】").indexOf(last) < 0
        && !text.contains("\t");
  }

  /// A lone figure at the start of a line may as well be the middle of a broken sentence.
  private static boolean isDoubtful(Label label) {
    return label.style() == Style.LETTER
        || ((label.style() == Style.ARABIC || label.style() == Style.DECIMAL)
            && label.rest().isEmpty());
  }

  private void open(Label label, Line line) {
    Clause parent = parentOf(label);
    String rest = label.rest().replace(" ", "");
    int colon = rest.indexOf(':');
    int stop = rest.indexOf('。');
    String title = "";
    String text = rest;
    int blank = headingEnd(label.rest());
    if (blank > 0) {
      title = label.rest().substring(0, blank);
      text = org.shouyue.contract.text.Normaliser.squeeze(label.rest().substring(blank).strip());
    } else if (isTitle(rest) || (label.style() == Style.PART && !hasStop(rest))) {
      title = rest.endsWith(":") ? rest.substring(0, rest.length() - 1) : rest;
      text = "";
    } else if (colon > 0 && colon <= longestTitle(rest) && !hasStop(rest.substring(0, colon))) {
      title = rest.substring(0, colon);
      text = spaceless(label, colon + 1);
    } else if (stop > 1
        && stop <= LONGEST_STOPPED_TITLE
        && stop < rest.length() - 1
        && Text.indexOfAny(rest.substring(0, stop), "%", "‰") < 0
        && !hasStop(rest.substring(0, stop))) {
      title = rest.substring(0, stop);
      text = spaceless(label, 0).substring(spaceless(label, 0).indexOf('。') + 1);
    } else {
      text = spaceless(label, 0);
    }
    Clause clause = new Clause(label, title, line.number(), parent);
    if (!text.isEmpty()) {
      clause.add(Paragraph.of(text, line.number()), line.number());
    }
    parent.add(clause);
    open.push(clause);
  }

  private static String spaceless(Label label, int start) {
    String squeezed = org.shouyue.contract.text.Normaliser.squeeze(label.rest());
    if (start == 0) {
      return squeezed;
    }
    int colon = squeezed.indexOf(':');
    return colon < 0 ? "" : squeezed.substring(colon + 1).strip();
  }

  /// Where a heading ends that only a blank parts from its text: 费用及支付 本项目…; -1 when none does.
  private static int headingEnd(String rest) {
    int blank = rest.indexOf(' ');
    if (blank < 2 || blank > LONGEST_STOPPED_TITLE || rest.length() - blank < 8) {
      return -1;
    }
    String heading = rest.substring(0, blank);
    boolean plain =
        heading
            .chars()
            .allMatch(character -> org.shouyue.contract.text.Normaliser.isWide((char) character));
    boolean sentence = "。;".indexOf(rest.charAt(rest.length() - 1)) >= 0;
    return plain && sentence && !heading.startsWith("乙方") && !heading.startsWith("甲方") ? blank : -1;
  }

  /// Headings in two languages are longer.
  private static int longestTitle(String rest) {
    long latin =
        rest.chars()
            .limit(80)
            .filter(character -> character < 128 && Character.isLetter(character))
            .count();
    return latin > 8 ? 3 * LONGEST_COLON_TITLE : LONGEST_COLON_TITLE;
  }

  private static boolean isTitle(String rest) {
    boolean colonInside = rest.indexOf(':') >= 0 && rest.indexOf(':') < rest.length() - 1;
    return !rest.isEmpty() && rest.length() <= LONGEST_TITLE && !hasStop(rest) && !colonInside;
  }

  private static boolean hasStop(String text) {
    return text.indexOf('。') >= 0 || text.indexOf(';') >= 0 || text.indexOf(',') >= 0;
  }

  /// Closes what ended and answers the clause that the new one belongs to.
  private Clause parentOf(Label label) {
    if (label.style() == Style.PART) {
      closeTo(null);
      return root;
    }
    Clause sibling = siblingOf(label);
    if (sibling != null) {
      closeTo(sibling);
      open.pop();
    } else if (label.style() == Style.SECTION) {
      closeTo(enclosingChapter());
    } else if (label.style() == Style.CHAPTER || isTopArticle(label)) {
      closeTo(enclosingPart());
    } else if (label.style() == Style.DECIMAL) {
      closeToAncestor(label);
    }
    return top();
  }

  /// Articles stand below chapters and parts alone.
  private boolean isTopArticle(Label label) {
    return label.style() == Style.ARTICLE
        && open.stream()
            .map(ClauseTree::styleOf)
            .noneMatch(
                style -> style == Style.CHAPTER || style == Style.SECTION || style == Style.HAN);
  }

  private @Nullable Clause enclosingChapter() {
    for (Clause clause : open) {
      if (styleOf(clause) == Style.CHAPTER) {
        return clause;
      }
    }
    return enclosingPart();
  }

  private @Nullable Clause enclosingPart() {
    for (Clause clause : open) {
      if (styleOf(clause) == Style.PART) {
        return clause;
      }
    }
    return null;
  }

  private @Nullable Clause siblingOf(Label label) {
    for (Clause clause : open) {
      Label other = clause.label();
      if (other != null
          && other.style() == label.style()
          && (label.style() != Style.DECIMAL || other.path().size() == label.path().size())) {
        return clause;
      }
      if (styleOf(clause) == Style.PART && label.style() != Style.PART) {
        return null;
      }
      if (label.style() == Style.HAN && clause != root && other == null) {
        return clause;
      }
    }
    return null;
  }

  /// A number such as 2-15 belongs to the open clause numbered 2.
  private void closeToAncestor(Label label) {
    for (Clause clause : open) {
      Label other = clause.label();
      if (other != null && other.path().size() < label.path().size()) {
        List<Integer> start = label.path().subList(0, other.path().size());
        boolean above =
            other.style() == Style.DECIMAL || other.style().compareTo(Style.DECIMAL) < 0;
        if (above && start.equals(other.path())) {
          closeTo(clause);
          return;
        }
      }
    }
    for (Clause clause : open) {
      Style style = styleOf(clause);
      if (style == null || style.compareTo(Style.ARABIC) < 0) {
        closeTo(clause);
        return;
      }
    }
  }

  private void closeTo(@Nullable Clause clause) {
    while (open.size() > 1 && top() != clause) {
      open.pop();
    }
  }

  private static @Nullable Style styleOf(Clause clause) {
    Label label = clause.label();
    return label == null ? null : label.style();
  }

  private void openPlain(Line line, Style style) {
    Clause parent = root;
    if (style == Style.PART) {
      closeTo(null);
    } else {
      closeTo(enclosingPart());
      parent = top();
    }
    String title =
        line.text().endsWith(":")
            ? line.text().substring(0, line.text().length() - 1)
            : line.text();
    Label label = style == Style.PART ? new Label(Style.PART, List.of(1), "", "") : null;
    Clause clause = new Clause(label, title, line.number(), parent);
    parent.add(clause);
    open.push(clause);
  }

  /// A short line alone that names an agreement behind the contract: 保密协议.
  private boolean isPartHeading(Line line) {
    String text = line.text();
    boolean named =
        text.endsWith("协议")
            || text.endsWith("协议书")
            || text.endsWith("承诺书")
            || text.endsWith("责任书")
            || text.endsWith("承诺函");
    return named
        && text.length() <= LONGEST_TITLE
        && !root.children().isEmpty()
        && !hasStop(text)
        && "《:、".chars().noneMatch(mark -> text.indexOf(mark) >= 0);
  }

  /// A short line alone that names a section and stands where a sentence has ended.
  private boolean isHeading(Line line) {
    String text = line.text();
    if (signed
        || text.length() > LONGEST_HEADING
        || text.length() < 4
        || previous == null
        || isBrokenOff(previous)) {
      return false;
    }
    if (hasStop(text) || text.indexOf(':') >= 0 || text.indexOf('(') >= 0) {
      return false;
    }
    Set<Section> sections = Section.stronglyOf(text);
    boolean new_ = !sections.isEmpty() && !top().sections().containsAll(sections);
    boolean after = "。;".indexOf(previous.text().charAt(previous.text().length() - 1)) >= 0;
    return new_ && after;
  }
}
