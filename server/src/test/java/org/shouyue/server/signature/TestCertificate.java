package org.shouyue.server.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shouyue.server.signature.TestAuthority.Keys;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import tools.jackson.databind.JsonNode;

/// Signs with a certificate for the tests of other rooms.
public final class TestCertificate {
  private TestCertificate() {}

  /// The identifier of a valid signature under a matter's document, of an authority that is trusted
  /// from now on.
  public static String signed(ServerUnderTest server, Browser by, String about, boolean pdf) {
    TestAuthority authority = new TestAuthority(Keys.EC, "测试机构 " + about);
    server
        .admin()
        .form(
            "/api/trust/anchors",
            Map.of(),
            "file",
            "ca.pem",
            Certificates.pem(authority.root()).getBytes(StandardCharsets.US_ASCII))
        .expect(201);
    String offer =
        by.post("/api/signatures/offers", Map.of("about", about, "pdf", pdf))
            .expect(201)
            .text("id");
    byte[] content = by.get("/api/signatures/offers/" + offer + "/content").expect(200).bytes();
    byte[] signature = authority.signed(authority.person("某人"), content);
    JsonNode taken =
        by.form("/api/signatures/offers/" + offer, Map.of(), "file", "signature.p7s", signature)
            .expect(201)
            .json();
    assertThat(taken.path("state").asString()).as(taken.toString()).isEqualTo("valid");
    return taken.path("id").asString();
  }
}
