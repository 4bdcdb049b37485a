package org.shouyue.server.tenant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;
import org.shouyue.server.testing.Furnishing.Served;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.TestSite;

/// Clients that have one of everything: what the first rooms keep is made here, what others keep by
/// their [Furnishing].
final class FurnishedClients implements AutoCloseable {
  private final ServerUnderTest server;
  private final Browser manager;
  private final TestSite site = new TestSite();
  private final List<Furnishing> rooms = Furnishing.all();
  private final List<Served> served = new ArrayList<>();

  FurnishedClients(ServerUnderTest server) {
    this.server = server;
    this.manager = server.admin();
    site.breakDown();
  }

  /// A permit, assets (one of them outside the permit), a contract in force and a ticket.
  void furnish(UUID client, String name) throws IOException {
    asset(client, "system", name, name);
    asset(client, "site", name + "网站", site.url() + client + "/");
    asset(client, "site", name + "内网", "http://192.0.2.1/" + client + "/");
    permit(client, name);
    String contract = contract(client, name);
    manager
        .post(
            "/api/tickets", Map.of("contractId", contract, "kind", "fault", "title", name + " 故障"))
        .expect(201);
    manager
        .post(
            "/api/contracts/" + contract + "/payments",
            Map.of("date", "2026-01-01", "amount", "1000.00"))
        .expect(201);
    Served one = new Served(server, client, UUID.fromString(contract), name);
    rooms.forEach(room -> room.furnish(one));
    served.add(one);
  }

  private void asset(UUID client, String kind, String name, String address) {
    manager
        .post(
            "/api/assets",
            Map.of("clientId", client, "kind", kind, "name", name, "address", address))
        .expect(201);
  }

  private void permit(UUID client, String name) {
    Map<String, Object> permit =
        Map.of(
            "clientId",
            client,
            "targets",
            List.of("address:127.0.0.0/8"),
            "methods",
            List.of("observe"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2099-01-01T00:00:00Z",
            "signatory",
            name);
    manager
        .form("/api/permits", Map.of("permit", permit), "file", "p.txt", bytes(name))
        .expect(201);
  }

  private String contract(UUID client, String name) throws IOException {
    byte[] text =
        bytes(
            Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))
                .replaceFirst("甲方[^\n]*", "甲方：" + name));
    Browser.Answer draft =
        manager
            .form(
                "/api/contracts",
                Map.of("clientId", client.toString()),
                "file",
                name + ".txt",
                text)
            .expect(201);
    String contract = "/api/contracts/" + draft.text("id");
    for (int n = 0; n < draft.json().path("ambiguities").size(); n++) {
      manager.put(contract + "/ambiguities/" + n, Map.of("decision", "按原文")).expect(200);
    }
    manager.post(contract + "/in-force", Map.of("signedOn", "2026-01-01")).expect(200);
    return draft.text("id");
  }

  /// Lets time pass, so that there are runs, findings and proofs; then reports and accepts January.
  void serve(String until) {
    manager.post("/api/clock", Map.of("to", "2026-01-01T06:00:00Z")).expect(200);
    site.mend();
    manager.post("/api/clock", Map.of("to", until)).expect(200);
    for (Served one : served) {
      manager
          .post(
              "/api/reports",
              Map.of("contractId", one.contract(), "kind", "monthly", "period", "2026-01"))
          .expect(201);
      String acceptance =
          manager
              .post(
                  "/api/acceptances",
                  Map.of("contractId", one.contract(), "from", "2026-01-01", "to", "2026-01-31"))
              .expect(201)
              .text("id");
      sign(one.client(), acceptance);
      rooms.forEach(room -> room.finish(one));
    }
  }

  private void sign(UUID client, String acceptance) {
    String address = "/api/acceptances/" + acceptance;
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (manager.get(address).text("state").equals("draft") && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    server
        .as("client-signatory", client)
        .post(address + "/sign", ForeignDeed.SIGNATURE)
        .expect(200);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    site.close();
  }
}
