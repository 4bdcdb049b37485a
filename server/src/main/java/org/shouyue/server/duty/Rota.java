package org.shouyue.server.duty;

import java.time.Instant;
import java.util.List;

/// The layers that hold from an instant on, uppermost first, until the next rota.
record Rota(Instant validFrom, List<Layer> layers) {
  Rota {
    layers = List.copyOf(layers);
  }
}
