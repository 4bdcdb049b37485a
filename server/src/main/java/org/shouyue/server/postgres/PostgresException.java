package org.shouyue.server.postgres;

import org.jspecify.annotations.Nullable;

/// The embedded database could not be unpacked, initialised, started or reached. The message says
/// what was tried and what an operator can do.
public final class PostgresException extends RuntimeException {
  PostgresException(String message) {
    super(message);
  }

  PostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
