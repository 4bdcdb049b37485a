package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.reading.CapabilityLexicon.Guess;

/// Reads the service items: walks the clauses that promise services, and looks into the duties of
/// the provider for what has a cycle there.
final class ServiceGrammar {
  private static final Guess NOTHING = new Guess(Capability.OTHER, 0);

  /// Sections whose clauses promise no services, whatever words they use.
  private static final Set<Section> ELSEWHERE =
      EnumSet.of(
          Section.PENALTIES,
          Section.SECRECY,
          Section.PAYMENT,
          Section.PRICE,
          Section.TERM,
          Section.ACCEPTANCE,
          Section.LEVELS,
          Section.OTHER);

  private static final String[] PROVIDER_VERBS = {
    "提供", "负责", "完成", "协助", "进行", "开展", "定期", "确保", "保障", "配合", "组织", "建立", "制定", "实施", "做好", "支持",
    "检测", "维护", "检查", "监测", "监控", "处理"
  };

  /// More duties than this are noise.
  private static final int MOST_DUTIES = 300;

  private final CapabilityLexicon lexicon;
  private final ServiceText texts;
  private final ServiceTable tables;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Draft> duties = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private ServiceGrammar(CapabilityLexicon lexicon, Findings findings) {
    this.lexicon = lexicon;
    this.texts = new ServiceText(lexicon, findings);
    this.tables = new ServiceTable(lexicon, texts);
  }

  static List<ServiceItem> read(Script script, CapabilityLexicon lexicon, Findings findings) {
    ServiceGrammar grammar = new ServiceGrammar(lexicon, findings);
    boolean announced = grammar.isAnnounced(script.root());
    grammar.collectNames(script.root());
    for (Clause clause : script.root().children()) {
      grammar.walk(clause, !announced);
    }
    grammar.tablesOf(script.root(), "", false);
    return grammar.items();
  }

  private boolean isAnnounced(Clause clause) {
    if (clause.isIn(Section.SERVICES)
        && (!clause.children().isEmpty()
            || !clause.paragraphs().isEmpty()
            || !clause.tables().isEmpty())) {
      return true;
    }
    return clause.children().stream().anyMatch(this::isAnnounced);
  }

  private void collectNames(Clause clause) {
    if (!clause.title().isEmpty()
        && (!clause.children().isEmpty()
            || !clause.paragraphs().isEmpty()
            || !clause.tables().isEmpty())) {
      names.add(plain(clause.title()));
    }
    for (Table table : clause.tables()) {
      for (Table.Row row : table.rows()) {
        for (String cell : row.cells()) {
          if (cell.length() > 3 && cell.length() < 24) {
            Label label = Label.parse(cell);
            names.add(plain(label == null ? cell : label.rest()));
          }
        }
      }
    }
    clause.children().forEach(this::collectNames);
  }

  private static String plain(String name) {
    return name.endsWith("服务") ? name.substring(0, name.length() - 2) : name;
  }

  private void walk(Clause clause, boolean anywhere) {
    if (clause.isIn(Section.SERVICES) || (anywhere && isOpen(clause))) {
      service(clause, NOTHING, null);
    } else if (clause.isIn(Section.RIGHTS) || (anywhere && !elsewhere(clause))) {
      duty(clause);
    } else {
      if (clause.sections().isEmpty() || clause.isIn(Section.LEVELS)) {
        offer(clause);
      }
      tablesOf(clause, Paths.of(clause), false);
      for (Clause child : clause.children()) {
        walk(child, anywhere);
      }
    }
  }

