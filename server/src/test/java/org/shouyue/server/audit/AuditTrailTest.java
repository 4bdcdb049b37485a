package org.shouyue.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.evidence.AuditFile;
import org.shouyue.evidence.AuditFile.Outcome;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  /// Puts another name into a chain's first entry and links all its entries anew.
  private static final String REWRITTEN =
      """
      do $$
      declare entry audit_entry; before text := '';
      begin
        for entry in select * from audit_entry where client_id = '%1$s' order by seq loop
          entry.actor := case when entry.seq = 1 then 'nobody' else entry.actor end;
          entry.previous := before;
          entry.digest := audit_digest(entry);
          update audit_entry set actor = entry.actor, previous = entry.previous,
            digest = entry.digest where chain = entry.chain and seq = entry.seq;
          before := entry.digest;
        end loop;
        update audit_head set digest = before where chain = '%1$s';
      end $$\
      """;

  private final UUID client = SERVER.client("甲方 " + UUID.randomUUID());

  @Test
  void tellsWhoChangedWhatFromWhere() {
    Browser engineer = SERVER.as("engineer", client);
    addAsset(engineer, "主机").expect(201);

    var entry = SERVER.admin().get("/api/audit?action=asset.added&client=" + client).expect(200);

    assertThat(entry.text("items.0.actor"))
        .isEqualTo(engineer.person().path("username").asString());
    assertThat(entry.text("items.0.role")).isEqualTo("engineer");
    assertThat(entry.text("items.0.address")).isEqualTo("127.0.0.1");
    assertThat(entry.text("items.0.details")).contains("10.0.0.1");
  }

  @Test
  void findsByPersonSubjectAndTime() {
    Browser engineer = SERVER.as("engineer", client);
    addAsset(engineer, "主机").expect(201);
    String name = engineer.person().path("username").asString();
    Browser admin = SERVER.admin();

    assertThat(admin.get("/api/audit?actor=" + name + "&subject=asset").text("total"))
        .isEqualTo("1");
    assertThat(admin.get("/api/audit?actor=" + name + "&subject=ass").text("total")).isEqualTo("0");
    assertThat(admin.get("/api/audit?actor=" + name + "&until=2000-01-01T00:00:00Z").text("total"))
        .isEqualTo("0");
    assertThat(
            admin
                .get("/api/audit?from=2000-01-01T00:00:00Z&action=asset.added&client=" + client)
                .text("total"))
        .isEqualTo("1");
  }

  @Test
  void exportsAFileThatIsVerifiedWithoutAServer(@TempDir Path folder) throws Exception {
    addAsset(SERVER.as("engineer", client), "主机 \"引号\"").expect(201);
    List<String> lines =
        SERVER.admin().get("/api/audit/export").expect(200).body().lines().toList();

    Outcome whole = verified(folder, lines);
    assertThat(whole).isInstanceOf(Outcome.Intact.class);
    Outcome.Intact intact = (Outcome.Intact) whole;
    assertThat(intact.entries()).isEqualTo(lines.size() - 1);
    assertThat(intact.chains()).isGreaterThan(1);
    Path file = folder.resolve("audit.ndjson");
    String print = intact.fingerprints().values().iterator().next();
    assertThat(((Outcome.Intact) AuditFile.verify(file, Set.of(print))).trusted()).isTrue();
    assertThat(AuditFile.verify(file, Set.of("00"))).isInstanceOf(Outcome.Broken.class);

    List<String> altered = new ArrayList<>(lines);
    altered.set(2, altered.get(2).replace("00000000-0000", "00000000-0001"));
    assertThat(verified(folder, altered)).isInstanceOf(Outcome.Broken.class);
    List<String> shorter = new ArrayList<>(lines);
    shorter.remove(1);
    assertThat(verified(folder, shorter)).isInstanceOf(Outcome.Broken.class);
    List<String> cutInChains = new ArrayList<>(lines);
    cutInChains.remove(lines.size() - 2);
    assertThat(verified(folder, cutInChains)).isInstanceOf(Outcome.Broken.class);
    assertThat(verified(folder, lines.subList(0, lines.size() - 1)))
        .isInstanceOf(Outcome.Broken.class);
    assertThat(SERVER.as("engineer", client).get("/api/audit/export").status()).isEqualTo(403);
  }

  private static Outcome verified(Path folder, List<String> lines) throws IOException {
    Path file = folder.resolve("audit.ndjson");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return AuditFile.verify(file, Set.of());
  }

  @Test
  void writesNothingForAChangeThatIsRolledBack() {
    ApplicationEventPublisher events = SERVER.context();

    SERVER
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          events.publishEvent(new Changed(null, "test.undone", "test/1"));
          status.setRollbackOnly();
        });

    assertThat(SERVER.admin().get("/api/audit?action=test.undone").text("total")).isEqualTo("0");
    assertThatThrownBy(() -> events.publishEvent(new Changed(null, "test.stray", "test/2")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void linksEntriesOfManyThreadsIntoOneChain() {
    Browser engineer = SERVER.as("engineer", client);

    IntStream.range(0, 20).parallel().forEach(i -> addAsset(engineer, "主机 " + i).expect(201));

    assertThat(SERVER.admin().get("/api/audit?client=" + client).text("total")).isEqualTo("21");
    assertThat(SERVER.admin().get("/api/audit/verify").expect(200).text("ok")).isEqualTo("true");
  }

  @Test
  void cannotBeAlteredByTheAccountThatWritesIt() {
    JdbcClient jdbc = SERVER.bean(JdbcClient.class);

    for (String sql :
        new String[] {
          "update audit_entry set actor = 'somebody'",
          "delete from audit_entry",
          "insert into audit_entry select * from audit_entry",
          "update audit_head set seq = 0",
          "alter table audit_entry disable row level security"
        }) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void showsWhichEntryItsOwnerAltered() throws SQLException {
    UUID other = SERVER.client("被改 " + UUID.randomUUID());
    Browser engineer = SERVER.as("engineer", other);
    addAsset(engineer, "一").expect(201);
    addAsset(engineer, "二").expect(201);

    try (var connection = SERVER.database().connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update audit_entry set actor = 'x' where seq = 2 and client_id = '" + other + "'");
      var broken = SERVER.admin().get("/api/audit/verify").expect(200);
      assertThat(broken.text("broken.0.client")).isEqualTo(other.toString());
      assertThat(broken.text("broken.0.seq")).isEqualTo("2");
      statement.executeUpdate("delete from audit_entry where client_id = '" + other + "'");
      statement.executeUpdate("delete from audit_head where chain = '" + other + "'");
    }
  }

  @Test
  void findsTheDayOfAChainThatItsOwnerRewroteAsAWhole() throws SQLException {
    UUID other = SERVER.client("重写 " + UUID.randomUUID());
    addAsset(SERVER.as("engineer", other), "一").expect(201);
    Browser auditor = SERVER.as("auditor", other);
    auditor.get("/api/audit/export").expect(200);
    addAsset(SERVER.as("engineer", other), "二").expect(201);
    assertThat(auditor.get("/api/audit/verify").expect(200).text("ok")).isEqualTo("true");

    try (var connection = SERVER.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create temp table kept as select * from audit_entry where client_id = '" + other + "'");
      statement.execute(REWRITTEN.formatted(other));
      var seen = auditor.get("/api/audit/verify").expect(200);
      assertThat(seen.text("ok")).isEqualTo("false");
      assertThat(seen.json().path("broken").toString()).doesNotContain(other.toString());
      assertThat(seen.text("lost.0.client")).isEqualTo(other.toString());
      assertThat(seen.text("lost.0.day"))
          .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
      statement.execute(
          """
          update audit_entry a set actor = k.actor, previous = k.previous, digest = k.digest
          from kept k where a.chain = k.chain and a.seq = k.seq\
          """);
      statement.execute(
          """
          update audit_head h set digest = k.digest
          from kept k where h.chain = k.chain and h.seq = k.seq\
          """);
    }
    assertThat(auditor.get("/api/audit/verify").expect(200).text("ok")).isEqualTo("true");
  }

  @Test
  void isForManagersAndAuditorsOnly() {
    for (String role : new String[] {"engineer", "client-reader", "client-signatory"}) {
      SERVER.as(role, client).get("/api/audit").expect(403);
    }
    var seen = SERVER.as("auditor", client).get("/api/audit?size=200").expect(200);
    seen.json()
        .path("items")
        .forEach(
            item -> assertThat(item.path("clientId").asString("")).isIn("", client.toString()));
  }

  private Browser.Answer addAsset(Browser browser, String name) {
    String clientId = browser.person().path("clients").path(0).path("id").asString();
    return browser.post(
        "/api/assets",
        Map.of("clientId", clientId, "kind", "host", "name", name, "address", "10.0.0.1"));
  }
}
