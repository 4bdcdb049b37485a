package org.shouyue.engine.site;

/// Protocol versions that must not be offered any more: SSL 3.0 (RFC 7568), TLS 1.0 and 1.1 (RFC
/// 8996).
public enum OldProtocol {
  SSL_3_0("SSL 3.0", 0x0300),
  TLS_1_0("TLS 1.0", 0x0301),
  TLS_1_1("TLS 1.1", 0x0302);

  private final String written;
  private final int version;

  OldProtocol(String written, int version) {
    this.written = written;
    this.version = version;
  }

  /// As people write it: `TLS 1.0`.
  public String written() {
    return written;
  }

  int version() {
    return version;
  }

  /// What a server did when asked for it.
  public enum Answer {
    OFFERED,
    DECLINED,
    /// It said something else, or nothing in time, or could not be asked.
    UNKNOWN
  }
}
