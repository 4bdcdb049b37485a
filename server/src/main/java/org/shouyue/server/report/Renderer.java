package org.shouyue.server.report;

/// Writes a dossier in one format. Same dossier, same bytes; safe for use by many threads.
interface Renderer {

  /// The written report.
  ///
  /// @throws ReportFailure when it cannot be written
  byte[] render(Dossier dossier);
}
