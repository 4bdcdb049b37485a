package org.shouyue.server.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.home.ServerSettings;
import org.shouyue.server.postgres.EmbeddedPostgres;

/// The database of a home, opened without a server: the external one that the settings name, or the
/// embedded one, which is started where nobody runs it and shared where a server does.
public final class OpenDatabase implements AutoCloseable {
  private final DatabaseOwner owner;
  private final @Nullable EmbeddedPostgres embedded;

  private OpenDatabase(DatabaseOwner owner, @Nullable EmbeddedPostgres embedded) {
    this.owner = owner;
    this.embedded = embedded;
  }

  /// Opens it.
  public static OpenDatabase of(ServerHome home, ServerSettings settings) {
    ServerSettings.@Nullable Database db = settings.db();
    if (settings.external() && db != null) {
      return new OpenDatabase(external(db), null);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.open(home);
    return new OpenDatabase(
        new DatabaseOwner(postgres.url("shouyue"), postgres.user(), postgres.password()), postgres);
  }

  static DatabaseOwner external(ServerSettings.Database db) {
    return new DatabaseOwner(
        Objects.requireNonNull(db.url()),
        Objects.requireNonNullElse(db.user(), "shouyue_owner"),
        Objects.requireNonNullElse(db.password(), ""));
  }

  /// The account that owns its tables.
  public DatabaseOwner owner() {
    return owner;
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
