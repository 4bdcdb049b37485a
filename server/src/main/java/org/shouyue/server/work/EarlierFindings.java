package org.shouyue.server.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What earlier runs found, told by the room above that keeps it.
public interface EarlierFindings {

  /// The finding with this id; null when there is none.
  @Nullable Found find(UUID id);
}
