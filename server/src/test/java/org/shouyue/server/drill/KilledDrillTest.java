package org.shouyue.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Drawing;
import org.shouyue.server.testing.PlanInForce;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;

/// A server that is killed with artefacts in place.
class KilledDrillTest {
  private static final String PASSWORD = "a-long-password";

  private final TestDatabase.Address database = TestDatabase.migrated();
  private final Path home = TestDatabase.freshHome().toAbsolutePath().normalize();
  private final Path root = home.resolve("ground/site");
  private SignedContract signed;
  private UUID asset;

  @Test
  void goesOnAfterARestartAndUndoesWhatIsDueOrHalfPlaced() throws Exception {
    Files.createDirectories(root);
    Path page = Files.writeString(root.resolve("index.html"), "欢迎");
    String standing;
    String half;
    try (ServerProcess victim = start()) {
      Browser manager = admin(victim);
      prepare(manager);
      UUID plan = plan(manager, victim);
      standing = drill(manager, plan, "index.html");
      half = drill(manager, plan, "half.html");
      Files.writeString(root.resolve("half.html"), "一半");
      manager.post(standing + "/start", Map.of()).expect(200);
      manager.post(half + "/start", Map.of()).expect(200);
      assertThat(page).content().contains("hacked");
      victim.kill();
    }
    // As if it had been killed between placing the artefact and recording that it is placed.
    sql(
        "update drill_injection set state = 'placing', placed_at = null where drill_id = '%s'"
            .formatted(half.substring("/api/drills/".length())));

    try (ServerProcess next = start()) {
      Browser manager = admin(next);
      await(() -> manager.get(half).text("state").equals("ended"));
      assertThat(root.resolve("half.html")).hasContent("一半");
      assertThat(manager.get(standing).text("state")).isEqualTo("running");
      assertThat(page).content().contains("hacked");

      next.kill();
    }
    rewind();
    try (ServerProcess last = start()) {
      Browser manager = admin(last);
      await(() -> manager.get(standing).text("endedHow").equals("timed-out"));
      assertThat(page).hasContent("欢迎");
    } finally {
      database.drop();
    }
  }

  /// Puts the time at which the standing artefact is undone into the past.
  private void rewind() throws IOException {
    try (var entries = Files.list(home.resolve("drill"))) {
      for (Path entry : entries.filter(file -> file.toString().endsWith(".undo")).toList()) {
        String text = Files.readString(entry);
        Files.writeString(
            entry, text.replaceAll("\"until\":\"[^\"]*\"", "\"until\":\"2020-01-01T00:00:00Z\""));
      }
    }
  }

  private ServerProcess start() {
    return ServerProcess.start(database, home, "shouyue.drill.roots=" + home.resolve("ground"));
  }

  private static Browser admin(ServerProcess server) {
    return new Browser(server.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
  }

  private void prepare(Browser manager) {
    signed = new SignedContract(manager, "云溪县人民政府办公室");
    asset = signed.asset("host", "演练主机", "127.0.0.1");
    manager.put("/api/drill-assets/" + asset, Map.of("root", root.toString())).expect(200);
    Map<String, Object> permit =
        Map.of(
            "clientId",
            signed.client(),
            "targets",
            List.of("path:" + root),
            "methods",
            List.of("drill"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2099-01-01T00:00:00Z",
            "signatory",
            "周主任");
    manager
        .form(
            "/api/permits",
            Map.of("permit", permit),
            "file",
            "授权书.txt",
            "同意".getBytes(StandardCharsets.UTF_8))
        .expect(201);
  }

  private UUID plan(Browser manager, ServerProcess server) throws IOException {
    UUID contract =
        signed.sign(
            signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
    String plan =
        "/api/plans/"
            + manager
                .post(
                    "/api/plans",
                    Map.of(
                        "contractId",
                        contract,
                        "title",
                        "预案",
                        "content",
                        PlanInForce.content("云溪")))
                .expect(201)
                .text("id");
    Browser signatory = person(manager, server, "client-signatory");
    person(manager, server, "engineer").post(plan + "/versions/1/review", Map.of()).expect(200);
    signatory
        .post(
            plan + "/versions/1/approve",
            Map.of("name", "周主任", "office", "主任", "drawing", Drawing.SIGNATURE))
        .expect(200);
    signatory
        .post(
            "/api/drill-assets/" + asset + "/consent",
            Map.of("name", "周主任", "drawing", Drawing.SIGNATURE))
        .expect(200);
    manager.post(plan + "/versions/1/in-force", Map.of()).expect(200);
    return UUID.fromString(plan.substring("/api/plans/".length()));
  }

  private Browser person(Browser manager, ServerProcess server, String role) {
    String username = role + "-" + UUID.randomUUID();
    manager
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "某人",
                "role", role,
                "password", PASSWORD,
                "clients", List.of(signed.client())))
        .expect(201);
    return new Browser(server.port()).signIn(username, PASSWORD);
  }

  private String drill(Browser manager, UUID plan, String file) {
    Map<String, ?> artefact = Map.of("kind", "defacement", "file", file, "content", "hacked");
    return "/api/drills/"
        + manager
            .post(
                "/api/drills",
                Map.of(
                    "planId",
                    plan,
                    "scenario",
                    0,
                    "title",
                    "演练 " + file,
                    "goal",
                    "目标",
                    "environment",
                    "环境",
                    "participants",
                    "人员",
                    "abortCriteria",
                    "条件",
                    "limitMinutes",
                    30,
                    "artefacts",
                    List.of(Map.of("assetId", asset, "artefact", artefact))))
            .expect(201)
            .text("id");
  }

  private void sql(String statement) throws SQLException {
    try (Connection owner = database.connect();
        var run = owner.createStatement()) {
      run.executeUpdate(statement);
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("never came");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
