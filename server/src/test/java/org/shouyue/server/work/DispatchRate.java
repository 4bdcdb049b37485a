package org.shouyue.server.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Measures how many runs a second are claimed, done and recorded, by one node and by several, and
/// what the database's sessions waited for meanwhile. Each run opens a page on loopback and leaves
/// evidence. Run by hand: `DispatchRate [nodes] [runs] [clients]`; the runs are spread evenly over
/// the clients.
final class DispatchRate {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WARM_UP = 300;

  private DispatchRate() {}

  public static void main(String[] arguments) throws Exception {
    int nodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    TestDatabase.Address database = TestDatabase.migrated();
    Path home = Files.createTempDirectory(Path.of("target"), "rate");
    List<ServerProcess> started = new ArrayList<>();
    try (TestSite site = new TestSite();
        SessionWaits waits = new SessionWaits(database)) {
      for (int n = 0; n < nodes; n++) {
        started.add(
            ServerProcess.start(database, home, "shouyue.clock=replay:2025-12-25T00:00:00Z"));
        started.getLast().port();
      }
      Browser manager =
          new Browser(started.getFirst().port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      List<SignedContract> served = served(manager, clients);
      due(served, site, "2026-01-01", WARM_UP);
      served.getFirst().advance("2026-01-05T00:00:00Z");
      due(served, site, "2026-01-10", runs);
      waits.watch();
      long begun = System.nanoTime();
      int finished = served.getFirst().advance("2026-01-15T00:00:01Z");
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          "%d node(s), %d client(s): %d runs in %.2f s = %.0f runs/s%n%s%n",
          nodes, clients, finished, seconds, finished / seconds, waits.told());
    } finally {
      started.forEach(ServerProcess::close);
      database.drop();
    }
    System.exit(0);
  }

  private static List<SignedContract> served(Browser manager, int clients) {
    List<SignedContract> served = new ArrayList<>();
    for (int n = 0; n < clients; n++) {
      served.add(new SignedContract(manager, "第 %d 县人民政府办公室".formatted(n + 1)));
    }
    return served;
  }

  /// Has this many runs come due on one day, spread over the clients.
  private static void due(List<SignedContract> served, TestSite site, String from, int runs)
      throws Exception {
    for (SignedContract signed : served) {
      sign(signed, from, sites(signed, site, from, runs / served.size()));
    }
  }

  private static List<UUID> sites(SignedContract signed, TestSite site, String name, int count) {
    List<UUID> assets = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      assets.add(signed.asset("site", name + "-" + n, site.url() + name + n + "/"));
    }
    return assets;
  }

  /// One service, once in the term, on every site: all due when it is signed.
  private static void sign(SignedContract signed, String from, List<UUID> assets) throws Exception {
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    ObjectNode body =
        (ObjectNode)
            signed.manager().get("/api/contracts/" + contract).expect(200).json().path("body");
    ((ObjectNode) body.path("term")).put("from", from);
    ObjectNode service = (ObjectNode) body.path("services").path(0).deepCopy();
    service.put("id", "1").put("capability", "site-availability").put("frequency", "once");
    ArrayNode services = JSON.createArrayNode();
    body.set("services", services.add(service));
    signed.manager().put("/api/contracts/" + contract + "/body", body).expect(200);
    signed.sign(contract, "2025-12-25", Map.of("1", assets));
  }
}
