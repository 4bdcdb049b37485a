package org.shouyue.server.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.database.OpenDatabase;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.postgres.PostgresException;

/// `shouyue backup` and `shouyue restore`: work on the home that `SHOUYUE_HOME` names and the
/// database that `SHOUYUE_DB_URL` names, as the server does. A backup may be made while a server
/// runs; a restore may not. Exit 0: done; 1: done, but evidence is missing or a chain is broken, as
/// it was when the backup was made; 2: refused, nothing was changed; 3: could not be completed,
/// nothing was changed.
public final class BackupMain {
  private static final int DAMAGED = 1;
  private static final int REFUSED = 2;
  private static final int INCOMPLETE = 3;

  private final BackupWords words;
  private final PrintStream out;
  private final PrintStream err;

  private BackupMain(BackupWords words, PrintStream out, PrintStream err) {
    this.words = words;
    this.out = out;
    this.err = err;
  }

  /// Runs one command and ends the process.
  static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Map<String, String> environment = System.getenv();
    System.exit(run(arguments, environment, out, err));
  }

  /// Runs one command and returns its exit code.
  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    BackupWords words = BackupWords.of(environment);
    BackupMain main = new BackupMain(words, out, err);
    try {
      BackupArguments given = BackupArguments.parse(arguments, environment);
      return switch (given.verb()) {
        case BACKUP -> main.backUp(given);
        case CHECK -> main.check(given);
        case RESTORE -> main.restore(given);
        case HELP -> main.help();
      };
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(words.usage());
      return REFUSED;
    } catch (BackupRefused e) {
      err.println(words.refused(e.getMessage()));
      return REFUSED;
    } catch (IOException | SQLException | PostgresException e) {
      err.println(words.incomplete(e.getMessage()));
      return INCOMPLETE;
    }
  }

  private int help() {
    out.println(words.usage());
    return 0;
  }

  private int backUp(BackupArguments given) throws IOException, SQLException {
    WallClock clock = new WallClock(InstantSource.system());
    Path named = given.file();
    Path file = Files.isDirectory(named) ? named.resolve(BackupDesk.name(clock.instant())) : named;
    char[] passphrase = given.passphrase(true);
    ServerHome home = new ServerHome(given.home());
    Manifest manifest;
    try (OpenDatabase database = OpenDatabase.of(home, given.settings())) {
      new StagedFiles(home.root()).settle(database.owner());
      manifest =
          new BackupTaking(database.owner(), home.root(), clock, new ProgressLine(err))
              .to(file, passphrase);
      CommandRecord.of(database.owner(), file, manifest, clock.instant());
    }
    out.println(words.backedUp(file, manifest, Files.size(file)));
    manifest.damaged().forEach(name -> err.println(words.damaged(name)));
    return manifest.damaged().isEmpty() ? 0 : DAMAGED;
  }

  private int check(BackupArguments given) throws IOException {
    Manifest manifest =
        BackupCheck.of(given.file(), given.passphrase(false), new ProgressLine(err));
    out.println(words.whole(given.file(), manifest));
    manifest.damaged().forEach(name -> err.println(words.damaged(name)));
    return manifest.damaged().isEmpty() ? 0 : DAMAGED;
  }

  private int restore(BackupArguments given) throws IOException, SQLException {
    ServerHome home = new ServerHome(given.home());
    char[] passphrase = given.passphrase(false);
    // Before a database is started or made for it: a damaged file changes nothing at all.
    var _ = BackupCheck.of(given.file(), passphrase, new ProgressLine(err));
    RestoreReport report;
    try (OpenDatabase database = OpenDatabase.of(home, given.settings())) {
      report =
          new Restoring(database.owner(), home.root(), new ProgressLine(err))
              .from(given.file(), passphrase, given.replace());
    }
    out.println(words.restored(report));
    report.brokenChains().forEach(chain -> err.println(words.broken(chain)));
    report.missing().forEach(sha256 -> err.println(words.damaged(sha256)));
    return report.sound() ? 0 : DAMAGED;
  }
}
