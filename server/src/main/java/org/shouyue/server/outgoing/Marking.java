package org.shouyue.server.outgoing;

/// Whether the bytes of a file may be changed on their way out.
public enum Marking {
  /// Written by us for this reader: marked for eyes and for the trace.
  WRITTEN,
  /// Evidence, a sealed package, a template to be filled: changing one byte would break what its
  /// digest proves or what it is for. It is traced by its digest alone.
  KEPT
}
