package org.shouyue.server.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything a report over one contract and one period says. Every figure on paper is counted from
/// the rows that are listed here; nothing is stated that the rows do not show.
///
/// @param number the report's own number, unique for the contract
/// @param from first day of the period
/// @param to last day of the period, included
/// @param issuedAt when the report was drawn up
/// @param zone in which days and times are shown
/// @param parts chapters that other rooms add, see [DossierPart]; none in reports drawn before
///   there were such
/// @param replayed true when evidence was made under the replay clock: the report then says so on
///   its first page
public record Dossier(
    Kind kind,
    String number,
    Header contract,
    LocalDate from,
    LocalDate to,
    Instant issuedAt,
    ZoneId zone,
    boolean replayed,
    List<ClauseRow> clauses,
    List<ClockRow> clocks,
    List<FindingRow> findings,
    List<TicketRow> tickets,
    List<AvailabilityRow> availability,
    List<OutageRow> outages,
    List<AcceptanceRow> acceptances,
    List<PaymentRow> payments,
    List<ChargeRow> charges,
    List<DecisionRow> decisions,
    List<PermitRow> permits,
    List<SignatoryRow> signatories,
    List<EvidenceRow> evidence,
    List<Section> parts) {

  public Dossier {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a period does not end before it begins: " + from + ".." + to);
    }
    clauses = List.copyOf(clauses);
    clocks = List.copyOf(clocks);
    findings = List.copyOf(findings);
    tickets = List.copyOf(tickets);
    availability = List.copyOf(availability);
    outages = List.copyOf(outages);
    acceptances = List.copyOf(acceptances);
    payments = List.copyOf(payments);
    charges = List.copyOf(charges);
    decisions = List.copyOf(decisions);
    permits = List.copyOf(permits);
    signatories = List.copyOf(signatories);
    evidence = List.copyOf(evidence);
    parts = parts == null ? List.of() : List.copyOf(parts);
    requireListed(clauses, evidence);
  }

  /// A dossier to which no other room adds anything.
  public Dossier(
      Kind kind,
      String number,
      Header contract,
      LocalDate from,
      LocalDate to,
      Instant issuedAt,
      ZoneId zone,
      boolean replayed,
      List<ClauseRow> clauses,
      List<ClockRow> clocks,
      List<FindingRow> findings,
      List<TicketRow> tickets,
      List<AvailabilityRow> availability,
      List<OutageRow> outages,
      List<AcceptanceRow> acceptances,
      List<PaymentRow> payments,
      List<ChargeRow> charges,
      List<DecisionRow> decisions,
      List<PermitRow> permits,
      List<SignatoryRow> signatories,
      List<EvidenceRow> evidence) {
    this(
        kind,
        number,
        contract,
        from,
        to,
        issuedAt,
        zone,
        replayed,
        clauses,
        clocks,
        findings,
        tickets,
        availability,
        outages,
        acceptances,
        payments,
        charges,
        decisions,
        permits,
        signatories,
        evidence,
        List.of());
  }

  /// Which report it is.
  public enum Kind {
    WEEKLY("服务周报", "Weekly Service Report"),
    MONTHLY("服务履约月报", "Monthly Service Report"),
    QUARTERLY("季度服务报告", "Quarterly Service Report"),
    ANNUAL("年度服务报告", "Annual Service Report"),
    SUMMARY("服务总结报告", "Summary Service Report"),
    ACCEPTANCE("服务履约验收报告", "Service Acceptance Report");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String chinese() {
      return chinese;
    }

    String english() {
      return english;
    }

    /// The written code: `monthly`.
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The contract that the report is about.
  ///
  /// @param id identity of the contract on the platform
  /// @param number the contract's own number; null when it has none
  /// @param total the price; null when the contract leaves it blank
  /// @param documentDigest SHA-256 of the contract document; null when it was written by hand
  public record Header(
      String id,
      @Nullable String number,
      String title,
      String client,
      @Nullable String provider,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable BigDecimal total,
      @Nullable LocalDate signedOn,
      @Nullable String documentDigest) {}

  /// All occurrences of all clauses, counted.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Tally tally() {
    return Tally.of(occurrences());
  }

  /// The clocks counted by level: subject, grade, kind and limit.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<LevelTally> levels() {
    return LevelTally.by(Wording::level, clocks);
  }

  /// The clocks counted by the month in which they started.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public List<LevelTally> levelMonths() {
    return LevelTally.by(
        clock -> Wording.month(clock.startedAt(), zone),
        clocks.stream().sorted((a, b) -> a.startedAt().compareTo(b.startedAt())).toList());
  }

  /// What the provider owes in penalties, credits and deductions that are sums of money.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public BigDecimal providerCharges() {
    return chargesOf("乙方");
  }

  /// What the client owes for paying late and the like.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public BigDecimal clientCharges() {
    return chargesOf("甲方");
  }

  /// What the client owes in payments whose amount is known.
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public BigDecimal paymentsTotal() {
    return sum(payments.stream().map(PaymentRow::amount).toList());
  }

  @JsonIgnore
  List<Occurrence> occurrences() {
    return clauses.stream().flatMap(clause -> clause.occurrences().stream()).toList();
  }

  private BigDecimal chargesOf(String party) {
    return sum(
        charges.stream().filter(c -> c.party().equals(party)).map(ChargeRow::amount).toList());
  }

  private static BigDecimal sum(List<? extends @Nullable BigDecimal> amounts) {
    var total = BigDecimal.ZERO.setScale(2);
    for (BigDecimal amount : amounts) {
      total = amount == null ? total : total.add(amount);
    }
    return total;
  }

  private static void requireListed(List<ClauseRow> clauses, List<EvidenceRow> evidence) {
    Set<Long> listed = new HashSet<>();
    evidence.forEach(row -> listed.add(row.seq()));
    for (ClauseRow clause : clauses) {
      for (Occurrence occurrence : clause.occurrences()) {
        if (!listed.containsAll(occurrence.evidence())) {
          throw new IllegalArgumentException(
              "occurrence " + occurrence.id() + " names evidence that is not listed");
        }
      }
    }
  }

  /// A word for file names: `acceptance`.
  String stem() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
