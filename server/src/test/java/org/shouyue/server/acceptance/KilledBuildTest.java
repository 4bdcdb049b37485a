package org.shouyue.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/// Kills the server between the request for a package and its publication.
class KilledBuildTest {
  private static final String CLOCK = "shouyue.clock=replay:2026-01-01T00:00:00Z";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final TestDatabase.Address database = TestDatabase.migrated();

  @Test
  void publishesThePackageAfterARestart(@TempDir Path home) throws Exception {
    try {
      String acceptance = requestedAndKilled(home);
      assertThat(recorded("select state from acceptance")).isEqualTo("draft");
      assertThat(recorded("select count(*) from event_publication where completion_date is null"))
          .isEqualTo("1");

      try (ServerProcess restarted = ServerProcess.start(database, home, CLOCK)) {
        Browser manager = signedIn(restarted);
        JsonNode detail = built(manager, "/api/acceptances/" + acceptance);

        assertThat(detail.path("state").asString()).isEqualTo("published");
        assertThat(manager.get("/api/acceptances/" + acceptance + "/file/package.zip").bytes())
            .startsWith('P', 'K');
        assertThat(recorded("select count(*) from event_publication where completion_date is null"))
            .isEqualTo("0");
      }
    } finally {
      database.drop();
    }
  }

  @Test
  void twoNodesBuildOnePackageOnce(@TempDir Path home) throws Exception {
    try {
      String acceptance = requestedAndKilled(home);

      try (ServerProcess one = ServerProcess.start(database, home, CLOCK);
          ServerProcess other = ServerProcess.start(database, home, CLOCK)) {
        built(signedIn(one), "/api/acceptances/" + acceptance);
        assertThat(other.port()).isPositive();

        assertThat(
                recorded("select count(*) from audit_entry where action = 'acceptance.published'"))
            .isEqualTo("1");
      }
    } finally {
      database.drop();
    }
  }

  private String requestedAndKilled(Path home) throws Exception {
    try (ServerProcess victim = ServerProcess.start(database, home, CLOCK)) {
      Browser manager = signedIn(victim);
      SignedContract signed = new SignedContract(manager, "云溪县人民政府办公室");
      UUID contract =
          signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
      signed.sign(contract, "2025-12-22", Map.of());
      String acceptance =
          manager
              .post(
                  "/api/acceptances",
                  Map.of("contractId", contract, "from", "2026-01-01", "to", "2026-01-31"))
              .expect(201)
              .text("id");
      victim.kill();
      return acceptance;
    }
  }

  private static Browser signedIn(ServerProcess server) {
    return new Browser(server.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
  }

  private static JsonNode built(Browser manager, String acceptance) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    JsonNode detail = manager.get(acceptance).expect(200).json();
    while (detail.path("state").asString().equals("draft") && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      detail = manager.get(acceptance).expect(200).json();
    }
    return detail;
  }

  private String recorded(String query) throws SQLException {
    try (var owner = database.connect();
        var rows = owner.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
