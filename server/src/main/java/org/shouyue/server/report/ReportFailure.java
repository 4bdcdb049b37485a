package org.shouyue.server.report;

/// A report could not be written. The code names the reason, the message says what to do.
public final class ReportFailure extends RuntimeException {
  private final String code;

  ReportFailure(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ReportFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  /// A word for programs: `typeface-missing`, `rendering-failed`.
  public String code() {
    return code;
  }
}
