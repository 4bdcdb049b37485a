package org.shouyue.server.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Which dossier to draw up.
///
/// @param number the report's own number
/// @param from first day of the period
/// @param to last day, included
/// @param packaged true when evidence files travel with the report, so that it can link to them
/// @param acceptances acceptances already judged, which the rooms below cannot know
public record DossierOrder(
    UUID contractId,
    Dossier.Kind kind,
    String number,
    LocalDate from,
    LocalDate to,
    boolean packaged,
    List<Judged> acceptances) {

  public DossierOrder {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a period does not end before it begins: " + from + ".." + to);
    }
    acceptances = List.copyOf(acceptances);
  }

  /// An acceptance that the client has judged.
  ///
  /// @param to last day of the period that it judged
  public record Judged(LocalDate to, boolean accepted) {}
}
