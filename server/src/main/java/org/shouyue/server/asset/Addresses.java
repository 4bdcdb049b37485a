package org.shouyue.server.asset;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.AddressRange;
import org.shouyue.scope.Permit;
import org.shouyue.scope.Target;

/// Whether what a permit names holds what an asset's address says, as written: nobody is asked what
/// a name resolves to. The broker judges connections; this judges work that people do by hand.
final class Addresses {
  private Addresses() {}

  /// Whether a permit names the asset: its address, a range that holds it, or a site, domain or
  /// folder that its address lies in.
  static boolean covers(Permit permit, Asset asset) {
    String address = asset.address().toLowerCase(Locale.ROOT);
    return permit.targets().stream()
        .anyMatch(target ->
            target instanceof AddressRange range
                ? holds(range, address)
                : within(written(target).toLowerCase(Locale.ROOT), address));
  }

  private static String written(Target target) {
    return target.written().substring(target.written().indexOf(':') + 1);
  }

  /// Whether the address, or the host in it, is a literal within the range.
  private static boolean holds(AddressRange range, String address) {
    String host = host(address);
    try {
      return Target.parse(host == null ? address : host) instanceof AddressRange one
          && one.prefix() >= range.prefix()
          && range.contains(one.network());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whether the permit's words name the address itself, something it lies below, or its host.
  private static boolean within(String named, String address) {
    String plain = named.endsWith("/") ? named.substring(0, named.length() - 1) : named;
    String host = host(address);
    return address.equals(plain)
        || address.startsWith(plain + "/")
        || withPort(address).startsWith(plain + "/")
        || plain.equals(host)
        || (host != null && host.endsWith("." + plain));
  }

  /// Permits write the port of a URL even when it is the usual one.
  private static String withPort(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getHost() == null || uri.getPort() >= 0) {
        return address;
      }
      int port = "https".equals(uri.getScheme()) ? 443 : 80;
      return uri.getScheme() + "://" + uri.getHost() + ":" + port + uri.getRawPath();
    } catch (URISyntaxException _) {
      return address;
    }
  }

  private static @Nullable String host(String address) {
    try {
      return address.contains("://") ? new URI(address).getHost() : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
