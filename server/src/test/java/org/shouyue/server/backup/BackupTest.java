package org.shouyue.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.database.DatabaseOwner;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;

/// A real server is backed up while it runs, and comes back whole elsewhere.
class BackupTest {
  private static final String PASSPHRASE = "correct horse battery staple";

  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.backup.passphrase=" + PASSPHRASE, "shouyue.backup.every=1000d");

  @TempDir static Path folder;

  private static Path backup;
  private static UUID client;

  @BeforeAll
  static void backUpAFurnishedServer() throws Exception {
    SignedContract served = new SignedContract(SERVER, "云溪县人民政府办公室");
    client = served.client();
    for (int i = 0; i < 50; i++) {
      served.asset("system", "系统 " + i, "10.0.0." + i);
    }
    backup = take("first.backup");
  }

  @Test
  void bringsBackEveryRowAndFileAndTheSignIn() throws Exception {
    TestDatabase.Address target = TestDatabase.fresh();
    Path home = Files.createDirectory(folder.resolve("home"));

    RestoreReport report = restore(target, home, backup, false);

    assertThat(report.sound()).isTrue();
    assertThat(rows(target)).isEqualTo(rows(SERVER.database()));
    assertThat(files(home)).isEqualTo(files(SERVER.home())).isNotEmpty();
    try (ServerProcess restored = ServerProcess.start(target, home)) {
      Browser manager =
          new Browser(restored.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      assertThat(manager.get("/api/clients/" + client).text("name")).isEqualTo("云溪县人民政府办公室");
      assertThat(manager.get("/api/audit/verify").text("ok")).isEqualTo("true");
      assertThat(manager.get("/api/permits?client=" + client).text("total")).isEqualTo("1");
      assertThat(
              manager
                  .post("/api/evidence/verify", Map.of("contractId", client))
                  .expect(200)
                  .text("ok"))
          .isEqualTo("true");
    }
    target.drop();
  }

  @Test
  void refusesAFullTargetAndReplacesItWhenTold() throws Exception {
    TestDatabase.Address target = TestDatabase.fresh();
    Path home = Files.createDirectory(folder.resolve("full"));
    var _ = restore(target, home, backup, false);
    Map<String, List<String>> before = rows(target);

    assertThatThrownBy(() -> restore(target, home, backup, false))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("--replace");
    assertThat(rows(target)).isEqualTo(before);
    execute(target, "update asset set name = name || ' changed since'");
    var _ = restore(target, home, backup, true);
    assertThat(rows(target)).isEqualTo(before);
    target.drop();
  }

  @Test
  void refusesEveryDamagedFileBeforeAnythingIsChanged() throws Exception {
    byte[] whole = Files.readAllBytes(backup);
    TestDatabase.Address target = TestDatabase.fresh();
    Path home = Files.createDirectory(folder.resolve("damaged"));
    int[] places = {0, 20, 100, whole.length / 3, whole.length / 2, whole.length - 1};
    for (int place : places) {
      byte[] altered = whole.clone();
      altered[place] ^= 1;
      refused(target, home, altered);
      refused(target, home, java.util.Arrays.copyOf(whole, place));
    }
    refused(target, home, "PK\3\4 something else".getBytes(StandardCharsets.UTF_8));

    assertThat(rows(target)).isEmpty();
    assertThat(files(home)).isEmpty();
    assertThatThrownBy(
            () -> BackupCheck.of(backup, "another passphrase".toCharArray(), Progress.SILENT))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("口令");
    target.drop();
  }

  /// Chunks that are each sound, in another order or with one left out, are a damaged file as well.
  @Test
  void noticesChunksThatAreMovedOrLeftOut() throws Exception {
    byte[] plain = new byte[5 * ChunkCipher.CHUNK + 17];
    new java.util.Random(1).nextBytes(plain);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (SealedOutput out = new SealedOutput(sealed, PASSPHRASE.toCharArray())) {
      out.write(plain);
    }
    byte[] whole = sealed.toByteArray();
    int head = SealedOutput.HEAD.length + ChunkCipher.SALT;
    int chunk = ChunkCipher.CHUNK + ChunkCipher.TAG;

    assertThat(open(whole)).isEqualTo(plain);
    byte[] swapped = whole.clone();
    System.arraycopy(whole, head + chunk, swapped, head, chunk);
    System.arraycopy(whole, head, swapped, head + chunk, chunk);
    assertThatThrownBy(() -> open(swapped)).isInstanceOf(BackupRefused.class);
    for (int kept = 1; kept <= 5; kept++) {
      byte[] cut = java.util.Arrays.copyOf(whole, head + kept * chunk);
      assertThatThrownBy(() -> open(cut)).isInstanceOf(BackupRefused.class);
    }
  }

  @Test
  void leavesWhatWasThereWhenARestoreIsKilled() throws Exception {
    TestDatabase.Address target = TestDatabase.fresh();
    Path home = Files.createDirectory(folder.resolve("killed"));
    var _ = restore(target, home, backup, false);
    execute(target, "update asset set name = name || ' since the backup'");
    Map<String, List<String>> before = rows(target);

    // Somebody else's lock holds the restore up in the middle, where it is killed.
    try (Connection holding = target.connect();
        var statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute("lock table asset in access share mode");
      Process restore = command(target, home, "restore", backup.toString(), "--replace");
      await(() -> waits(target));
      restore.destroyForcibly();
      assertThat(restore.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    await(() -> !waits(target));

    assertThat(rows(target)).isEqualTo(before);
    assertThat(Files.exists(home.resolve(HomeFiles.STAGED))).isTrue();
    new StagedFiles(home).settle(owner(target));
    assertThat(Files.exists(home.resolve(HomeFiles.STAGED))).isFalse();
    assertThat(files(home)).isEqualTo(files(SERVER.home()));
    target.drop();
  }

  @Test
  void finishesARestoreThatWasKilledAfterTheDatabaseWasCommitted() throws Exception {
    TestDatabase.Address target = TestDatabase.fresh();
    Path home = Files.createDirectory(folder.resolve("late"));
    var _ = restore(target, home, backup, false);
    StagedFiles staged = new StagedFiles(home);
    String id = staged.begin();
    staged.add("templates/late.txt", new java.io.ByteArrayInputStream(new byte[] {7}));
    try (Connection connection = target.connect()) {
      StagedFiles.sign(connection, id);
    }

    staged.settle(owner(target));

    assertThat(Files.readAllBytes(home.resolve("templates/late.txt"))).containsExactly(7);
    target.drop();
  }

  @Test
  void worksFromTheCommandLineAndSaysWhatIsWrong() throws Exception {
    TestDatabase.Address target = TestDatabase.fresh();
    Path home = Files.createDirectory(folder.resolve("typed"));
    Path file = folder.resolve("typed.backup");

    Said made = say(SERVER.database(), SERVER.home(), "backup", file.toString());
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.out()).contains("已备份");
    assertThat(say(target, home, "backup", "check", file.toString()).out()).contains("备份完好");
    assertThat(say(target, home, "restore", file.toString()).exit()).isZero();
    Said again = say(target, home, "restore", file.toString());
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("什么也没有改动", "--replace");
    assertThat(say(target, home, "restore", folder.resolve("none").toString()).exit()).isEqualTo(2);
    assertThat(say(target, home, "restore").exit()).isEqualTo(2);
    assertThat(say(target, home, "backup", file.toString()).exit()).isEqualTo(2);
    assertThat(say(SERVER.database(), SERVER.home(), "restore", "--replace", file.toString()).err())
        .contains("先停止");
    assertThat(SERVER.admin().get("/api/backups?state=done").body()).contains("typed.backup");
    target.drop();
  }

  @Test
  void backsItselfUpAndRaisesAnAlarmWhenNoBackupIsYoung() throws Exception {
    Browser manager = SERVER.admin();
    await(() -> manager.get("/api/backups?state=running").text("total").equals("0"));

    String id = manager.post("/api/backups", Map.of()).expect(202).text("id");
    await(() -> !manager.get("/api/backups/" + id).text("state").equals("running"));

    Browser.Answer made = manager.get("/api/backups/" + id);
    assertThat(made.text("state")).as(made.body()).isEqualTo("done");
    assertThat(made.text("damaged")).isEqualTo("0");
    assertThat(manager.get("/api/backups/state").json().path("alarm").isNull()).isTrue();
    assertThat(manager.post("/api/backups/" + id + "/check", Map.of()).text("checkProblem"))
        .isEmpty();

    Path file = Path.of(made.text("file"));
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(manager.post("/api/backups/" + id + "/check", Map.of()).text("checkProblem"))
        .isNotEmpty();
    assertThat(manager.get("/api/backups/state").text("alarm")).isEqualTo("damaged");
    execute(
        SERVER.database(),
        "update platform_backup set started_at = '2000-01-01', checked_at = null, check_problem = null");
    assertThat(manager.get("/api/backups/state").text("alarm")).isEqualTo("old");
    Browser administrator = SERVER.as("system-admin");
    SERVER.bean(BackupSchedule.class).look();
    assertThat(administrator.get("/api/inbox").expect(200).body()).contains("最近一次备份太旧");
    assertThat(manager.get("/api/inbox").expect(200).body()).contains("最近一次备份太旧");
    assertThat(SERVER.as("engineer", client).get("/api/backups").status()).isEqualTo(403);
    assertThat(SERVER.as("engineer", client).post("/api/backups", Map.of()).status())
        .isEqualTo(403);
  }

  private static Path take(String name) throws IOException, SQLException {
    Path file = folder.resolve(name);
    var manifest =
        new BackupTaking(
                owner(SERVER.database()),
                SERVER.home().toAbsolutePath(),
                new WallClock(InstantSource.system()),
                Progress.SILENT)
            .to(file, PASSPHRASE.toCharArray());
    assertThat(manifest.damaged()).isEmpty();
    return file;
  }

  private static RestoreReport restore(
      TestDatabase.Address target, Path home, Path file, boolean replace)
      throws IOException, SQLException {
    return new Restoring(owner(target), home, Progress.SILENT)
        .from(file, PASSPHRASE.toCharArray(), replace);
  }

  private static void refused(TestDatabase.Address target, Path home, byte[] content)
      throws IOException {
    Path file = folder.resolve("damaged-" + UUID.randomUUID());
    Files.write(file, content);
    assertThatThrownBy(() -> restore(target, home, file, true)).isInstanceOf(BackupRefused.class);
  }

  private static byte[] open(byte[] sealed) throws IOException {
    try (SealedInput in =
        new SealedInput(new java.io.ByteArrayInputStream(sealed), PASSPHRASE.toCharArray())) {
      return in.readAllBytes();
    }
  }

  private static DatabaseOwner owner(TestDatabase.Address address) {
    return new DatabaseOwner(address.url(), address.user(), address.password());
  }

  /// Every row of every table but those in which a running server and its backups write.
  private static Map<String, List<String>> rows(TestDatabase.Address address) throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    try (Connection connection = address.connect()) {
      Schema schema = new Schema(connection);
      for (String table : schema.tables()) {
        if (!List.of("scheduled_tasks", "session", "platform_backup", "notice_node").contains(table)
            && !table.startsWith("audit_")) {
          all.put(
              table,
              schema.texts("select t::text from %s t order by 1".formatted(Schema.quoted(table))));
        }
      }
    }
    return all;
  }

  private static Map<String, String> files(Path home) throws IOException {
    Map<String, String> all = new TreeMap<>();
    new HomeFiles(home.toAbsolutePath()).visit((name, file) -> all.put(name, Digests.of(file)));
    return all;
  }

  private static void execute(TestDatabase.Address address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean waits(TestDatabase.Address target) {
    try (Connection connection = target.connect()) {
      return !new Schema(connection)
          .texts(
              "select pid from pg_stat_activity where datname = current_database() and wait_event_type"
                  + " = 'Lock'")
          .isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Said(int exit, String out, String err) {}

  private static Said say(TestDatabase.Address address, Path home, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        BackupMain.run(
            arguments,
            environment(address, home),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Process command(TestDatabase.Address address, Path home, String... arguments)
      throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BackupMain.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment(address, home));
    return builder.start();
  }

  private static Map<String, String> environment(TestDatabase.Address address, Path home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SHOUYUE_HOME", home.toAbsolutePath().toString());
    environment.put("SHOUYUE_DB_URL", address.url());
    environment.put("SHOUYUE_DB_USER", address.user());
    environment.put("SHOUYUE_DB_PASSWORD", address.password());
    environment.put("SHOUYUE_BACKUP_PASSPHRASE", PASSPHRASE);
    environment.put("SHOUYUE_LANG", "zh");
    return environment;
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("did not happen within a minute");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
