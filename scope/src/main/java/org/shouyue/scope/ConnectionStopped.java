package org.shouyue.scope;

import java.io.IOException;

/// Thrown by the streams of a connection that was cut after it had opened: the kill switch was
/// thrown, its permit was revoked, or the permit's window ended.
public final class ConnectionStopped extends IOException {
  private final RefusalCode code;

  ConnectionStopped(RefusalCode code, String detail) {
    super(code.about(detail).en());
    this.code = code;
  }

  /// Why it was cut: `HALTED`, `REVOKED` or `EXPIRED`.
  public RefusalCode code() {
    return code;
  }
}
