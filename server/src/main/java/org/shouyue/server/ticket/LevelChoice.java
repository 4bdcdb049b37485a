package org.shouyue.server.ticket;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.server.work.Severity;

/// Which of a contract's service levels a ticket is measured by. The subject that fits the ticket's
/// kind best counts; among several grades of one subject, the grade that was named, else the one
/// that the ticket's severity comes to. A contract without any limit gives none.
///
/// Grades are put in order by their names where all are known: faults from 一级 on, events as GB/T
/// 20986 has them (特别重大, 重大, 较大, 一般). Other names are put in order by their limits, the shortest
/// being the worst. Where a contract has fewer grades than there are severities, the mildest grade
/// takes all that is left.
final class LevelChoice {
  private static final Duration NEVER = Duration.ofDays(3650);

  /// Names of grades, worst first; names of one place never stand in one contract.
  private static final List<List<String>> GRADES =
      List.of(
          List.of("特别重大", "特别严重", "特大", "特急", "P0"),
          List.of("重大", "严重", "紧急", "核心", "一级", "1级", "Ⅰ级", "I级", "P1", "S1", "A级", "A类"),
          List.of("较大", "主要", "二级", "2级", "Ⅱ级", "II级", "P2", "S2", "B级", "B类"),
          List.of("一般", "普通", "次要", "三级", "3级", "Ⅲ级", "III级", "P3", "S3", "C级", "C类"),
          List.of("轻微", "四级", "4级", "Ⅳ级", "IV级", "P4"),
          List.of("五级", "5级"));

  private LevelChoice() {}

  static @Nullable Integer of(Contract contract, TicketKind kind, Severity severity) {
    return of(contract, kind, severity, null);
  }

  /// @param grade as the contract prints it; null to let the severity tell
  static @Nullable Integer of(
      Contract contract, TicketKind kind, Severity severity, @Nullable String grade) {
    List<ServiceLevel> levels = contract.serviceLevels();
    Integer first = first(contract, kind);
    if (first == null) {
      return null;
    }
    List<Integer> grades = grades(contract, kind);
    if (grades.isEmpty()) {
      return first;
    }
    return grades.stream()
        .filter(n -> grade != null && grade.equals(levels.get(n).severity()))
        .findFirst()
        .orElseGet(() -> grades.get(Math.min(rank(severity), grades.size() - 1)));
  }

  /// The levels among which the grade decides for such a ticket, the worst first; none when the
  /// contract knows no grades of it.
  static List<Integer> grades(Contract contract, TicketKind kind) {
    List<ServiceLevel> levels = contract.serviceLevels();
    Integer first = first(contract, kind);
    return first == null
        ? List.of()
        : limited(levels).stream()
            .filter(n -> n.equals(first) || sameThing(levels.get(n), levels.get(first)))
            .filter(n -> levels.get(n).severity() != null)
            .sorted(worstFirst(levels))
            .toList();
  }

  /// The first level whose subject fits best; null when the contract has no limit at all.
  private static @Nullable Integer first(Contract contract, TicketKind kind) {
    List<ServiceLevel> levels = contract.serviceLevels();
    int best = fit(contract, kind);
    return limited(levels).stream()
        .filter(n -> kind.fits(levels.get(n).subject()) == best)
        .findFirst()
        .orElse(null);
  }

  /// How well a contract's limits fit a kind of ticket; -1 when it has none at all.
  static int fit(Contract contract, TicketKind kind) {
    return limited(contract.serviceLevels()).stream()
        .mapToInt(n -> kind.fits(contract.serviceLevels().get(n).subject()))
        .max()
        .orElse(-1);
  }

  /// The time until it must be solved, or answered where nothing is said of solving.
  static Duration strictness(ServiceLevel level) {
    return Objects.requireNonNullElse(
        level.resolve(),
        Objects.requireNonNullElse(
            level.respond(), Objects.requireNonNullElse(level.feedback(), NEVER)));
  }

  /// The grades of one table name one another's subject: 一级故障 and 二级故障, or the same word.
  private static boolean sameThing(ServiceLevel one, ServiceLevel other) {
    return one.severity() != null
        && other.severity() != null
        && one.subject()
            .replace(one.severity(), "")
            .equals(other.subject().replace(other.severity(), ""));
  }

  private static Comparator<Integer> worstFirst(List<ServiceLevel> levels) {
    boolean named =
        levels.stream()
            .map(ServiceLevel::severity)
            .filter(Objects::nonNull)
            .allMatch(grade -> place(grade) < GRADES.size());
    return named
        ? Comparator.comparingInt(n -> place(String.valueOf(levels.get(n).severity())))
        : Comparator.comparing(n -> strictness(levels.get(n)));
  }

  private static int rank(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 0;
      case HIGH -> 1;
      case MEDIUM -> 2;
      case LOW -> 3;
      case INFO -> 4;
    };
  }

  private static int place(String grade) {
    return IntStream.range(0, GRADES.size())
        .filter(n -> GRADES.get(n).stream().anyMatch(grade::startsWith))
        .findFirst()
        .orElse(GRADES.size());
  }

  private static List<Integer> limited(List<ServiceLevel> levels) {
    return IntStream.range(0, levels.size()).filter(n -> hasLimit(levels.get(n))).boxed().toList();
  }

  private static boolean hasLimit(ServiceLevel level) {
    return level.respond() != null
        || level.onSite() != null
        || level.resolve() != null
        || level.feedback() != null;
  }
}
