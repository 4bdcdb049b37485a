package org.shouyue.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.evidence.EvidenceStore;
import org.shouyue.evidence.PackageVerifier;
import org.shouyue.evidence.PackageWriter;
import org.shouyue.evidence.SigningKeys;
import org.shouyue.evidence.VerifyResult;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

class EvidenceLogTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private final UUID client = SERVER.client("甲方 " + UUID.randomUUID());
  private final UUID contract = UUID.randomUUID();
  private final Browser reader = SERVER.as("client-reader", client);

  @Test
  void verifiesWhatWasKept() {
    keep("one");
    keep("two");

    var verified = verify();

    assertThat(verified.text("ok")).isEqualTo("true");
    assertThat(verified.text("checked")).isEqualTo("2");
    assertThat(reader.get("/api/evidence?contract=" + contract).json().path("total").asInt())
        .isEqualTo(2);
  }

  @Test
  void namesTheFirstAlteredRecord() throws SQLException {
    keep("one");
    keep("two");

    sql("update evidence_record set name = 'other' where seq = 2 and contract_id = '%s'");

    assertThat(verify().text("firstProblem.code")).isEqualTo("altered");
    assertThat(verify().text("firstProblem.seq")).isEqualTo("2");
  }

  @Test
  void namesTheFirstMissingRecord() throws SQLException {
    keep("one");
    keep("two");

    sql("delete from evidence_record where seq = 1 and contract_id = '%s'");

    assertThat(verify().text("firstProblem.code")).isEqualTo("missing");
  }

  @Test
  void seesAFileThatWasAlteredOrTakenAway() throws IOException {
    EvidenceRecord record = keep("only once " + contract);
    Path file =
        SERVER
            .home()
            .resolve("evidence/sha256")
            .resolve(record.sha256().substring(0, 2))
            .resolve(record.sha256().substring(2, 4))
            .resolve(record.sha256());

    Files.writeString(file, "something else");
    assertThat(verify().text("firstProblem.code")).isEqualTo("content-altered");
    Files.delete(file);
    assertThat(verify().text("firstProblem.code")).isEqualTo("content-missing");
  }

  @Test
  void makesAPackageThatVerifiesOffline(@TempDir Path folder) {
    keep("one");
    keep("two");
    List<org.shouyue.evidence.EvidenceRecord> links =
        TenantScope.of(client).call(() -> SERVER.bean(EvidenceLog.class).chain(contract)).stream()
            .map(EvidenceRecord::link)
            .toList();

    new PackageWriter(SERVER.bean(EvidenceStore.class), SERVER.bean(SigningKeys.class))
        .write(
            folder.resolve("package"),
            new PackageWriter.Contents(links, Map.of()),
            Instant.parse("2026-06-30T00:00:00Z"));

    assertThat(PackageVerifier.verify(folder.resolve("package")))
        .isInstanceOfSatisfying(
            VerifyResult.Intact.class, intact -> assertThat(intact.records()).isEqualTo(2));
  }

  @Test
  void extendsOneChainFromManyThreadsWithoutAGap() {
    var seqs = new ConcurrentSkipListSet<Long>();

    IntStream.range(0, 20).parallel().forEach(i -> seqs.add(keep("content " + i).seq()));

    assertThat(seqs).hasSize(20).first().isEqualTo(1L);
    assertThat(verify().text("ok")).isEqualTo("true");
  }

  @Test
  void showsNothingToAnotherClient() {
    keep("secret");
    Browser other = SERVER.as("client-reader", SERVER.client("他方 " + UUID.randomUUID()));

    other.get("/api/evidence/" + contract + "/1").expect(404);
    other.get("/api/evidence/" + contract + "/1/content").expect(404);
    assertThat(other.get("/api/evidence").json().path("total").asInt()).isZero();
  }

  private EvidenceRecord keep(String text) {
    return TenantScope.of(client)
        .call(() ->
            SERVER
                .bean(EvidenceLog.class)
                .keep(
                    new NewEvidence(
                        client,
                        contract,
                        "record.txt",
                        "text/plain",
                        text.getBytes(StandardCharsets.UTF_8),
                        "obligation/1",
                        Instant.parse("2026-01-01T00:00:00Z"))));
  }

  private Browser.Answer verify() {
    return reader.post("/api/evidence/verify", Map.of("contractId", contract)).expect(200);
  }

  private void sql(String sql) throws SQLException {
    try (var connection = SERVER.database().connect();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(contract))).isEqualTo(1);
    }
  }
}
