package org.shouyue.server.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.asset.InstalledProduct;
import org.shouyue.server.asset.InstalledProducts;
import org.springframework.stereotype.Component;

/// Judges a client's assets by what the ledger says is installed on them.
@Component
class Assessment {
  private final Assets assets;
  private final InstalledProducts products;

  Assessment(Assets assets, InstalledProducts products) {
    this.assets = assets;
    this.products = products;
  }

  /// An asset with what a bulletin means for it.
  record Judged(Asset asset, Judgement judgement) {}

  /// What a bulletin means for a client.
  ///
  /// @param judged the assets on which something is installed that it speaks of, the worst first
  /// @param unlisted how many assets nothing is known of, so that nothing can be said about them
  record Ledger(List<Judged> judged, int unlisted) {
    Ledger {
      judged = List.copyOf(judged);
    }
  }

  Ledger of(UUID client, Advisory advisory) {
    Map<UUID, List<InstalledProduct>> installed = products.of(client);
    List<Judged> judged = new ArrayList<>();
    int unlisted = 0;
    for (Asset asset : assets.of(client)) {
      List<InstalledProduct> here = installed.getOrDefault(asset.id(), List.of());
      unlisted += here.isEmpty() ? 1 : 0;
      Judgement judgement = Judgement.of(advisory, here);
      if (judgement != null) {
        judged.add(new Judged(asset, judgement));
      }
    }
    judged.sort(Comparator.comparing(one -> one.judgement().outcome()));
    return new Ledger(judged, unlisted);
  }
}
