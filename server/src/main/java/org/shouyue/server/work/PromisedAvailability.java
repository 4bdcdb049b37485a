package org.shouyue.server.work;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceItem;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What must be looked at because a contract promises a share of the time (月度可用率不低于99.9%) without
/// promising to watch for it. Without figures no deduction could be computed, and none would be
/// owed.
@Component
class PromisedAvailability {
  private final JdbcClient jdbc;
  private final Assets assets;
  private final Capabilities capabilities;

  PromisedAvailability(JdbcClient jdbc, Assets assets, Capabilities capabilities) {
    this.jdbc = jdbc;
    this.assets = assets;
    this.capabilities = capabilities;
  }

  /// Something to look at, and the service that it is looked at for.
  record Promised(String serviceId, UUID assetId) {}

  /// The sites that a contract's services work on, all of the client's where none is named; nothing
  /// when the contract promises no share of the time.
  ///
  /// @param watched services that are watched for another reason
  List<Promised> of(Agreement agreement, Set<String> watched) {
    String service = service(agreement.contract(), watched);
    boolean promised =
        agreement.contract().serviceLevels().stream().anyMatch(level -> level.target() != null);
    if (!promised || service == null) {
      return List.of();
    }
    Set<String> kinds = capabilities.assetKinds(Capability.SITE_AVAILABILITY);
    List<UUID> sites =
        assets.of(agreement.clientId()).stream()
            .filter(asset -> kinds.contains(asset.kind().code()))
            .map(Asset::id)
            .toList();
    Set<UUID> bound = bound(agreement.id());
    List<UUID> named = sites.stream().filter(bound::contains).toList();
    return (named.isEmpty() ? sites : named)
        .stream().map(asset -> new Promised(service, asset)).toList();
  }

  /// The service that keeps the systems running, else the first that nobody watches.
  private static @Nullable String service(Contract contract, Set<String> watched) {
    return contract.services().stream()
        .filter(item -> !watched.contains(item.id()))
        .min(Comparator.comparingInt(item -> item.capability() == Capability.HOSTING ? 0 : 1))
        .map(ServiceItem::id)
        .orElse(null);
  }

  private Set<UUID> bound(UUID contract) {
    return jdbc.sql("select distinct asset_id from service_asset where contract_id = :contract")
        .param("contract", contract)
        .query((row, _) -> Sql.uuid(row, "asset_id"))
        .set();
  }
}
