package org.shouyue.server.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Serving;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.work.Severity;
import org.springframework.stereotype.Service;

/// Finds the contract by which work on an asset is measured.
@Service
public class GoverningContracts {
  private final Assets assets;
  private final Serving serving;

  GoverningContracts(Assets assets, Serving serving) {
    this.assets = assets;
    this.serving = serving;
  }

  /// The contract that governs.
  ///
  /// @param doubt what a person should look at because several contracts come into question; null
  ///   when only one does
  public record Governing(UUID contractId, @Nullable String doubt) {}

  private record Candidate(Agreement agreement, int fit, Duration limit) {}

  /// The contract in force that serves the asset. Among several, the one whose service level fits
  /// best; among those, the one that promises more, and the doubt says so.
  ///
  /// @throws Problem 404 when there is no such asset, 409 when no contract in force serves it
  public Governing of(UUID asset, TicketKind kind, Severity severity, Instant now) {
    if (assets.find(asset).isEmpty()) {
      throw Problem.notFound("asset", asset);
    }
    List<Candidate> candidates = ranked(serving.of(asset, day(now)), kind, severity);
    if (candidates.isEmpty()) {
      throw Problem.conflict("no-contract-serves-asset", "没有在用合同服务该资产；请选择合同，或先把资产纳入合同的服务范围");
    }
    return new Governing(
        candidates.getFirst().agreement().id(), doubt("该资产由 %d 份在用合同服务", candidates));
  }

  /// The contract in force, of the clients in scope, under which something is asked that names no
  /// asset; null when there is none.
  public @Nullable Governing inForce(TicketKind kind, Severity severity, Instant now) {
    List<Candidate> candidates = ranked(serving.inForce(day(now)), kind, severity);
    return candidates.isEmpty()
        ? null
        : new Governing(candidates.getFirst().agreement().id(), doubt("有 %d 份在用合同", candidates));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, WorkCalendar.SHANGHAI);
  }

  private static List<Candidate> ranked(
      List<Agreement> agreements, TicketKind kind, Severity severity) {
    return agreements.stream()
        .map(one -> candidate(one, kind, severity))
        .sorted(Comparator.comparingInt(Candidate::fit).reversed().thenComparing(Candidate::limit))
        .toList();
  }

  private static Candidate candidate(Agreement agreement, TicketKind kind, Severity severity) {
    Integer level = LevelChoice.of(agreement.contract(), kind, severity);
    Duration limit =
        level == null
            ? Duration.ofDays(3650)
            : LevelChoice.strictness(agreement.contract().serviceLevels().get(level));
    return new Candidate(agreement, LevelChoice.fit(agreement.contract(), kind), limit);
  }

  private static @Nullable String doubt(String many, List<Candidate> candidates) {
    if (candidates.size() == 1) {
      return null;
    }
    Candidate best = candidates.getFirst();
    boolean tied = candidates.get(1).fit() == best.fit();
    return "%s：%s。%s取%s，请核对。"
        .formatted(
            many.formatted(candidates.size()),
            candidates.stream().map(one -> title(one.agreement())).collect(Collectors.joining("、")),
            tied ? "服务级别同样合适，取时限较短者：" : "按服务级别最合适者，",
            title(best.agreement()));
  }

  private static String title(Agreement agreement) {
    String title = agreement.contract().title();
    return "《" + (title == null ? agreement.documentName() : title) + "》";
  }
}
