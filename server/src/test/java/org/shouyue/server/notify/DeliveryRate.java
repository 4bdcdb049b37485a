package org.shouyue.server.notify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.TestDatabase;

/// Measures how long notices take through a peer that drops, refuses and slows down, and whether
/// any is lost or comes twice. Run by hand: `DeliveryRate [nodes] [notices]`.
final class DeliveryRate {
  private DeliveryRate() {}

  public static void main(String[] arguments) throws Exception {
    int nodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int notices = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    TestDatabase.Address database = TestDatabase.fresh();
    Path home = Files.createTempDirectory(Path.of("target"), "rate");
    List<ServerProcess> started = new ArrayList<>();
    try (FakePeer peer = new FakePeer(DeliveryRate::flaky)) {
      for (int n = 0; n < nodes; n++) {
        started.add(ServerProcess.start(database, home));
        started.getLast().port();
      }
      Browser manager =
          new Browser(started.getFirst().port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      UUID client =
          UUID.fromString(
              manager.post("/api/clients", Map.of("name", "甲方")).expect(201).text("id"));
      UUID channel =
          UUID.fromString(
              manager
                  .post(
                      "/api/channels",
                      Map.of(
                          "kind", "sms-http",
                          "name", "短信",
                          "settings", Telling.http(peer.url())))
                  .expect(201)
                  .text("id"));
      long begun = System.nanoTime();
      try (Connection owner = database.connect()) {
        Telling.queue(owner, client, channel, "n", 0, notices);
      }
      while (count(database, "delivery where state in ('queued', 'sending')") > 0) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      long doubled = peer.taken().values().stream().filter(times -> times.get() > 1).count();
      System.out.printf(
          "%d node(s): %d notices in %.1f s = %.0f/s; %d sent, %d at the peer, %d doubled; %d"
              + " requests%n",
          nodes,
          notices,
          seconds,
          notices / seconds,
          count(database, "delivery where state = 'sent'"),
          peer.taken().size(),
          doubled,
          peer.received().size());
    } finally {
      started.forEach(ServerProcess::close);
      database.drop();
    }
    System.exit(0);
  }

  private static Reply flaky(FakePeer.Received received, int n) {
    return switch (n % 20) {
      case 3 -> new Reply(0, "", Map.of());
      case 9 -> Reply.of(500, "broken");
      case 13 -> new Reply(429, "slow down", Map.of("Retry-After", "1"));
      case 17 -> {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        yield Reply.of(200, "ok");
      }
      default -> Reply.of(200, "ok");
    };
  }

  private static int count(TestDatabase.Address database, String from) throws SQLException {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
