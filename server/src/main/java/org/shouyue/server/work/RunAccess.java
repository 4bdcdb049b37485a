package org.shouyue.server.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.asset.Permits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a run may touch: its asset, the client's permits, the way out, and what is retested.
@Component
class RunAccess {
  private final Assets assets;
  private final Permits permits;
  private final NetworkBroker broker;
  private final ObjectProvider<EarlierFindings> earlier;

  RunAccess(
      Assets assets,
      Permits permits,
      NetworkBroker broker,
      ObjectProvider<EarlierFindings> earlier) {
    this.assets = assets;
    this.permits = permits;
    this.broker = broker;
    this.earlier = earlier;
  }

  @Nullable Asset asset(Run run) {
    return assets.find(run.assetId()).orElse(null);
  }

  RunContext.Access of(Run run) {
    return new RunContext.Access(broker, permits.of(run.clientId()));
  }

  /// What a retest is to look for again; null when the run is no retest.
  @Nullable Found earlier(Run run) {
    UUID finding = run.findingId();
    EarlierFindings findings = earlier.getIfAvailable();
    return finding == null || findings == null ? null : findings.find(finding);
  }
}
