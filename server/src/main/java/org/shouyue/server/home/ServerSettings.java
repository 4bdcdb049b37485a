package org.shouyue.server.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the server was started with: `shouyue.home` or `SHOUYUE_HOME`, and so on for each.
///
/// @param home where everything is kept; `$HOME/.shouyue` when not given
/// @param db the external database that takes the place of the embedded one
/// @param clock `system`, or `replay:<instant>` for a clock that only moves when told
/// @param adminPassword the password of the first account; a random one is printed when not given
/// @param secureCookie whether the session cookie travels over TLS only; off by default, because
///   the server listens on loopback and TLS ends in front of it
@ConfigurationProperties("shouyue")
public record ServerSettings(
    @Nullable Path home,
    @Nullable Database db,
    @Nullable String clock,
    @Nullable String adminPassword,
    @Nullable Boolean secureCookie) {

  /// An external PostgreSQL 18. The user owns the database and may create roles.
  public record Database(@Nullable String url, @Nullable String user, @Nullable String password) {}

  /// Whether an external database was named.
  public boolean external() {
    return db != null && db.url() != null && !db.url().isBlank();
  }
}
