package org.shouyue.server.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;

/// A formal request as entered.
///
/// @param serviceId the clause's service that it asks for; null for none
/// @param extra whether it is to go beyond a quota that is used up, on the client's written word;
///   null for no
record NewRequest(
    UUID contractId,
    String title,
    String body,
    @Nullable String severity,
    @Nullable String serviceId,
    @Nullable Boolean extra,
    NewOrigin origin) {
  NewRequest {
    new Checks()
        .present("contractId", contractId)
        .text("title", title, 200)
        .text("body", body, 20_000)
        .present("origin", origin)
        .done();
  }

  /// Whether it may go beyond the quota.
  boolean mayExceed() {
    return Boolean.TRUE.equals(extra);
  }

  TicketMatter matter() {
    return new TicketMatter(
        contractId,
        TicketKind.REQUEST,
        severity == null ? Severity.MEDIUM : Severity.of(severity),
        title.strip(),
        body.strip(),
        serviceId == null || serviceId.isBlank() ? null : serviceId,
        null,
        null);
  }
}
