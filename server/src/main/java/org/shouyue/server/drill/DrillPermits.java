package org.shouyue.server.drill;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Method;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.PathTarget;
import org.shouyue.scope.Permit;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.asset.Permits;
import org.shouyue.server.drill.inject.Artefact;
import org.springframework.stereotype.Component;

/// Whether a client allows an artefact, now: a permit for drills that names the file's folder, or
/// for a service its folder or its asset; and the kill switch is not thrown.
@Component
class DrillPermits {
  private final Permits permits;
  private final Assets assets;
  private final NetworkBroker broker;
  private final InstantSource clock;

  DrillPermits(Permits permits, Assets assets, NetworkBroker broker, InstantSource clock) {
    this.permits = permits;
    this.assets = assets;
    this.broker = broker;
    this.clock = clock;
  }

  /// The permit that allows it; null when none does.
  @Nullable UUID allowing(DrillAsset asset, Artefact artefact) {
    if (broker.haltReason() != null) {
      return null;
    }
    Path root = Path.of(asset.root());
    return switch (artefact) {
      case Artefact.Defacement page -> naming(asset, root.resolve(page.file()));
      case Artefact.TestVirus virus -> naming(asset, root.resolve(virus.file()));
      case Artefact.Beacon beacon -> naming(asset, root.resolve(beacon.file()));
      case Artefact.StoppedService _ -> {
        UUID byFolder = naming(asset, root);
        yield byFolder == null ? naming(asset) : byFolder;
      }
    };
  }

  private @Nullable UUID naming(DrillAsset asset, Path file) {
    Instant now = clock.instant();
    return id(
        permits.of(asset.clientId()).stream()
            .filter(permit -> permit.standsAt(now) && permit.methods().contains(Method.DRILL))
            .filter(permit ->
                permit.targets().stream()
                    .anyMatch(target -> target instanceof PathTarget path && path.covers(file)))
            .findFirst());
  }

  private @Nullable UUID naming(DrillAsset asset) {
    return id(
        assets.find(asset.assetId()).flatMap(found -> permits.standingFor(found, Method.DRILL)));
  }

  private static @Nullable UUID id(Optional<Permit> permit) {
    return permit.map(found -> found.id().value()).orElse(null);
  }
}
