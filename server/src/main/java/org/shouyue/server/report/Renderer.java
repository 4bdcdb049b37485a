package org.shouyue.server.report;

/// Writes a manuscript in one format for people. Same manuscript, same bytes; safe for use by many
/// threads.
interface Renderer {

  /// The written report.
  ///
  /// @throws ReportFailure when it cannot be written
  byte[] render(Manuscript manuscript);
}
