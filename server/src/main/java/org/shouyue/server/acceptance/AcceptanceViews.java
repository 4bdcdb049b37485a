package org.shouyue.server.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.acceptance.PackageFolder.PackageFile;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.report.ClauseRow;
import org.shouyue.server.report.Dossier;
import org.shouyue.server.report.Rendering;
import org.shouyue.server.report.Tally;
import org.shouyue.server.report.Verdict;
import org.springframework.stereotype.Component;

/// Shows one acceptance with its clauses, files and signature.
@Component
class AcceptanceViews {
  private final Acceptances acceptances;
  private final Agreements agreements;
  private final PackageFolder packages;
  private final Rendering rendering;

  AcceptanceViews(
      Acceptances acceptances, Agreements agreements, PackageFolder packages, Rendering rendering) {
    this.acceptances = acceptances;
    this.agreements = agreements;
    this.packages = packages;
    this.rendering = rendering;
  }

  /// Everything about one acceptance.
  record Detail(
      UUID id,
      UUID clientId,
      UUID contractId,
      @Nullable String contractTitle,
      String number,
      LocalDate from,
      LocalDate to,
      AcceptanceState state,
      Acceptance.Progress progress,
      @Nullable String problem,
      Instant createdAt,
      String createdBy,
      @Nullable Instant publishedAt,
      @Nullable Tally tally,
      boolean replayed,
      List<Clause> clauses,
      List<PackageFile> files,
      @Nullable SignatureView signature) {}

  /// One clause with its counts.
  record Clause(
      String serviceId,
      @Nullable String clause,
      String title,
      String promise,
      @Nullable String frequency,
      int due,
      int done,
      int late,
      int missed,
      int waived,
      int unknown,
      int upcoming,
      Verdict verdict) {
    static Clause of(ClauseRow row) {
      Tally tally = row.tally();
      return new Clause(
          row.serviceId(),
          row.clause(),
          row.title(),
          row.promise(),
          row.frequency(),
          tally.due(),
          tally.done(),
          tally.late(),
          tally.missed(),
          tally.waived(),
          tally.unknown(),
          tally.upcoming(),
          row.verdict());
    }
  }

  /// The client's signature.
  record SignatureView(
      String name,
      String role,
      Signature.Verdict verdict,
      @Nullable String remarks,
      Instant at,
      String packageDigest,
      long evidenceSeq) {
    static SignatureView of(Signature signature) {
      return new SignatureView(
          signature.name(),
          signature.role(),
          signature.verdict(),
          signature.remarks(),
          signature.at(),
          signature.packageDigest(),
          signature.evidenceSeq());
    }
  }

  Detail of(Acceptance acceptance) {
    String written = acceptance.dossier();
    @Nullable Dossier dossier =
        written == null ? null : rendering.read(written.getBytes(StandardCharsets.UTF_8));
    return new Detail(
        acceptance.id(),
        acceptance.clientId(),
        acceptance.contractId(),
        agreements.require(acceptance.contractId()).contract().title(),
        acceptance.number(),
        acceptance.from(),
        acceptance.to(),
        acceptance.state(),
        acceptance.progress(),
        acceptance.problem(),
        acceptance.createdAt(),
        acceptance.createdBy(),
        acceptance.publishedAt(),
        dossier == null ? null : dossier.tally(),
        dossier != null && dossier.replayed(),
        dossier == null ? List.of() : dossier.clauses().stream().map(Clause::of).toList(),
        packages.files(acceptance.id()),
        acceptances.signature(acceptance.id()).map(SignatureView::of).orElse(null));
  }
}
