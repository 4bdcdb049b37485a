package org.shouyue.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.JsonNode;

/// A whole year of the demonstration contract under a replayed clock, on real sockets.
class YearOfServiceTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2025-12-25T00:00:00Z");

  private static final TestSite SITE = new TestSite();

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  @Test
  void deliversTheYear() throws Exception {
    SignedContract year = new SignedContract(SERVER, "云溪县人民政府办公室");
    year.asset("site", "门户网站", SITE.url());
    year.asset("host", "云服务器", "127.0.0.1");
    Browser manager = year.manager();
    Browser engineer = SERVER.as("engineer", year.client());

    UUID contract =
        year.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    year.sign(contract, "2025-12-22", null);

    int planned = year.count(contract, "planned");
    assertThat(planned).isGreaterThan(200);
    assertThat(year.count(contract, "planned,due")).isEqualTo(planned);
    assertThat(evidence(manager, contract)).isZero();

    year.advance("2026-01-31T16:00:00Z");
    assertThat(year.count(contract, "done")).isGreaterThan(15);
    assertThat(SITE.visits()).isGreaterThanOrEqualTo(31);
    assertThat(obligations(manager, contract, "done"))
        .allSatisfy(done -> assertThat(done.path("evidence")).isNotEmpty());

    SITE.breakDown();
    year.advance("2026-02-02T16:00:00Z");
    JsonNode finding = only(manager, "/api/findings?state=open&q=无法访问");
    JsonNode ticket = only(manager, "/api/tickets?state=open&kind=fault");
    assertThat(ticket.path("findingId").asString()).isEqualTo(finding.path("id").asString());
    assertThat(ticket.path("clocks").path(0).path("state").asString()).isEqualTo("breached");
    assertThat(pressed(manager)).contains(ticket.path("id").asString());

    String events = "/api/tickets/" + ticket.path("id").asString() + "/events";
    engineer.post(events, Map.of("type", "respond")).expect(200);
    engineer.post(events, Map.of("type", "close")).expect(409);
    engineer.post(events, Map.of("type", "resolve")).expect(200);
    year.advance("2026-02-02T16:30:00Z");
    assertThat(state(manager, ticket)).isEqualTo("responded");

    SITE.mend();
    engineer.post(events, Map.of("type", "resolve")).expect(200);
    year.advance("2026-02-02T17:00:00Z");
    assertThat(state(manager, ticket)).isEqualTo("closed");
    assertThat(pressed(manager)).doesNotContain(ticket.path("id").asString());

    long begun = System.nanoTime();
    int runs = year.advance("2027-01-01T16:00:00Z");
    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.out.printf("replayed 11 months: %d runs in %d ms%n", runs, millis);

    assertThat(year.count(contract, "planned,due,running")).isZero();
    assertThat(manager.get("/api/contracts/" + contract).expect(200).text("state"))
        .isEqualTo("ended");
    assertThat(year.count(contract, "missed")).isPositive();
    assertThat(year.count(contract, "done")).isGreaterThan(200);
    JsonNode verified =
        manager.post("/api/evidence/verify", Map.of("contractId", contract)).expect(200).json();
    assertThat(verified.path("ok").asBoolean()).as("%s", verified).isTrue();
    JsonNode settlement =
        manager.get("/api/contracts/" + contract + "/settlement").expect(200).json();
    assertThat(settlement.path("lines").size()).isPositive();
  }

  private static List<String> pressed(Browser manager) {
    return manager
        .get("/api/tickets?pressed=true")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .map(ticket -> ticket.path("id").asString())
        .toList();
  }

  private static JsonNode obligations(Browser manager, UUID contract, String state) {
    return manager
        .get("/api/obligations?size=200&contract=%s&state=%s".formatted(contract, state))
        .expect(200)
        .json()
        .path("items");
  }

  private static int evidence(Browser manager, UUID contract) {
    return manager
        .get("/api/evidence?contract=" + contract)
        .expect(200)
        .json()
        .path("total")
        .asInt();
  }

  private static String state(Browser manager, JsonNode ticket) {
    return manager.get("/api/tickets/" + ticket.path("id").asString()).expect(200).text("state");
  }

  private static JsonNode only(Browser manager, String path) {
    JsonNode answer =
        manager
            .get(path.replace("无法访问", "%E6%97%A0%E6%B3%95%E8%AE%BF%E9%97%AE"))
            .expect(200)
            .json();
    assertThat(answer.path("items").size()).as("%s", answer).isEqualTo(1);
    return answer.path("items").path(0);
  }
}
