package org.shouyue.server.tenant.federation;

/// The identity provider's answer does not prove who somebody is, or there was none.
public final class FederationRefused extends RuntimeException {

  /// Whose fault it is.
  public enum Kind {
    /// The provider does not answer, or not as it should.
    UNAVAILABLE,
    /// The provider, or the person there, said no.
    DENIED,
    /// The answer is forged, replayed, expired or meant for somebody else.
    NOT_PROVEN
  }

  private final Kind kind;

  FederationRefused(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  FederationRefused(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
