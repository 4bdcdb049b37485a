package org.shouyue.engine.host;

/// A table of the kernel's sockets, by its file name under `/proc/net`.
public enum Protocol {
  TCP,
  TCP6,
  UDP,
  UDP6;

  boolean isTcp() {
    return this == TCP || this == TCP6;
  }

  /// `tcp` or `udp`, as `ss` and people write it.
  public String written() {
    return isTcp() ? "tcp" : "udp";
  }
}
