package org.shouyue.server.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the server backs itself up: `shouyue.backup.passphrase` or `SHOUYUE_BACKUP_PASSPHRASE`, and
/// so on for each.
///
/// @param passphrase what backups are sealed with; without one the server makes none
/// @param directory where they are put; `backups` in the server's home when not given. Put it on
///   another disk
/// @param every how long after the last one the next is due; a day when not given
/// @param keep how many are kept, the newest; 14 when not given
@ConfigurationProperties("shouyue.backup")
record BackupSettings(
    @Nullable String passphrase,
    @Nullable Path directory,
    @Nullable Duration every,
    @Nullable Integer keep) {
  static final int SHORTEST_PASSPHRASE = 12;

  boolean given() {
    return passphrase != null && passphrase.length() >= SHORTEST_PASSPHRASE;
  }

  char[] secret() {
    return Objects.requireNonNull(passphrase, "shouyue.backup.passphrase").toCharArray();
  }

  Duration interval() {
    return Objects.requireNonNullElse(every, Duration.ofDays(1));
  }

  int kept() {
    return Math.max(1, Objects.requireNonNullElse(keep, 14));
  }

  Path folder(Path home) {
    return Objects.requireNonNullElse(directory, home.resolve(HomeFiles.BACKUPS));
  }

  @Override
  public String toString() {
    return "BackupSettings[%s, every %s, keep %d]".formatted(directory, interval(), kept());
  }
}
