package org.shouyue.server.hosts;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.AddressRange;
import org.shouyue.scope.HostName;
import org.shouyue.scope.Method;
import org.shouyue.scope.Permit;
import org.shouyue.scope.Target;

/// Whether an address is this machine's, and whether its client allows a look at it. Asks no name
/// service: only `localhost` and literal addresses are known here.
final class LocalHost {
  private LocalHost() {}

  static boolean is(String address) {
    InetAddress literal = literal(address);
    try {
      return literal != null
          && (literal.isLoopbackAddress() || NetworkInterface.getByInetAddress(literal) != null);
    } catch (SocketException _) {
      return false;
    }
  }

  static boolean permitted(String address, List<Permit> permits, Instant now) {
    return permits.stream()
        .filter(permit -> permit.standsAt(now) && permit.methods().contains(Method.OBSERVE))
        .flatMap(permit -> permit.targets().stream())
        .anyMatch(target -> covers(target, address));
  }

  private static boolean covers(Target target, String address) {
    InetAddress literal = literal(address);
    return switch (target) {
      case AddressRange range -> literal != null && range.contains(literal);
      case HostName host -> host.name().equals(address);
      default -> false;
    };
  }

  private static @Nullable InetAddress literal(String address) {
    if (address.equals("localhost")) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
