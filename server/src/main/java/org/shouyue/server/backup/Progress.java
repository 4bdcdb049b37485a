package org.shouyue.server.backup;

/// Hears how far the work is.
interface Progress {
  /// Says nothing to anybody.
  Progress SILENT = _ -> {};

  void at(String what);
}
