package org.shouyue.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestSite;
import tools.jackson.databind.node.ObjectNode;

/// What may not be touched is not known: neither done nor mended.
class WithoutPermitTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  @Test
  void saysUnknownWhenThePermitIsGone() throws Exception {
    try (TestSite site = new TestSite()) {
      site.breakDown();
      SignedContract signed = new SignedContract(SERVER, "云溪县人民政府办公室");
      UUID asset = signed.asset("site", "门户", site.url());
      UUID contract = monthlyLook(signed);
      signed.sign(contract, "2026-01-01", Map.of("1", List.of(asset)));
      Browser manager = signed.manager();
      manager
          .post("/api/clock", Map.of("to", "2026-01-31T00:00:00Z", "untilFound", true))
          .expect(200);
      String finding = manager.get("/api/findings").expect(200).text("items.0.id");
      site.mend();
      revoke(manager);

      manager.post("/api/findings/" + finding + "/retest", Map.of());
      signed.advance("2026-02-26T00:00:00Z");

      Browser.Answer told = manager.get("/api/findings/" + finding).expect(200);
      assertThat(told.text("state")).isEqualTo("open");
      assertThat(told.body()).contains("retest-unknown").doesNotContain("retest-fixed");
      assertThat(manager.get("/api/tickets").text("items.0.state")).isNotEqualTo("closed");
      assertThat(signed.count(contract, "done")).as("January").isEqualTo(1);
      assertThat(signed.count(contract, "unknown")).as("February").isEqualTo(1);
      assertThat(manager.get("/api/scope/refusals").text("items.0.code")).isEqualTo("revoked");
      signed.advance("2026-03-02T00:00:00Z");
      assertThat(signed.count(contract, "missed")).as("February, over").isEqualTo(1);
    }
  }

  private static void revoke(Browser manager) {
    String permit = manager.get("/api/permits").expect(200).text("items.0.id");
    manager.post("/api/permits/" + permit + "/revoke", Map.of("reason", "服务结束")).expect(200);
  }

  /// A contract with one service, once a month.
  private static UUID monthlyLook(SignedContract signed) throws Exception {
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    ObjectNode body =
        (ObjectNode)
            signed.manager().get("/api/contracts/" + contract).expect(200).json().path("body");
    ((ObjectNode) body.path("term")).put("from", "2026-01-01");
    ObjectNode service = (ObjectNode) body.path("services").path(0).deepCopy();
    service.put("id", "1").put("capability", "site-availability").put("frequency", "P1M");
    body.putArray("services").add(service);
    signed.manager().put("/api/contracts/" + contract + "/body", body).expect(200);
    return contract;
  }
}
