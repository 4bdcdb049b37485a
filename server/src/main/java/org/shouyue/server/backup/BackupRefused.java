package org.shouyue.server.backup;

/// A backup that cannot be used, or a target that must not be written: nothing was changed.
public final class BackupRefused extends RuntimeException {
  BackupRefused(String message) {
    super(message);
  }

  BackupRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
