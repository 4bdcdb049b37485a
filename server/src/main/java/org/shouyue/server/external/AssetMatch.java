package org.shouyue.server.external;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;

/// Finds the asset of the ledger that a notice speaks of. Pure.
final class AssetMatch {
  private AssetMatch() {}

  /// The asset at the target's address, else the one whose name the text holds; null when there is
  /// none, or several are as good.
  static @Nullable UUID of(String target, String description, List<Asset> assets) {
    String host = host(target);
    List<Asset> same =
        host.isEmpty()
            ? List.of()
            : assets.stream().filter(asset -> host(asset.address()).equals(host)).toList();
    if (same.size() == 1) {
      return same.getFirst().id();
    }
    List<Asset> longest =
        same.stream().filter(asset -> target.startsWith(asset.address())).toList();
    if (longest.size() == 1) {
      return longest.getFirst().id();
    }
    List<Asset> named =
        assets.stream()
            .filter(asset -> asset.name().length() > 1)
            .filter(asset -> (target + description).contains(asset.name()))
            .toList();
    return same.isEmpty() && named.size() == 1 ? named.getFirst().id() : null;
  }

  /// The host of an address, in lower case; empty when it is none.
  static String host(String address) {
    String given = address.strip().toLowerCase(Locale.ROOT);
    if (given.contains("://")) {
      try {
        String host = new URI(given).getHost();
        return host == null ? "" : host;
      } catch (URISyntaxException _) {
        return "";
      }
    }
    return given.replaceFirst("[:/].*$", "");
  }
}
