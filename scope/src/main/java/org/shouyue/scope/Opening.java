package org.shouyue.scope;

import java.time.Duration;

/// What came of asking the broker for a connection.
public sealed interface Opening {
  /// Connected to a checked address. The caller closes it.
  record Opened(Connection connection) implements Opening {}

  /// Not allowed: nothing was sent to the target.
  record Refused(Refusal refusal) implements Opening {}

  /// Allowed, but the network did not carry it.
  ///
  /// @param elapsed since the call
  record Failed(Failure failure, String detail, Duration elapsed) implements Opening {}

  /// How the network failed.
  enum Failure {
    /// The name does not exist.
    NAME_UNKNOWN,
    /// The name service did not answer: says nothing about the target.
    NAME_SERVICE_FAILED,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    /// A router or the connection itself said that the target cannot be reached.
    UNREACHABLE,
    /// This machine has no network: says nothing about the target.
    OWN_NETWORK_DOWN
  }
}
