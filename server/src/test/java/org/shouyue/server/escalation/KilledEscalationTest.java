package org.shouyue.server.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shouyue.server.notify.FakePeer;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.notify.Telling;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;

/// Two servers on one database, one of which is killed while it calls people.
class KilledEscalationTest {
  private static final int TICKETS = 60;

  /// What one node sends at once by the two channels: of so many nobody knows whether the peer has
  /// them when the node dies.
  private static final int IN_HAND = 16;

  private final TestDatabase.Address database = TestDatabase.fresh();

  @Test
  void losesNoCallAndDoesNoStepTwice() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target"), "node");
    try (FakePeer voice = new FakePeer(KilledEscalationTest::slow);
        FakePeer sms = new FakePeer(KilledEscalationTest::slow);
        ServerProcess survivor = ServerProcess.start(database, home)) {
      Browser manager =
          new Browser(survivor.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      UUID contract = sign(manager);
      connect(manager, "voice-http", voice);
      connect(manager, "sms-http", sms);
      try (ServerProcess victim = ServerProcess.start(database, home)) {
        Browser atVictim = manager.at(victim.port());
        for (int n = 0; n < TICKETS; n++) {
          open(atVictim, contract, "中断 " + n);
        }
        Telling.await("a third is called", () -> count(sent("phone")) >= TICKETS / 3);
        change("update delivery set created_at = created_at - interval '10 minutes'");
        change("update escalation set next_at = now()");
        victim.kill();
      }
      long killed = System.nanoTime();
      Telling.await(
          "all are told twice", () -> count("escalation_event where what = 'told'") >= 2 * TICKETS);
      long resumed = Duration.ofNanos(System.nanoTime() - killed).toMillis();
      Telling.await("all are called", () -> count(sent("phone")) == 2 * TICKETS);
      Telling.await("all have messages", () -> count(sent("sms")) == 2 * TICKETS);

      assertThat(count("escalation")).isEqualTo(TICKETS);
      assertThat(count("escalation_event where what = 'told'")).isEqualTo(2 * TICKETS);
      assertThat(count("notice where key like 'escalation/%'")).isEqualTo(2 * TICKETS);
      assertThat(voice.taken()).hasSize(2 * TICKETS);
      assertThat(sms.taken()).hasSize(2 * TICKETS);
      long doubled =
          List.of(voice, sms).stream()
              .flatMap(peer -> peer.taken().values().stream())
              .filter(times -> times.get() > 1)
              .count();
      System.out.printf(
          "killed while calling: %d steps done by the other node within %d ms; %d of %d messages"
              + " came twice under the same identifier%n",
          TICKETS, resumed, doubled, 4 * TICKETS);
      assertThat(doubled).isLessThanOrEqualTo(IN_HAND);
    } finally {
      database.drop();
    }
  }

  private static Reply slow(FakePeer.Received received, int n) {
    LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
    return Reply.of(200, "ok");
  }

  private static UUID sign(Browser manager) throws Exception {
    SignedContract signed = new SignedContract(manager, "云溪县人民政府办公室");
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    signed.sign(contract, "2026-01-01", null);
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
    return contract;
  }

  private static void connect(Browser manager, String kind, FakePeer peer) {
    manager
        .post(
            "/api/channels",
            Map.of("kind", kind, "name", kind, "settings", Telling.http(peer.url())))
        .expect(201);
  }

  private static void open(Browser manager, UUID contract, String title) {
    manager
        .post(
            "/api/tickets",
            Map.of("contractId", contract, "kind", "fault", "severity", "critical", "title", title))
        .expect(201);
  }

  private static String sent(String means) {
    return "delivery where means = '" + means + "' and state = 'sent'";
  }

  private int count(String from) {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String sql) {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
