package org.shouyue.server.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Severity;

/// What a new ticket is about.
///
/// @param serviceId the clause's service that it belongs to; null when to none
/// @param findingId the finding that it is to mend; null when it came from elsewhere
/// @param grade the grade of fault or event that somebody found it to have, as the contract prints
///   it; null to let the severity tell
public record TicketMatter(
    UUID contractId,
    TicketKind kind,
    Severity severity,
    String title,
    String body,
    @Nullable String serviceId,
    @Nullable UUID assetId,
    @Nullable UUID findingId,
    @Nullable String grade) {

  /// A matter whose severity tells the grade.
  public TicketMatter(
      UUID contractId,
      TicketKind kind,
      Severity severity,
      String title,
      String body,
      @Nullable String serviceId,
      @Nullable UUID assetId,
      @Nullable UUID findingId) {
    this(contractId, kind, severity, title, body, serviceId, assetId, findingId, null);
  }
}
