package org.shouyue.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.scope.Method;
import org.shouyue.scope.Permit;
import org.shouyue.scope.Target;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements.Decided;

/// Turns ambiguities, permits and acceptances into rows.
final class GroundsRows {
  private static final int SHORT = 8;

  private GroundsRows() {}

  static List<DecisionRow> decisions(Agreement agreement, Map<Integer, Decided> decided) {
    var rows = new ArrayList<DecisionRow>();
    List<Ambiguity> ambiguities = agreement.contract().ambiguities();
    for (int n = 0; n < ambiguities.size(); n++) {
      Ambiguity ambiguity = ambiguities.get(n);
      @Nullable Decided decision = decided.get(n);
      rows.add(
          new DecisionRow(
              n + 1,
              ambiguity.code().name().toLowerCase(Locale.ROOT),
              ambiguity.message(),
              ambiguity.lines(),
              decision == null ? null : decision.text(),
              decision == null ? null : decision.by(),
              decision == null ? null : decision.at()));
    }
    return rows;
  }

  static PermitRow permit(Permit permit, Instant now) {
    return new PermitRow(
        permit.id().value().toString().substring(0, SHORT),
        permit.targets().stream().map(Target::written).toList(),
        permit.methods().stream().map(Method::code).sorted().toList(),
        permit.from(),
        permit.until(),
        permit.signatory(),
        state(permit, now),
        permit.fileSha256());
  }

  static List<AcceptanceRow> acceptances(Agreement agreement, DossierOrder order, LocalDate today) {
    var rows = new ArrayList<AcceptanceRow>();
    for (Acceptance acceptance : agreement.contract().acceptances()) {
      LocalDate due = due(agreement, acceptance);
      rows.add(
          new AcceptanceRow(
              acceptance.after() == null ? null : acceptance.after().toString(),
              due,
              state(order, due, today),
              acceptance.lines()));
    }
    return rows;
  }

  /// The last day of the part of the term that has to pass.
  private static LocalDate due(Agreement agreement, Acceptance acceptance) {
    if (acceptance.after() == null) {
      return agreement.ends();
    }
    LocalDate due = agreement.begins().plus(acceptance.after()).minusDays(1);
    return due.isAfter(agreement.ends()) ? agreement.ends() : due;
  }

  private static String state(DossierOrder order, LocalDate due, LocalDate today) {
    for (DossierOrder.Judged judged : order.acceptances()) {
      if (!judged.to().isBefore(due)) {
        return judged.accepted() ? "已通过" : "未通过";
      }
    }
    return today.isAfter(due) || !order.to().isBefore(due) ? "待验收" : "未到期";
  }

  private static String state(Permit permit, Instant now) {
    if (permit.standsAt(now)) {
      return "valid";
    }
    Instant revoked = permit.revokedAt();
    if (revoked != null && !revoked.isAfter(now)) {
      return "revoked";
    }
    return now.isBefore(permit.from()) ? "waiting" : "expired";
  }
}
