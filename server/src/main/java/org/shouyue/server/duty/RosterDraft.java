package org.shouyue.server.duty;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// What somebody enters as a roster.
///
/// @param zone where its times of day are meant; null for Asia/Shanghai
record RosterDraft(
    String name,
    @Nullable ZoneId zone,
    List<UUID> clientIds,
    @Nullable UUID fallback,
    boolean autoSwap,
    List<Layer> layers) {
  private static final int MOST_LAYERS = 20;

  RosterDraft {
    new Checks()
        .text("name", name, 100)
        .some("clientIds", clientIds)
        .some("layers", layers)
        .that(
            layers == null || layers.size() <= MOST_LAYERS,
            "layers",
            "must not be more than " + MOST_LAYERS)
        .done();
    clientIds = clientIds.stream().distinct().toList();
    layers = List.copyOf(layers);
  }
}
