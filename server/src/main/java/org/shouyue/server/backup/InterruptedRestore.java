package org.shouyue.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.shouyue.server.database.OpenDatabase;
import org.shouyue.server.home.ServerHome;

/// Finishes, before a server starts, a restore that was killed between the commit of its database
/// and the last of its files; forgets one that was killed before.
public final class InterruptedRestore {
  private InterruptedRestore() {}

  /// Looks at the home that the environment names.
  public static void settle(Map<String, String> environment) {
    BackupArguments given = BackupArguments.serving(environment);
    Path home = given.home();
    if (!Files.exists(home.resolve(HomeFiles.STAGED))) {
      return;
    }
    ServerHome opened = new ServerHome(home);
    try (OpenDatabase database = OpenDatabase.of(opened, given.settings())) {
      new StagedFiles(opened.root()).settle(database.owner());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "a restore of " + home + " was interrupted and cannot be finished: " + e.getMessage(), e);
    }
  }
}
