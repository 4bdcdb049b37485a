package org.shouyue.contract.settlement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Penalty;

/// Which clauses a broken service level is charged under: those that speak of its kind of trouble,
/// its grade and its limit. Where one clause names what another leaves open, the one that names it
/// goes before: 一级故障每次 3,000 元 stands in the place of 每次超时 500 元 for a fault of the first grade.
final class Concerns {

  /// Words that tell one kind of trouble from another.
  private static final List<String> MATTERS = List.of("故障", "事件", "漏洞", "攻击", "告警", "篡改");

  /// One grade in the numerals that contracts use.
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("一级", "1级", "Ⅰ级", "I级"),
          Set.of("二级", "2级", "Ⅱ级", "II级"),
          Set.of("三级", "3级", "Ⅲ级", "III级"),
          Set.of("四级", "4级", "Ⅳ级", "IV级"),
          Set.of("五级", "5级", "Ⅴ级", "V级"));

  private final List<Penalty> clauses;

  Concerns(Contract contract) {
    this.clauses =
        contract.penalties().stream()
            .filter(one -> one.subject() == Penalty.Subject.SERVICE_LEVEL)
            .toList();
  }

  /// How a clause stands to a breach.
  enum Fit {
    /// It is charged.
    CHARGED,
    /// It speaks of something else.
    ANOTHER,
    /// It speaks of this too, but a narrower clause goes before.
    NARROWER_FIRST,
    /// It speaks of certain grades, and the grade of the breach is not known.
    UNKNOWN
  }

  Fit of(Penalty clause, SettlementEvent.SlaBreached breach) {
    Fit own = alone(clause.concern(), breach);
    boolean displaced =
        own == Fit.CHARGED
            && clauses.stream()
                .anyMatch(other ->
                    isNarrower(other, clause) && alone(other.concern(), breach) == Fit.CHARGED);
    return displaced ? Fit.NARROWER_FIRST : own;
  }

  private static Fit alone(Penalty.Concern concern, SettlementEvent.SlaBreached breach) {
    boolean limit = concern.limits().isEmpty() || concern.limits().contains(breach.limit());
    if (!limit || !sameMatter(concern.matter(), breach.subject())) {
      return Fit.ANOTHER;
    }
    String severity = breach.severity();
    if (concern.severities().isEmpty()) {
      return Fit.CHARGED;
    }
    if (severity == null) {
      return Fit.UNKNOWN;
    }
    return concern.severities().stream().anyMatch(one -> sameGrade(one, severity))
        ? Fit.CHARGED
        : Fit.ANOTHER;
  }

  private static boolean isNarrower(Penalty other, Penalty clause) {
    Penalty.Concern one = other.concern();
    Penalty.Concern two = clause.concern();
    boolean sameSide = other.party() == clause.party();
    boolean loses =
        (one.matter() == null && two.matter() != null)
            || (one.severities().isEmpty() && !two.severities().isEmpty())
            || (one.limits().isEmpty() && !two.limits().isEmpty());
    boolean gains =
        (one.matter() != null && two.matter() == null)
            || (!one.severities().isEmpty() && two.severities().isEmpty())
            || (!one.limits().isEmpty() && two.limits().isEmpty());
    return sameSide && gains && !loses;
  }

  /// Subjects are the contract's own words, so only words that are known to tell kinds apart do.
  private static boolean sameMatter(@Nullable String matter, String subject) {
    Set<String> wanted = matters(matter == null ? "" : matter);
    Set<String> broken = matters(subject);
    Set<String> both = new HashSet<>(wanted);
    both.retainAll(broken);
    return wanted.isEmpty() || broken.isEmpty() || !both.isEmpty();
  }

  private static Set<String> matters(String words) {
    Set<String> found = new HashSet<>(MATTERS);
    found.removeIf(matter -> !words.contains(matter));
    return found;
  }

  /// `一级` is `Ⅰ级`, and `一级（重大）` is both of its names.
  private static boolean sameGrade(String one, String other) {
    Set<String> names = new HashSet<>(names(one));
    names.retainAll(names(other));
    return !names.isEmpty();
  }

  private static Set<String> names(String grade) {
    Set<String> names = new HashSet<>();
    for (String name : grade.split("[()（）、/]", -1)) {
      String plain = name.strip();
      if (!plain.isEmpty()) {
        names.add(plain);
        SAME.stream().filter(set -> set.contains(plain)).forEach(names::addAll);
      }
    }
    return names;
  }
}
