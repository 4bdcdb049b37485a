package org.shouyue.evidence;

import org.jspecify.annotations.Nullable;

/// The store or a key could not be used. Expected answers, such as a broken package, are values and
/// never this.
public final class EvidenceException extends RuntimeException {
  /// What kind of trouble it is. Stable.
  public enum Code {
    /// The disk or the file system failed: trying again may help.
    STORAGE_FAILED,
    /// A stored file is not what its name says.
    CONTENT_ALTERED,
    CONTENT_MISSING,
    /// A record within a chain is damaged: an operator must look.
    CHAIN_DAMAGED,
    /// A key file cannot be read, or the passphrase is wrong.
    KEY_UNUSABLE
  }

  private final Code code;

  EvidenceException(Code code, String message) {
    this(code, message, null);
  }

  EvidenceException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// What kind of trouble it is.
  public Code code() {
    return code;
  }
}
