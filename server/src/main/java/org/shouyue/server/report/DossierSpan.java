package org.shouyue.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/// What a dossier is drawn up over.
///
/// @param from first day
/// @param to last day, included
/// @param zone in which its days begin
public record DossierSpan(
    UUID clientId, UUID contractId, LocalDate from, LocalDate to, ZoneId zone) {

  /// The instant at which the span begins.
  public Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  /// The instant at which the span is over, itself outside.
  public Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
