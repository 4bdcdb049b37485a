package org.shouyue.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.JsonNode;

/// What a client's reader sees of their site: now, and day by day.
class StatusTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static UUID site;
  private static UUID other;
  private static Browser reader;
  private static SignedContract desk;

  @BeforeAll
  static void watchForTwoDays() throws Exception {
    desk = new SignedContract(SERVER, "甲方");
    try (TestSite served = new TestSite()) {
      site = desk.asset("site", "门户网站", served.url());
      other = desk.asset("database", "业务库", "postgresql://127.0.0.1:5432/yewu");
      UUID contract =
          desk.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
      desk.sign(contract, "2026-01-01", Map.of(serviceOf(contract), List.of(site)));
      desk.advance("2026-01-02T16:00:00Z");
      served.breakDown();
      desk.advance("2026-01-03T15:00:00Z");
    }
    reader = SERVER.as("client-reader", desk.client());
  }

  private static String serviceOf(UUID contract) {
    return desk.manager()
        .get("/api/contracts/" + contract)
        .expect(200)
        .json()
        .path("body")
        .path("services")
        .valueStream()
        .filter(one -> one.path("capability").asString().equals("site-availability"))
        .map(one -> one.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhatIsDownFirstWithItsOpenTicket() {
    JsonNode first = reader.get("/api/status").expect(200).json().path("items").path(0);

    assertThat(first.path("assetId").asString()).isEqualTo(site.toString());
    assertThat(first.path("state").asString()).isEqualTo("down");
    assertThat(first.path("tickets").asInt()).isEqualTo(1);
    assertThat(first.path("lastAt").asString()).startsWith("2026-01-03T");
  }

  @Test
  void doesNotCallUpWhatNobodyWatches() {
    JsonNode unwatched = reader.get("/api/status?state=unwatched").expect(200).json();

    assertThat(unwatched.path("items").path(0).path("assetId").asString())
        .isEqualTo(other.toString());
  }

  @Test
  void countsTheDaysInTheClientsZone() {
    JsonNode days = reader.get("/api/status/" + site + "/days").expect(200).json();

    JsonNode last = days.path(days.size() - 1);
    assertThat(last.path("day").asString()).isEqualTo("2026-01-03");
    assertThat(last.path("down").asInt()).isPositive();
    assertThat(days.path(0).path("share").asString()).isEqualTo("1.00000");
  }

  @Test
  void refusesAnUnreasonableSpanAndForeignAssets() {
    reader.get("/api/status/" + site + "/days?days=9999").expect(400);
    SERVER
        .as("client-reader", SERVER.client("别家"))
        .get("/api/status/" + site + "/days")
        .expect(404);
  }
}
