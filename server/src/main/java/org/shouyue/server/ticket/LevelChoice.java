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
/// kind best counts; among several grades of one subject, the ticket's severity picks one, the
/// shortest limits being the worst grade. A contract without any limit gives none.
final class LevelChoice {
  private static final Duration NEVER = Duration.ofDays(3650);

  private LevelChoice() {}

  static @Nullable Integer of(Contract contract, TicketKind kind, Severity severity) {
    List<ServiceLevel> levels = contract.serviceLevels();
    List<Integer> limited =
        IntStream.range(0, levels.size()).filter(n -> hasLimit(levels.get(n))).boxed().toList();
    if (limited.isEmpty()) {
      return null;
    }
    int best = limited.stream().mapToInt(n -> kind.fits(levels.get(n).subject())).max().orElse(0);
    Integer first =
        limited.stream()
            .filter(n -> kind.fits(levels.get(n).subject()) == best)
            .findFirst()
            .orElseThrow();
    List<Integer> grades =
        limited.stream()
            .filter(n -> levels.get(n).subject().equals(levels.get(first).subject()))
            .filter(n -> levels.get(n).severity() != null)
            .sorted(Comparator.comparing(n -> strictness(levels.get(n))))
            .toList();
    return grades.isEmpty() ? first : grades.get(Math.min(rank(severity), grades.size() - 1));
  }

  private static boolean hasLimit(ServiceLevel level) {
    return level.respond() != null || level.onSite() != null || level.resolve() != null;
  }

  private static Duration strictness(ServiceLevel level) {
    return Objects.requireNonNullElse(
        level.resolve(), Objects.requireNonNullElse(level.respond(), NEVER));
  }

  private static int rank(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 0;
      case HIGH -> 1;
      case MEDIUM -> 2;
      case LOW, INFO -> 3;
    };
  }
}
