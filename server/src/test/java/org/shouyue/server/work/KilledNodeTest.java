package org.shouyue.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two servers on one database, one of which is killed in the middle of the work.
class KilledNodeTest {
  private static final int SITES = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestDatabase.Address database = TestDatabase.migrated();

  @Test
  void losesNothingAndDoesNothingTwice() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target"), "node");
    try (TestSite site = new TestSite();
        ServerProcess survivor = ServerProcess.start(database, home)) {
      site.breakDown();
      Browser manager =
          new Browser(survivor.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      try (ServerProcess victim = ServerProcess.start(database, home)) {
        assertThat(victim.port()).isPositive();
        sign(manager, site);
        Instant begun = Instant.now();

        await("a third is done", () -> count("run where state = 'done'") >= SITES / 3);
        victim.kill();
        int doneWhenKilled = count("run where state = 'done'");
        await("all are done", () -> count("run where state = 'done'") >= SITES);

        System.out.printf(
            "killed one of two nodes after %d of %d runs; %d runs were begun again; all done"
                + " after %d s%n",
            doneWhenKilled,
            SITES,
            count("run where begun > 1"),
            Duration.between(begun, Instant.now()).toSeconds());
      }
      assertThat(count("run where state = 'done'")).isEqualTo(SITES);
      assertThat(count("run where begun > 1")).as("work of the killed node").isPositive();
      assertThat(count("obligation where state = 'done'")).isEqualTo(SITES);
      assertThat(count("(select distinct obligation_id from run where state = 'done') o"))
          .isEqualTo(SITES);
      assertThat(count("evidence_record where about like 'obligation/%'")).isEqualTo(SITES);
      assertThat(count("finding")).isEqualTo(SITES);
      assertThat(count("ticket")).isEqualTo(SITES);
      await("nothing is queued", () -> count("scheduled_tasks") == 0);
    } finally {
      database.drop();
    }
  }

  /// One contract with one service, due since yesterday on every site.
  private static void sign(Browser manager, TestSite site) throws Exception {
    SignedContract signed = new SignedContract(manager, "云溪县人民政府办公室");
    for (int n = 0; n < SITES; n++) {
      signed.asset("site", "站点 " + n, site.url() + "s" + n + "/");
    }
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    manager.put("/api/contracts/" + contract + "/body", body(manager, contract)).expect(200);
    signed.sign(contract, LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(), null);
  }

  private static ObjectNode body(Browser manager, UUID contract) {
    ObjectNode body =
        (ObjectNode) manager.get("/api/contracts/" + contract).expect(200).json().path("body");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    ObjectNode term = (ObjectNode) body.path("term");
    term.put("from", today.minusDays(5).toString());
    term.put("to", today.plusYears(1).toString());
    ObjectNode service = (ObjectNode) body.path("services").path(0).deepCopy();
    service.setAll(
        (ObjectNode)
            JSON.valueToTree(Map.of("capability", "site-availability", "frequency", "once")));
    ArrayNode services = JSON.createArrayNode();
    services.add(service);
    body.set("services", services);
    return body;
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

  private interface Condition {
    boolean holds();
  }

  private String states() {
    StringBuilder states = new StringBuilder();
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select r.state || ' ' || coalesce(left(r.reason, 60), '') || ' picked=' ||
                  coalesce(t.picked::text, 'gone') as what, count(*)
                from run r left join scheduled_tasks t
                  on t.task_instance = r.client_id || '/' || r.id
                group by 1 order by 2 desc\
                """)) {
      while (rows.next()) {
        states.append(rows.getString(1)).append(": ").append(rows.getInt(2)).append("; ");
      }
      return states.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await(String what, Condition condition) {
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("never came: " + what + ", but " + states());
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
