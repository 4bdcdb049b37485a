package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.Furnishing;
import org.shouyue.server.testing.ServerUnderTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Tries to cross the walls between clients: at every address that the API's own description names,
/// and below, in SQL.
class TenantIsolationTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z");

  private static final String SECRET = "乙方机密系统";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /// Belongs to everybody: read before there is a scope, by the tenant room alone.
  private static final Set<String> WITHOUT_ROW_SECURITY = Set.of("person_client");

  /// Where an administrator, who sees nothing of any client, is told the names of those to whom
  /// they give access or whose notices go by a channel.
  private static final Set<String> NAMES_CLIENTS =
      Set.of(
          "/api/channels",
          "/api/people",
          "/api/people/{id}",
          "/api/security/clients",
          "/api/security/clients/{id}/people");

  /// Nothing of these is made by [FurnishedClients].
  private static final Set<String> EMPTY_ON_PURPOSE =
      Set.of("payment_trigger", "asset_memory", "ambiguity_decision", "quota_use");

  /// With how many addresses of a path everybody is tried, though nobody of theirs sees a thing
  /// there.
  private static final int FEW = 5;

  private static UUID ours;
  private static UUID theirs;
  private static Browser us;
  private static Browser them;
  private static Set<String> theirIds;
  private static Set<String> theirThings;

  @BeforeAll
  static void furnishBothClients() throws SQLException, IOException {
    ours = SERVER.client("我方");
    theirs = SERVER.client(SECRET);
    us = SERVER.as("client-reader", ours);
    them = SERVER.as("client-reader", theirs);
    try (FurnishedClients furnished = new FurnishedClients(SERVER)) {
      furnished.furnish(ours, "我方系统");
      furnished.furnish(theirs, SECRET);
      furnished.serve("2026-02-01T00:00:00Z");
    }
    theirIds = identifiersOf(theirs);
    theirThings = thingsOf(theirs);
    List<String> empty = new ArrayList<>();
    for (String table : tenantTables()) {
      if (rowsOf(theirs, table).isEmpty()) {
        empty.add(table);
      }
    }
    Set<String> emptyOnPurpose = new TreeSet<>(EMPTY_ON_PURPOSE);
    Furnishing.all().forEach(room -> emptyOnPurpose.addAll(room.emptyOnPurpose()));
    assertThat(emptyOnPurpose).as("tables without a row of theirs").containsAll(empty);
  }

  @Test
  void showsNothingOfAnotherClientAtAnyAddress() {
    List<Browser> witnesses = List.of(them, SERVER.as("provider-manager", theirs));
    List<Browser> outsiders =
        List.of(
            us,
            SERVER.as("engineer", ours),
            SERVER.as("client-signatory", ours),
            SERVER.as("auditor", ours),
            SERVER.as("system-admin"),
            SERVER.as("security-admin"));
    Set<String> reached = new ConcurrentSkipListSet<>();
    List<String> paths = getPaths();
    paths.parallelStream()
        .forEach(path -> {
          List<String> unknown =
              witnesses.stream().map(witness -> witness.get(unknown(path)).body()).toList();
          int tried = 0;
          for (String address : addresses(path)) {
            boolean theirThing = false;
            for (int i = 0; i < witnesses.size(); i++) {
              Browser.Answer seen = witnesses.get(i).get(address);
              boolean ofThing = path.contains("{") && seen.status() == 200;
              ofThing &= seen.bytes().length > 2 && !seen.body().equals(unknown.get(i));
              if (ofThing) {
                assertThat(us.get(address).body()).as("GET " + address).isNotEqualTo(seen.body());
              }
              theirThing |= ofThing || !leak(seen, address).isEmpty();
            }
            if (theirThing) {
              reached.add(path);
            }
            // What nobody of theirs sees is tried with two alone, after the first few.
            boolean all = theirThing || tried++ < FEW;
            for (Browser outsider : all ? outsiders : outsiders.subList(0, 2)) {
              if (!(NAMES_CLIENTS.contains(path) && administers(outsider))) {
                Browser.Answer seen = outsider.get(address);
                assertThat(seen.status()).as("GET " + address).isLessThan(500);
                assertThat(leak(seen, address)).as("GET " + address).isEmpty();
              }
            }
          }
        });
    Set<String> missed = new TreeSet<>(paths);
    missed.removeAll(reached);

    // Where the other client itself sees something, our seeing nothing means something.
    System.out.println("isolation proven at " + reached + "; nothing to see at " + missed);
    assertThat(reached)
        .contains(
            "/api/assets",
            "/api/assets/{id}",
            "/api/clients",
            "/api/clients/{id}",
            "/api/contracts",
            "/api/contracts/{id}",
            "/api/contracts/{id}/calendar",
            "/api/contracts/{id}/services",
            "/api/contracts/{id}/settlement",
            "/api/contracts/{id}/source",
            "/api/obligations",
            "/api/obligations/{id}",
            "/api/permits",
            "/api/permits/{id}",
            "/api/tickets",
            "/api/tickets/{id}",
            "/api/runs",
            "/api/runs/{id}",
            "/api/findings",
            "/api/findings/{id}",
            "/api/reports",
            "/api/reports/{id}",
            "/api/reports/{id}/file",
            "/api/acceptances",
            "/api/acceptances/{id}",
            "/api/contracts/{id}/payments",
            "/api/scope/refusals",
            "/api/evidence",
            "/api/evidence/{contractId}/{seq}",
            "/api/evidence/{contractId}/{seq}/content");
  }

  @Test
  void changesNothingOfAnotherClient() throws SQLException {
    Map<String, List<String>> before = theirRows();
    List<Browser> intruders =
        List.of(
            SERVER.as("engineer", ours),
            SERVER.as("client-signatory", ours),
            us,
            SERVER.as("auditor", ours));

    AtomicInteger tried = new AtomicInteger();
    ForeignDeed.all(us).parallelStream()
        .forEach(deed -> {
          List<Browser> barred = new ArrayList<>();
          for (String id : theirThings) {
            for (Browser intruder : intruders) {
              if (barred.contains(intruder)) {
                continue;
              }
              Browser.Answer answer = deed.by(intruder, id);
              boolean refused =
                  List.of(403, 404).contains(answer.status())
                      || answer.status() == 400 && answer.body().contains("clientId");
              assertThat(refused).as(deed + " with " + id + ": " + answer.body()).isTrue();
              tried.incrementAndGet();
              if (answer.status() == 403 && answer.body().contains("not allowed to a ")) {
                barred.add(intruder); // by role, before anybody looked at the identifier
              }
            }
          }
        });

    System.out.println(tried + " foreign deeds refused");
    assertThat(theirRows()).isEqualTo(before);
  }

  @Test
  void showsNoRowOfAnyTenantTableWithoutAScope() throws SQLException {
    JdbcClient jdbc = SERVER.bean(JdbcClient.class);
    for (String table : tenantTables()) {
      assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void showsOnlyTheRowsOfTheScope() {
    JdbcClient jdbc = SERVER.bean(JdbcClient.class);

    List<UUID> seen =
        TenantScope.of(ours)
            .call(() -> jdbc.sql("select distinct client_id from asset").query(UUID.class).list());

    assertThat(seen).containsExactly(ours);
  }

  @Test
  void takesNoRowForAnotherClient() {
    JdbcClient jdbc = SERVER.bean(JdbcClient.class);
    Runnable insert =
        () ->
            jdbc.sql(
                    """
                    insert into asset (client_id, kind, name, address, created_at)
                    values (:client, 'system', 'planted', 'planted', now())
                    """)
                .param("client", theirs)
                .update();
    Runnable move =
        () -> jdbc.sql("update asset set client_id = :client").param("client", theirs).update();

    assertThatThrownBy(insert::run).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> TenantScope.of(ours).run(insert))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> TenantScope.of(ours).run(move))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void givesTheNextUserOfAConnectionNothingOfTheLast() {
    JdbcClient jdbc = SERVER.bean(JdbcClient.class);
    for (int i = 0; i < 30; i++) {
      long scoped =
          TenantScope.of(theirs)
              .call(() -> jdbc.sql("select count(*) from asset").query(Long.class).single());
      assertThat(scoped).isPositive();
      assertThat(jdbc.sql("select count(*) from asset").query(Long.class).single()).isZero();
    }
  }

  @Test
  void securesEveryTableThatNamesAClient() throws SQLException {
    try (var connection = SERVER.database().connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    """
                    select c.relname from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id'
                    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                      and not c.relrowsecurity
                    """)) {
      List<String> open = new ArrayList<>();
      while (rows.next()) {
        open.add(rows.getString(1));
      }
      assertThat(open).containsExactlyInAnyOrderElementsOf(WITHOUT_ROW_SECURITY);
    }
  }

  @Test
  void worksAsAnAccountThatCannotPassByRowSecurity() {
    Map<String, Object> role =
        SERVER
            .bean(JdbcClient.class)
            .sql(
                """
                select rolsuper, rolbypassrls, rolcreaterole,
                  exists (select from pg_class where relowner = r.oid) as owns
                from pg_roles r where rolname = current_user
                """)
            .query()
            .singleRow();

    assertThat(role).doesNotContainValue(true);
  }

  /// What an answer tells about the other client beyond what was in the question.
  private static Set<String> leak(Browser.Answer answer, String address) {
    Set<String> leaked = new TreeSet<>();
    if (answer.status() >= 300) {
      return leaked;
    }
    String body = answer.body();
    if (body.contains(SECRET)) {
      leaked.add(SECRET);
    }
    for (String id : theirIds) {
      if (body.contains(id) && !address.contains(id)) {
        leaked.add(id);
      }
    }
    if (PARAMETER.matcher(address).find()) {
      throw new AssertionError("not filled in: " + address);
    }
    return leaked;
  }

  private static boolean administers(Browser browser) {
    return browser.person().path("role").asString().endsWith("-admin");
  }

  private static List<String> getPaths() {
    JsonNode paths = us.get("/api/openapi").expect(200).json().path("paths");
    List<String> found = new ArrayList<>();
    paths
        .propertyStream()
        .forEach(entry -> {
          if (entry.getValue().has("get")) {
            found.add(entry.getKey());
          }
        });
    assertThat(found).hasSizeGreaterThan(10);
    return found;
  }

  /// The address of a thing that nobody has.
  private static String unknown(String path) {
    return PARAMETER.matcher(path).replaceAll(UUID.randomUUID().toString());
  }

  /// The address with each of their identifiers in the place of its parameters.
  private static Set<String> addresses(String given) {
    String path =
        given.replace("{name}", "acceptance.json").replaceFirst("/file$", "/file?as=json");
    Set<String> addresses = new LinkedHashSet<>();
    for (String id : theirThings) {
      String first = PARAMETER.matcher(path).replaceFirst(id);
      addresses.add(PARAMETER.matcher(first).replaceAll("1"));
      if (!path.contains("{")) {
        addresses.add(path + "?client=" + id + "&contract=" + id);
      }
    }
    if (!path.contains("{")) {
      addresses.add(path);
    }
    return addresses;
  }

  private static List<String> tenantTables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var connection = SERVER.database().connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    """
                    select table_name from information_schema.columns
                    where column_name = 'client_id' and table_schema = 'public'
                    """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    tables.removeAll(WITHOUT_ROW_SECURITY);
    tables.remove("audit_entry"); // the platform's own chain is read by role, not by client
    tables.add("client");
    assertThat(tables).contains("asset", "permit", "evidence_record");
    return tables;
  }

  /// Every identifier in every row of a client, as the owner of the tables sees them, but for those
  /// of people who are of no client.
  private static Set<String> identifiersOf(UUID client) throws SQLException {
    Set<String> identifiers = new LinkedHashSet<>();
    identifiers.add(client.toString());
    try (var connection = SERVER.database().connect()) {
      for (String table : tenantTables()) {
        String column = table.equals("client") ? "id" : "client_id";
        try (ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select to_jsonb(t)::text from %s t where %s = '%s' limit 2"
                        .formatted(table, column, client))) {
          while (rows.next()) {
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(rows.getString(1))
                .results()
                .forEach(match -> identifiers.add(match.group()));
          }
        }
      }
      try (ResultSet people =
          connection
              .createStatement()
              .executeQuery(
                  "select id from person where id not in (select person_id from person_client)")) {
        while (people.next()) {
          identifiers.remove(people.getString(1));
        }
      }
    }
    return identifiers;
  }

  /// One thing of each table that is known by an identifier of its own, as addresses name it.
  private static Set<String> thingsOf(UUID client) throws SQLException {
    Set<String> things = new LinkedHashSet<>();
    things.add(client.toString());
    try (var connection = SERVER.database().connect()) {
      for (String table : tenantTables()) {
        String column = table.equals("client") ? "id" : "client_id";
        try (ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    """
                    select v.value from %s t, jsonb_each_text(to_jsonb(t)) v
                    where t.%s = '%s' and v.key in (select a.attname from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indrelid = '%s'::regclass and i.indisprimary)
                      and v.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                    limit 1\
                    """
                        .formatted(table, column, client, table))) {
          while (rows.next()) {
            things.add(rows.getString(1));
          }
        }
      }
    }
    return things;
  }

  private static Map<String, List<String>> theirRows() throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : tenantTables()) {
      rows.put(table, rowsOf(theirs, table));
    }
    return rows;
  }

  /// What the owner of the tables sees of a client's rows.
  private static List<String> rowsOf(UUID client, String table) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var connection = SERVER.database().connect();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select t::text from %s t where %s = '%s' order by 1"
                        .formatted(table, table.equals("client") ? "id" : "client_id", client))) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
