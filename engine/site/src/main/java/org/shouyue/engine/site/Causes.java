package org.shouyue.engine.site;

import org.jspecify.annotations.Nullable;

/// Looks behind wrapped exceptions: TLS wraps what the socket said.
final class Causes {
  private Causes() {}

  /// The exception itself or the nearest of its causes of this type, or null.
  static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
