package org.shouyue.server.report;

import java.util.List;

/// Where a room adds chapters to acceptance packages and periodic reports: what it did in the span.
/// Implement it as a component; it is found. Asked inside the transaction that draws the dossier,
/// so that all chapters speak of one moment. See `docs/dossier-parts.md`.
public interface DossierPart {

  /// The room's chapters, none when it has nothing to say about the span. Keys of chapters begin
  /// with the room's name; evidence is named by its number in the contract's chain, `№12`.
  List<Section> chapters(DossierSpan span);
}
