package org.shouyue.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

class AssetsTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private final UUID client = SERVER.client("甲方 " + UUID.randomUUID());
  private final Browser engineer = SERVER.as("engineer", client);

  @Test
  void pagesFiltersSortsAndExports() {
    add("site", "门户", "https://www.example.cn/").expect(201);
    add("host", "主机甲", "10.1.2.3").expect(201);
    add("host", "主机乙", "web2.example.cn").expect(201);

    var hosts = engineer.get("/api/assets?kind=host&size=1&sort=name,desc").expect(200);
    assertThat(hosts.json().path("total").asInt()).isEqualTo(2);
    assertThat(hosts.json().path("items")).hasSize(1);
    assertThat(hosts.text("items.0.name")).isEqualTo("主机甲");
    assertThat(engineer.get("/api/assets?q=example.cn").json().path("total").asInt()).isEqualTo(2);
    assertThat(engineer.get("/api/assets?q=%25").json().path("total").asInt()).isZero();

    var csv = engineer.get("/api/assets?format=csv&kind=site").expect(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("\uFEFFid,clientId,clientName,kind,name,address,createdAt,export\r\n")
        .contains(",门户,https://www.example.cn/,");
  }

  @ParameterizedTest
  @CsvSource({
    "site,ftp://www.example.cn",
    "site,www.example.cn",
    "host,10.0.0.0/8",
    "host,a b",
    "database,https://x/",
    "domain,cn",
    "planet,earth"
  })
  void refusesAnAddressOfTheWrongForm(String kind, String address) {
    add(kind, "x", address).expect(400);
  }

  @Test
  void retiresWithoutForgetting() {
    String id = add("host", "旧主机", "10.9.9.9").expect(201).text("id");

    engineer.delete("/api/assets/" + id).expect(204);

    assertThat(
            engineer.get("/api/assets?q=%E6%97%A7%E4%B8%BB%E6%9C%BA").json().path("total").asInt())
        .isZero();
    assertThat(engineer.get("/api/assets/" + id).expect(200).text("name")).isEqualTo("旧主机");
    add("host", "旧主机", "10.9.9.9").expect(201);
    add("host", "旧主机", "10.9.9.9").expect(409);
  }

  @Test
  void letsAReaderChangeNothing() {
    Browser reader = SERVER.as("client-reader", client);

    var refused =
        reader.post(
            "/api/assets",
            Map.of("clientId", client, "kind", "host", "name", "x", "address", "10.0.0.1"));

    assertThat(refused.expect(403).text("code")).isEqualTo("forbidden");
  }

  private Browser.Answer add(String kind, String name, String address) {
    return engineer.post(
        "/api/assets", Map.of("clientId", client, "kind", kind, "name", name, "address", address));
  }
}
