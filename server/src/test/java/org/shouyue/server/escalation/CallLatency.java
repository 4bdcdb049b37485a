package org.shouyue.server.escalation;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.notify.FakePeer;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.notify.Telling;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Measures how long it takes from a check's result until the voice provider is asked to call: the
/// answer of a broken site, the finding, its ticket, the escalation, the queue, the call. Run by
/// hand: `CallLatency [sites] [at once]`; so many go down in the same second.
final class CallLatency {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WARM_UP = 30;

  private CallLatency() {}

  public static void main(String[] arguments) throws Exception {
    int sites = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    TestDatabase.Address database = TestDatabase.fresh();
    Path home = Files.createTempDirectory(Path.of("target"), "latency");
    try (FakePeer site = new FakePeer((_, _) -> Reply.of(200, "<title>某县政府</title>欢迎"));
        FakePeer voice = new FakePeer((_, _) -> Reply.of(200, "ok"));
        ServerProcess server = ServerProcess.start(database, home)) {
      Browser manager = new Browser(server.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      int all = WARM_UP + sites;
      watch(manager, site, voice, all);
      site.answer((_, _) -> Reply.of(503, "down"));
      for (int begun = 0; begun < all; begun += atOnce) {
        int calls = Math.min(all, begun + atOnce);
        look(database, calls);
        Telling.await("a call for each", () -> voice.received().size() >= calls);
      }
      double[] millis = delays(database, site, voice);
      System.out.printf(
          "%d broken sites, %d at once: check result to call p50 %.0f ms, p95 %.0f ms,"
              + " p99 %.0f ms, longest %.0f ms%n",
          millis.length,
          atOnce,
          millis[millis.length / 2],
          millis[millis.length * 95 / 100],
          millis[millis.length * 99 / 100],
          millis[millis.length - 1]);
    } finally {
      database.drop();
    }
    System.exit(0);
  }

  /// From each site's last answer to the first call about it, sorted; those of the warm-up left
  /// out.
  private static double[] delays(TestDatabase.Address database, FakePeer site, FakePeer voice)
      throws SQLException {
    Map<String, Long> answered = new HashMap<>();
    site.received().forEach(one -> answered.put(one.uri().getPath(), one.atNanos()));
    Map<String, Long> called = new HashMap<>();
    voice
        .received()
        .forEach(one -> called.putIfAbsent(one.header("Idempotency-Key"), one.atNanos()));
    List<Double> delays = new ArrayList<>();
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select d.id, a.address from delivery d
                join ticket t on d.about = 'ticket/' || t.id join asset a on a.id = t.asset_id
                where d.means = 'phone' order by d.created_at
                """)) {
      while (rows.next()) {
        Long call = called.get(rows.getString("id"));
        Long answer = answered.get(URI.create(rows.getString("address")).getPath());
        if (call != null && answer != null) {
          delays.add((call - answer) / 1e6);
        }
      }
    }
    return delays.stream().skip(WARM_UP).mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /// Has the first so many sites looked at that have not been yet, as if their time had come.
  private static void look(TestDatabase.Address database, int sites) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          update watch w set next_at = now() from (
            select w.id from watch w join asset a on a.id = w.asset_id
            where not exists (select from finding f where f.asset_id = w.asset_id)
              and regexp_replace(a.name, '\\D', '', 'g')::int < %d) todo
          where w.id = todo.id
          """
              .formatted(sites));
    }
  }

  /// A contract by which so many sites are watched without a break.
  private static void watch(Browser manager, FakePeer site, FakePeer voice, int sites)
      throws Exception {
    SignedContract signed = new SignedContract(manager, "云溪县人民政府办公室");
    List<UUID> assets = new ArrayList<>();
    for (int n = 0; n < sites; n++) {
      assets.add(signed.asset("site", "网站 " + n, site.url() + "/site-" + n + "/"));
    }
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    ObjectNode body =
        (ObjectNode) manager.get("/api/contracts/" + contract).expect(200).json().path("body");
    ObjectNode service = (ObjectNode) body.path("services").path(0).deepCopy();
    service.put("id", "1").put("capability", "site-availability").put("frequency", "continuous");
    ArrayNode services = JSON.createArrayNode();
    body.set("services", services.add(service));
    manager.put("/api/contracts/" + contract + "/body", body).expect(200);
    manager
        .post(
            "/api/people",
            Map.of(
                "username", "on-call",
                "name", "值班经理",
                "role", "provider-manager",
                "password", "a-long-password",
                "phone", "13900139000"))
        .expect(201);
    manager
        .post(
            "/api/channels",
            Map.of(
                "kind", "voice-http",
                "name", "语音",
                "settings", Telling.eachByItself(voice.url())))
        .expect(201);
    signed.sign(contract, "2026-11-01", Map.of("1", assets));
  }
}