  /// A clause outside the list of services in which the provider plainly offers one.
  private void offer(Clause clause) {
    String body = Roles.plain(clause.body());
    boolean offers =
        body.startsWith("乙方")
            && Text.hasAny(
                body, "乙方提供", "乙方设立", "乙方应提供", "乙方为甲方提供", "乙方应提交", "乙方应当提供", "乙方配备", "乙方开通",
                "乙方须提供", "乙方派驻", "乙方安排");
    boolean hands = Text.hasAny(body, "乙方应提交", "乙方须提交", "乙方提交");
    if (clause.label() == null || !(offers || hands) || !clause.children().isEmpty()) {
      return;
    }
    Label label = clause.label();
    ServiceText.Place place =
        new ServiceText.Place(
            Paths.of(clause),
            label == null ? null : label.printed(),
            clause.ownLines(),
            NOTHING,
            null);
    for (Draft draft : texts.read(worded(Aspects.of(clause)), place)) {
      boolean limits = LevelGrammar.limits(clause);
      if (draft.certain() && isOffered(draft.capability(), limits, hands)) {
        duties.add(draft);
      }
    }
  }

  private static boolean isOffered(Capability capability, boolean limits, boolean hands) {
    return switch (capability) {
      case SUPPORT -> !limits;
      case REPORTING -> hands;
      case TRAINING -> true;
      default -> false;
    };
  }

  /// Whether an unclassified clause may promise services: its heading names a kind of work.
  private boolean isOpen(Clause clause) {
    boolean named =
        lexicon.guess(clause.title()).isStrong() || Text.hasAny(clause.title(), "服务", "维护", "运维");
    return clause.sections().isEmpty() && named;
  }

  private static boolean elsewhere(Clause clause) {
    return clause.sections().stream().anyMatch(ELSEWHERE::contains)
        && !clause.isIn(Section.SERVICES);
  }

  private static Label.@Nullable Style label(Clause clause) {
    Label label = clause.label();
    return label == null ? null : label.style();
  }

  private void tablesOf(Clause clause, String path, boolean services) {
    for (Table table : clause.tables()) {
      if (ServiceTable.isServices(table, services)) {
        drafts.addAll(tables.read(table, path, services ? lexicon.guess(clause.title()) : NOTHING));
      }
    }
  }

  /// A clause among the services and everything below it.
  private void service(Clause clause, Guess above, @Nullable Frequency often) {
    if (elsewhere(clause)) {
      walk(clause, false);
      return;
    }
    if (label(clause) == Label.Style.PART
        && clause.children().isEmpty()
        && clause.tables().isEmpty()
        && clause.paragraphs().size() <= 1) {
      return;
    }
    String path = Paths.of(clause);
    Guess own = lexicon.guess(clause.title());
    Guess known = own.isStrong() ? own : above;
    List<Clause> children =
        clause.children().stream().filter(child -> !Aspects.isAspect(child)).toList();
    List<Draft> mine =
        own(clause, path, above, often, children.isEmpty() && clause.tables().isEmpty());
    Frequency pace = pace(mine);
    int before = drafts.size();
    tablesOf(clause, path, true);
    for (Clause child : children) {
      service(child, known, pace == null ? often : pace);
    }
    List<Draft> below = new ArrayList<>(drafts.subList(before, drafts.size()));
    if (!mine.isEmpty()) {
      drafts.subList(before, drafts.size()).clear();
      combine(mine, below, pace != null, clause);
    }
  }

