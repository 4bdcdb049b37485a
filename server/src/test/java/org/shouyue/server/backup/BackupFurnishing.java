package org.shouyue.server.backup;

import java.util.Set;
import org.shouyue.server.testing.Furnishing;

/// Backups belong to the platform, to no client.
final class BackupFurnishing implements Furnishing {
  @Override
  public Set<String> ofNoClient() {
    return Set.of("POST /api/backups", "POST /api/backups/{id}/check");
  }
}
