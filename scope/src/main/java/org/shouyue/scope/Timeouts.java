package org.shouyue.scope;

import java.time.Duration;

/// How long a connection may take.
///
/// @param connect for the name and the TCP handshake together
/// @param read for the silence between two answers
/// @param total for everything, from the call of `open` to the last octet: a server that sends one
///   octet a second does not hold its caller
public record Timeouts(Duration connect, Duration read, Duration total) {
  public Timeouts {
    if (connect.isNegative() || connect.isZero() || !read.isPositive() || !total.isPositive()) {
      throw new IllegalArgumentException("not a timeout: " + connect + ", " + read + ", " + total);
    }
  }

  /// The same limit for every phase.
  public static Timeouts of(Duration total) {
    return new Timeouts(total, total, total);
  }
}
