package org.shouyue.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A gateway that an administrator set up.
///
/// @param settings without the secrets
/// @param client true for a group in which the client's people are, false for the provider's own
/// @param clients whose notices go there; everybody's when `everyClient`
/// @param version grows with every change of the settings
/// @param failures how many messages in a row failed
/// @param deadSince since when it is taken for dead; null while it works
record Channel(
    UUID id,
    ChannelKind kind,
    String name,
    Map<String, String> settings,
    boolean enabled,
    boolean client,
    boolean everyClient,
    List<UUID> clients,
    int version,
    int failures,
    @Nullable Instant deadSince,
    @Nullable String lastSaid) {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(60);

  Channel {
    settings = Map.copyOf(settings);
    clients = List.copyOf(clients);
  }

  /// How long one person is not called again: what comes up meanwhile is told in one call. Zero for
  /// channels that do not call, and where it is switched off.
  Duration callPause() {
    if (kind.means() != Means.PHONE) {
      return Duration.ZERO;
    }
    String given = settings.getOrDefault("callPause", "");
    return given.matches("\\d{1,4}") ? Duration.ofSeconds(Integer.parseInt(given)) : USUAL_PAUSE;
  }

  boolean dead() {
    return deadSince != null;
  }

  boolean serves(UUID of) {
    return everyClient || clients.contains(of);
  }
}
