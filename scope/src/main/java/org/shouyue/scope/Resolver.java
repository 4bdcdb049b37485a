package org.shouyue.scope;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/// Turns an ASCII host name into addresses. The broker asks once per opening and connects to the
/// very addresses that it checked.
@FunctionalInterface
public interface Resolver {
  /// Looks a name up.
  ///
  /// @param limit how long the lookup may take
  /// @return all addresses, at least one
  /// @throws java.net.UnknownHostException when the name does not exist
  /// @throws java.net.SocketTimeoutException when the limit passed
  /// @throws IOException when the name service itself failed
  List<InetAddress> addresses(String name, Duration limit) throws IOException;

  /// The machine's own resolver.
  static Resolver system() {
    return new SystemResolver();
  }
}