  /// What a clause itself promises, next to what the clauses below it promise.
  private void combine(List<Draft> mine, List<Draft> below, boolean paced, Clause clause) {
    if (below.isEmpty()) {
      drafts.addAll(mine);
      return;
    }
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : mine) {
      boolean repeated = below.stream().anyMatch(other -> other.capability() == draft.capability());
      boolean introduces =
          clause.body().endsWith(":。") || Text.hasAny(clause.body(), "如下", "以下", "包括");
      boolean attended = Text.hasAny(draft.text(), "7x24", "24x7");
      if (draft.certain() && (paced || attended || (!repeated && !introduces))) {
        kept.add(draft);
      }
    }
    if (!paced || kept.isEmpty()) {
      drafts.addAll(kept);
      drafts.addAll(below);
      return;
    }
    List<Draft> others = new ArrayList<>();
    for (Draft draft : below) {
      Draft first = kept.getFirst();
      boolean detail = !draft.certain() || draft.does(first.capability(), first.frequency());
      if (detail && java.util.Objects.equals(draft.frequency(), first.frequency())) {
        kept.set(0, first.with(draft));
      } else {
        others.add(draft);
      }
    }
    drafts.addAll(kept);
    drafts.addAll(others);
  }

  private static @Nullable Frequency pace(List<Draft> mine) {
    for (Draft draft : mine) {
      if (draft.frequency() != null && !(draft.frequency() instanceof Frequency.Plain)) {
        return draft.frequency();
      }
    }
    return null;
  }

  private List<Draft> own(
      Clause clause, String path, Guess above, @Nullable Frequency often, boolean leaf) {
    boolean heading =
        !Section.of(clause.title()).isEmpty() && !lexicon.guess(clause.title()).isStrong() && leaf;
    Label label = clause.label();
    String printed = label == null ? null : label.printed();
    if (heading && clause.paragraphs().size() > 1) {
      return byParagraph(clause, path, printed, above);
    }
    Aspects aspects = worded(Aspects.of(clause));
    Lines lines = leaf ? clause.allLines() : clause.ownLines();
    List<Draft> read = new ArrayList<>();
    Guess body = lexicon.guess(clause.body());
    boolean other =
        !leaf && aspects.declared() == null && body.isStrong() && !aspects.text().isEmpty();
    if (other && lexicon.guess(clause.title()).capability() != body.capability()) {
      aspects =
          new Aspects(
              "",
              aspects.text(),
              null,
              aspects.declaredPlain(),
              aspects.declaredLines(),
              aspects.deliverables(),
              aspects.scope());
    }
    boolean container = aspects.text().isEmpty() && aspects.declared() == null && !leaf;
    if (!container) {
      read.addAll(texts.read(aspects, new ServiceText.Place(path, printed, lines, above, often)));
    }
    read.removeIf(draft -> !isPromise(clause, draft, leaf && label != null));
    return read;
  }

  /// Below a plain heading every paragraph is a promise of its own.
  private List<Draft> byParagraph(
      Clause clause, String path, @Nullable String printed, Guess above) {
    List<Draft> read = new ArrayList<>();
    for (Paragraph paragraph : clause.paragraphs()) {
      int colon = paragraph.text().indexOf(':');
      boolean titled =
          colon > 1
              && colon <= 20
              && Text.indexOfAny(paragraph.text().substring(0, colon), ",", "。", ";") < 0;
      String title = titled ? paragraph.text().substring(0, colon) : "";
      Aspects aspects = worded(Aspects.of(title, List.of(paragraph), paragraph.lines()));
      List<Draft> drafts =
          texts.read(aspects, new ServiceText.Place(path, printed, paragraph.lines(), above, null));
      for (Draft draft : drafts) {
        if (draft.certain() && isPromise(clause, draft, false)) {
          read.add(draft);
        }
      }
    }
    return read;
  }

  /// Without paragraphs that only speak of prices or point to what follows.
  private Aspects worded(Aspects aspects) {
    List<Paragraph> kept = new ArrayList<>();
    for (Paragraph paragraph : aspects.text()) {
      Sentence all = Sentence.of(paragraph.text(), paragraph.lines(), ROOT, 0);
      boolean price =
          all.first(org.shouyue.contract.text.Token.Money.class) != null
              && !lexicon.guess(paragraph.text()).isStrong();
      if (!price) {
        kept.add(paragraph);
      }
    }
    return new Aspects(
        aspects.title(),
        kept,
        aspects.declared(),
        aspects.declaredPlain(),
        aspects.declaredLines(),
        aspects.deliverables(),
        aspects.scope());
  }

  private static final Clause ROOT = new Clause(null, "", 1, null);

  private static boolean isPromise(Clause clause, Draft draft, boolean numberedLeaf) {
    String text = draft.text();
    boolean clients =
        (text.startsWith("甲方") && !Text.hasAny(text, "乙方", "提供商"))
            || text.startsWith("采购人应")
            || text.startsWith("甲方应");
    boolean entrusts = text.startsWith("甲方委托乙方") && draft.frequency() instanceof Frequency.Plain;
    boolean leads = entrusts || text.endsWith(":") || text.endsWith(":。");
    boolean verb = Text.hasAny(text, PROVIDER_VERBS) || !clause.title().isEmpty();
    boolean hollow =
        Text.hasAny(text, "不包含", "不包括", "不负责", "不承担", "特别说明") && draft.frequency() == null;
    boolean defines = draft.capability() == Capability.OTHER && text.contains("以下简称");
    if (clients || leads || hollow || defines) {
      return false;
    }
    boolean figure =
        Sentence.of(text, draft.lines(), ROOT, 0).first(org.shouyue.contract.text.Token.Share.class)
            != null;
    boolean section = clause.parent() == null || clause.parent().parent() == null;
    if (!draft.certain() && (section || (figure && draft.capability() == Capability.OTHER))) {
      return false;
    }
    return draft.certain()
        || (numberedLeaf && verb && (draft.capability() != Capability.OTHER || text.length() > 5));
  }

  /// A clause among rights and duties: only what has a cycle or a quota is a promise of service.
  private void duty(Clause clause) {
    if (Text.hasAny(clause.title(), "甲方") && !clause.title().contains("乙方")) {
      return;
    }
    tablesOf(clause, Paths.of(clause), false);
    if (!clause.body().startsWith("甲方")) {
      String path = Paths.of(clause);
      Label label = clause.label();
      ServiceText.Place place =
          new ServiceText.Place(
              path, label == null ? null : label.printed(), clause.ownLines(), NOTHING, null);
      for (Draft draft : texts.read(worded(Aspects.of(clause)), place)) {
        if (draft.certain()
            && draft.frequency() != null
            && !(draft.frequency() instanceof Frequency.Plain)) {
          duties.add(draft);
        }
      }
    }
    clause.children().forEach(this::duty);
  }

  private List<ServiceItem> items() {
    for (Draft duty : duties.subList(0, Math.min(duties.size(), MOST_DUTIES))) {
      boolean known =
          drafts.stream()
              .anyMatch(
                  draft -> draft.does(duty.capability(), duty.frequency()) || repeats(draft, duty));
      if (!known) {
        drafts.add(duty);
      }
    }
    drafts.removeIf(draft -> draft.bare() && names.contains(plain(draft.title())));
    drafts.sort(java.util.Comparator.comparingInt(draft -> draft.lines().from()));
    return numbered();
  }

  private static boolean repeats(Draft draft, Draft duty) {
    boolean sameFrequency = java.util.Objects.equals(draft.frequency(), duty.frequency());
    return sameFrequency && ServiceText.similarity(draft.text(), duty.text()) > 0.6;
  }

  private List<ServiceItem> numbered() {
    Map<String, Integer> counts = new HashMap<>();
    drafts.forEach(draft -> counts.merge(draft.path(), 1, Integer::sum));
    Map<String, Integer> used = new HashMap<>();
    List<ServiceItem> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Draft draft : drafts) {
      String base = draft.path().isEmpty() ? "S" : draft.path();
      String id = base;
      if (counts.getOrDefault(draft.path(), 1) > 1 || !ids.add(id)) {
        int next = used.merge(base, 1, Integer::sum);
        id = base + suffix(next);
        while (!ids.add(id)) {
          next = used.merge(base, 1, Integer::sum);
          id = base + suffix(next);
        }
      }
      items.add(draft.item(id));
    }
    return items;
  }

  private static String suffix(int number) {
    return number <= 26 ? String.valueOf((char) ('a' + number - 1)) : "-" + number;
  }
}
