package org.shouyue.server.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// One data folder: created, started and stopped. Not safe for several threads or processes; the
/// caller holds the home's lock.
final class Cluster {
  /// The folder of the data; PostgreSQL's data format changes with its major version.
  static final String DATA = "pgdata-18";

  static final String OWNER = "shouyue_owner";
  private static final Duration INITIALISE_LIMIT = Duration.ofMinutes(2);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final int SOCKET_PATH_LIMIT = 90;

  private final Placement placement;
  private final Binaries binaries;
  private final Path data;
  private final Path portFile;

  Cluster(Placement placement, Path home) {
    this.placement = placement;
    this.binaries = Binaries.in(placement.base());
    this.data = placement.base().resolve(DATA);
    this.portFile = home.resolve("postgres.port");
  }

  Path data() {
    return data;
  }

  /// Creates the data folder when there is none. A folder half made by a process that died is
  /// thrown away, because only a complete one gets the final name.
  void initialise(String password) {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path made = placement.base().resolve(DATA + ".new");
    Path passwordFile = placement.base().resolve(".initial-password");
    try {
      deleteAll(made);
      Files.deleteIfExists(passwordFile);
      Files.createDirectory(made, ownerOnly());
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, password);
      placement.own(made);
      placement.own(passwordFile);
      run(INITIALISE_LIMIT, initdb(made, passwordFile));
      Files.writeString(made.resolve("postgresql.conf"), "\ninclude = 'shouyue.conf'\n", append());
      Files.move(made, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PostgresException("cannot create the database in " + data, e);
    } finally {
      passwordFile.toFile().delete();
    }
  }

  private List<String> initdb(Path made, Path passwordFile) {
    return List.of(
        binaries.program("initdb"),
        "--pgdata=" + made,
        "--username=" + OWNER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
  }

  /// Starts the server and returns when it answers.
  Postmaster start() {
    configure(freePort());
    Path log = placement.base().resolve("postgres.log");
    try {
      if (!Files.exists(log)) {
        Files.createFile(log);
      }
      placement.own(log);
    } catch (IOException e) {
      throw new PostgresException("cannot write " + log, e);
    }
    run(
        START_LIMIT,
        List.of(
            binaries.program("pg_ctl"),
            "start",
            "--wait",
            "--silent",
            "--timeout=110",
            "--pgdata=" + data,
            "--log=" + log));
    return Postmaster.of(data)
        .orElseThrow(() -> new PostgresException("PostgreSQL ended at once; see " + log));
  }

  /// Stops the server in good order: clients are cut, data is written.
  void stop() {
    run(
        START_LIMIT,
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "--wait",
            "--silent",
            "--mode=fast",
            "--pgdata=" + data));
  }

  private void configure(int port) {
    Path sockets = placement.base().resolve("run");
    boolean socket = sockets.toString().length() <= SOCKET_PATH_LIMIT;
    String settings =
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = '%s'
        max_connections = 60
        shared_buffers = 64MB
        min_wal_size = 32MB
        max_wal_size = 512MB
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_min_messages = warning
        """
            .formatted(port, socket ? sockets.toString().replace("'", "''") : "");
    try {
      if (socket && !Files.exists(sockets)) {
        Files.createDirectory(sockets, ownerOnly());
        placement.own(sockets);
      }
      Path file = data.resolve("shouyue.conf");
      Files.writeString(file, settings);
      placement.own(file);
    } catch (IOException e) {
      throw new PostgresException("cannot write the database's settings in " + data, e);
    }
  }

  /// The port of last time while it is free, else another.
  private int freePort() {
    try {
      if (Files.exists(portFile)) {
        int last = Integer.parseInt(Files.readString(portFile).strip());
        if (isFree(last)) {
          return last;
        }
      }
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        Files.writeString(portFile, Integer.toString(socket.getLocalPort()));
        return socket.getLocalPort();
      }
    } catch (IOException e) {
      throw new PostgresException("cannot find a free port on the loopback address", e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void run(Duration limit, List<String> command) {
    Commands.Ended ended = Commands.run(placement.command(command), placement.base(), limit);
    if (!ended.ok()) {
      throw new PostgresException(
          "%s ended with %d: %s".formatted(command, ended.status(), ended.output().strip()));
    }
  }

  private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  private static java.nio.file.OpenOption append() {
    return java.nio.file.StandardOpenOption.APPEND;
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
