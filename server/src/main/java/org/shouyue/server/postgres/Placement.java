package org.shouyue.server.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// As whom PostgreSQL runs and where its files lie. PostgreSQL refuses to run as root; started as
/// root we therefore, in this order,
///
/// 1. keep to what an existing data folder's owner says;
/// 2. drop to the account `postgres` or `nobody`, where that account can reach the home folder;
/// 3. enter a user namespace, in which root is nobody but still owns its files;
/// 4. drop to the account and keep the files below `/var/lib/shouyue` instead of the home folder.
///
/// @param prefix what stands before each command
/// @param base the folder that holds programs and data
/// @param owner the account that must own the data, null for our own
record Placement(List<String> prefix, Path base, @Nullable Account owner) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /// One line of the account file.
  record Account(String name, String user, String group) {
    List<String> command() {
      return List.of("setpriv", "--reuid", user, "--regid", group, "--clear-groups", "--");
    }
  }

  static Placement below(Path home) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Placement(List.of(), home, null);
    }
    Optional<Account> account = account();
    String dataOwner = dataOwner(home);
    if ("root".equals(dataOwner)) {
      return namespace(home);
    }
    if (account.isPresent() && canDrop(account.get(), home)) {
      letThrough(home);
      return new Placement(account.get().command(), home, account.get());
    }
    if (run(List.of("unshare", "-U", "true"), home)) {
      return namespace(home);
    }
    return account
        .filter(a -> canDrop(a, Path.of("/var/lib")))
        .map(a -> new Placement(a.command(), elsewhere(home), a))
        .orElseThrow(() ->
            new PostgresException(
                "PostgreSQL must not run as root, and neither setpriv nor user namespaces work"
                    + " here: start as an ordinary user or name a database by SHOUYUE_DB_URL"));
  }

  /// The command as it has to be run.
  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /// Hands a file or folder to the account that PostgreSQL runs as.
  void own(Path path) {
    if (owner == null) {
      return;
    }
    try {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.name()));
    } catch (IOException e) {
      throw new PostgresException("cannot hand " + path + " to " + owner.name(), e);
    }
  }

  private static Placement namespace(Path home) {
    return new Placement(List.of("unshare", "-U"), home, null);
  }

  private static @Nullable String dataOwner(Path home) {
    try {
      Path data = home.resolve(Cluster.DATA);
      return Files.exists(data) ? Files.getOwner(data).getName() : null;
    } catch (IOException e) {
      throw new PostgresException("cannot read the owner of the data in " + home, e);
    }
  }

  private static Optional<Account> account() {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1)) {
      List<Account> accounts =
          lines
              .map(line -> line.split(":", -1))
              .filter(parts -> parts.length > 3)
              .map(parts -> new Account(parts[0], parts[2], parts[3]))
              .toList();
      return Stream.of("postgres", "nobody")
          .flatMap(name -> accounts.stream().filter(a -> a.name().equals(name)))
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static boolean canDrop(Account account, Path home) {
    Path reached = home.getParent() == null ? home : home.getParent();
    List<String> test = new ArrayList<>(account.command());
    test.addAll(List.of("test", "-x", reached.toString()));
    return run(test, Path.of("/"));
  }

  private static boolean run(List<String> command, Path directory) {
    try {
      return Commands.run(command, directory, LIMIT).ok();
    } catch (PostgresException _) {
      return false; // the program is not there
    }
  }

  private static void letThrough(Path folder) {
    try {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(folder, permissions);
    } catch (IOException e) {
      throw new PostgresException("cannot let PostgreSQL through " + folder, e);
    }
  }

  private static Path elsewhere(Path home) {
    Path base =
        Path.of(
            "/var/lib/shouyue",
            UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8)).toString());
    try {
      Files.createDirectories(
          base, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    } catch (IOException e) {
      throw new PostgresException("cannot create " + base, e);
    }
    return base;
  }
}
