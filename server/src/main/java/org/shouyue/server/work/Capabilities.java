package org.shouyue.server.work;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.WorkOnOffer;
import org.springframework.stereotype.Component;

/// The kinds of work that this server can do by itself.
@Component
public class Capabilities implements WorkOnOffer {
  private final Map<org.shouyue.contract.Capability, Capability> byCode =
      new EnumMap<>(org.shouyue.contract.Capability.class);

  Capabilities(List<Capability> capabilities) {
    for (Capability capability : capabilities) {
      Capability other = byCode.put(capability.code(), capability);
      if (other != null) {
        throw new IllegalStateException(
            "both %s and %s do %s"
                .formatted(other.getClass(), capability.getClass(), capability.code().code()));
      }
    }
  }

  /// The one that keeps this promise; null when a person has to.
  public @Nullable Capability find(org.shouyue.contract.Capability code) {
    return byCode.get(code);
  }

  @Override
  public Set<String> assetKinds(org.shouyue.contract.Capability code) {
    Capability capability = byCode.get(code);
    return capability == null ? Set.of() : capability.requires().assetKinds();
  }

  /// Everything that can be done, in no order.
  public List<Capability> all() {
    return List.copyOf(byCode.values());
  }
}
