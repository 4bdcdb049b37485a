package org.shouyue.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouyue.server.home.ServerHome;

class EmbeddedPostgresTest {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Process> children = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void createHome() throws IOException {
    Files.createDirectories(Path.of("target"));
    folder = Files.createTempDirectory(Path.of("target").toRealPath(), "pg-");
    shareBinaries(folder);
  }

  @AfterEach
  void stopEverything() throws IOException {
    children.forEach(Process::destroyForcibly);
    // Whatever a failed test left running is adopted and stopped.
    EmbeddedPostgres.open(new ServerHome(folder)).close();
    delete(folder);
  }

  @Test
  void keepsDataAndPortOverARestart() throws Exception {
    String url;
    try (EmbeddedPostgres postgres = open()) {
      url = postgres.url("kept");
      note(postgres, "first");
    }

    try (EmbeddedPostgres postgres = open()) {
      assertThat(postgres.url("kept")).isEqualTo(url);
      assertThat(notes(postgres)).containsExactly("first");
    }
  }

  @Test
  void adoptsTheDatabaseOfAProcessThatWasKilled() throws Exception {
    Child child = start("killed", folder);
    child.process().destroyForcibly().waitFor();

    ProcessHandle server;
    try (EmbeddedPostgres postgres = open()) {
      server = ProcessHandle.of(postgres.pid()).orElseThrow();
      assertThat(postgres.pid()).isEqualTo(child.postgres());
      assertThat(notes(postgres)).containsExactly("killed");
    }

    await(() -> !server.isAlive());
  }

  @Test
  void startsAgainWhenTheDatabaseItselfIsKilledInUse() throws Exception {
    try (EmbeddedPostgres postgres = open()) {
      note(postgres, "before");
      long first = postgres.pid();

      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      await(() -> postgres.pid() != first);

      assertThat(notes(postgres)).containsExactly("before");
    }
  }

  @Test
  void recoversWhenProcessAndDatabaseWereBothKilled() throws Exception {
    Child child = start("committed", folder);
    child.process().destroyForcibly().waitFor();
    ProcessHandle server = ProcessHandle.of(child.postgres()).orElseThrow();
    server.destroyForcibly();
    await(() -> !server.isAlive());

    try (EmbeddedPostgres postgres = open()) {
      assertThat(notes(postgres)).containsExactly("committed");
    }
  }

  @Test
  void isSharedByTwoProcessesUntilTheLastOneCloses() throws Exception {
    Child child = start("theirs", folder);
    EmbeddedPostgres postgres = open();
    assertThat(postgres.pid()).isEqualTo(child.postgres());
    note(postgres, "ours");

    postgres.close();
    ProcessHandle server = ProcessHandle.of(child.postgres()).orElseThrow();
    assertThat(server.isAlive()).isTrue();

    child.process().getOutputStream().close();
    assertThat(child.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await(() -> !server.isAlive());
  }

  @Test
  void isNotFooledByAPidFileWhoseNumberWentToAnotherProcess() throws Exception {
    open().close();
    Path pidFile = folder.resolve(Cluster.DATA).resolve("postmaster.pid");
    Files.writeString(
        pidFile,
        "%d\n%s\n1000000000\n5432\n\n127.0.0.1\n1 1\nready\n"
            .formatted(ProcessHandle.current().pid(), folder.resolve(Cluster.DATA)));

    try (EmbeddedPostgres postgres = open()) {
      assertThat(postgres.pid()).isNotEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void startsAsRootWhereNoOtherAccountCanReach() throws Exception {
    assumeTrue(ROOT, "skipped: not root");
    Path sealed = Files.createDirectory(folder.resolve("sealed"));
    Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("rwx------"));

    Path home = Files.createDirectory(sealed.resolve("home"));
    shareBinaries(home);
    assumeTrue(
        Placement.below(home).prefix().contains("unshare"), "skipped: no user namespaces here");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(new ServerHome(home))) {
      note(postgres, "namespace");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(new ServerHome(home))) {
      assertThat(notes(postgres)).containsExactly("namespace");
    }
  }

  @Test
  void startsAsAnOrdinaryUser() throws Exception {
    assumeTrue(ROOT, "skipped: not root, so that every other test shows it");
    Path place = Files.createTempDirectory("shouyue-ordinary");
    try {
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
      String classPath = readableClassPath(place);
      List<String> command =
          List.of(
              "setpriv",
              "--reuid=nobody",
              "--regid=65534",
              "--clear-groups",
              "--no-new-privs",
              "--",
              java(),
              "-cp",
              classPath,
              PostgresHolder.class.getName(),
              place.resolve("home").toString(),
              "ordinary");
      Child child = start(command);
      assertThat(Files.getOwner(Path.of("/proc/" + child.postgres())).getName())
          .isEqualTo("nobody");
      child.process().getOutputStream().close();
      assertThat(child.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      delete(place);
    }
  }

  /// Unpacks for the first test only.
  private static void shareBinaries(Path home) throws IOException {
    Path shared = Files.createDirectories(Path.of("target").toRealPath().resolve("pg-binaries"));
    Files.createSymbolicLink(home.resolve(Binaries.name()), Binaries.in(shared).directory());
  }

  private record Child(Process process, long postgres) {}

  private Child start(String text, Path home) throws IOException {
    return start(
        List.of(
            java(),
            "-cp",
            System.getProperty("java.class.path"),
            PostgresHolder.class.getName(),
            home.toString(),
            text));
  }

  private Child start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .directory(Path.of("/").toFile())
            .start();
    children.add(process);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        return new Child(process, Long.parseLong(line.substring(6)));
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the child process ended: " + said);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Copies of the few jars that the database needs, where every user can read them.
  private static String readableClassPath(Path place) throws IOException {
    Path copies = Files.createDirectory(place.resolve("lib"));
    List<String> entries = new ArrayList<>();
    for (Class<?> type :
        List.of(
            org.postgresql.Driver.class,
            org.tukaani.xz.XZInputStream.class,
            org.apache.commons.compress.archivers.tar.TarArchiveInputStream.class,
            org.apache.commons.io.IOUtils.class,
            org.apache.commons.lang3.StringUtils.class)) {
      entries.add(copyOf(Path.of(location(type)), copies).toString());
    }
    String archive = PostgresHolder.class.getResource("/postgres-linux-x86_64.txz").getPath();
    entries.add(copyOf(Path.of(archive.replaceAll("^file:|!.*$", "")), copies).toString());
    for (String classes : List.of("classes", "test-classes")) {
      Path copy = copies.resolve(classes);
      copyTree(Path.of("target", classes), copy);
      entries.add(copy.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static Path copyOf(Path jar, Path folder) throws IOException {
    return Files.copy(jar, folder.resolve(jar.getFileName()));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private EmbeddedPostgres open() {
    return EmbeddedPostgres.open(new ServerHome(folder));
  }

  private static void note(EmbeddedPostgres postgres, String text) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("kept"), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists note (text text)");
      statement.execute("insert into note values ('" + text + "')");
    }
  }

  private static List<String> notes(EmbeddedPostgres postgres) throws SQLException {
    List<String> notes = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(
                postgres.url("kept"), postgres.user(), postgres.password());
        var rows = connection.createStatement().executeQuery("select text from note")) {
      while (rows.next()) {
        notes.add(rows.getString(1));
      }
    }
    return notes;
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(until);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
