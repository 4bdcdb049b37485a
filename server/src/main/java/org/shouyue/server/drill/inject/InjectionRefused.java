package org.shouyue.server.drill.inject;

/// An artefact cannot be put there, or not be taken away.
public final class InjectionRefused extends RuntimeException {
  private final String code;

  InjectionRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  InjectionRefused(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// `outside-root`, `symbolic-link`, `not-there`, `in-the-way`, `too-large`, `not-ours`,
  /// `service`, `input-output`
  public String code() {
    return code;
  }
}
