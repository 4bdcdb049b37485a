package org.shouyue.server.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;

/// Measures how long the client portal's pages take with many people on it and many tickets in it.
/// Each person reads one page after the other, thinking in between; a page is all the requests that
/// the browser makes for it. Run by hand: `PortalLoad [people] [tickets] [think millis] [pages]`.
final class PortalLoad {
  private static final String PASSWORD = "a-long-password";

  private final Map<String, ConcurrentLinkedQueue<Long>> taken = new ConcurrentHashMap<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final Map<String, List<String>> pages;

  private PortalLoad(UUID contract, UUID ticket) {
    this.pages =
        Map.of(
            "overview",
            List.of(
                "/api/obligations?state=missed&size=1",
                "/api/obligations?state=due,unknown&size=1",
                "/api/tickets?pressed=true&size=1",
                "/api/tickets?state=open,responded,paused&size=1",
                "/api/portal/awaiting",
                "/api/contracts?state=in-force,ended&size=12",
                "/api/contracts/" + contract + "/calendar"),
            "status",
            List.of("/api/status"),
            "tickets",
            List.of("/api/tickets"),
            "tickets, open, page 50",
            List.of("/api/tickets?state=open,responded,paused&page=50"),
            "tickets, search",
            List.of("/api/tickets?q=%E9%97%A8%E6%88%B7+777"),
            "one ticket",
            List.of("/api/tickets/" + ticket),
            "obligations",
            List.of("/api/obligations?contract=" + contract),
            "reports",
            List.of("/api/reports"),
            "acceptances",
            List.of("/api/acceptances"),
            "settlement",
            List.of("/api/contracts/" + contract + "/settlement"));
  }

  public static void main(String[] arguments) throws Exception {
    int people = number(arguments, 0, 200);
    int tickets = number(arguments, 1, 100_000);
    int think = number(arguments, 2, 8_000);
    int each = number(arguments, 3, 8);
    TestDatabase.Address database = TestDatabase.migrated();
    Path home = Files.createTempDirectory(Path.of("target"), "load");
    try (ServerProcess server = ServerProcess.startAsDelivered(database, home)) {
      Browser manager = new Browser(server.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      SignedContract desk = new SignedContract(manager, "云溪县人民政府办公室");
      UUID contract =
          desk.sign(
              desk.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
              "2025-12-22",
              null);
      UUID ticket = ticket(manager, contract);
      fill(database, ticket, tickets);
      List<Browser> signedIn = people(server.port(), manager, desk.client(), people);
      PortalLoad load = new PortalLoad(contract, ticket);
      load.run(signedIn.subList(0, Math.min(people, 4)), 100, 0); // warm
      load.taken.clear();
      long begun = System.nanoTime();
      load.run(signedIn, each, think);
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          "%d people, %,d tickets, %d ms between pages: %d pages in %.1f s, %d failed%n",
          people, tickets, think, people * each, seconds, load.failed.get());
      load.tell();
    } finally {
      database.drop();
    }
    System.exit(0);
  }

  private static int number(String[] arguments, int n, int usual) {
    return arguments.length > n ? Integer.parseInt(arguments[n]) : usual;
  }

  private static UUID ticket(Browser manager, UUID contract) {
    return UUID.fromString(
        manager
            .post(
                "/api/tickets",
                Map.of("contractId", contract, "kind", "fault", "title", "门户网站无法访问"))
            .expect(201)
            .text("id"));
  }

  /// Copies one ticket with its log, whatever columns they have. One in twenty is open, with clocks
  /// that have just begun.
  private static void fill(TestDatabase.Address database, UUID ticket, int count)
      throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String columns = columns(connection, "ticket");
      statement.execute(
          """
          insert into ticket (%1$s) select %2$s from ticket t, generate_series(1, %3$d) n,
            jsonb_populate_record(t, jsonb_build_object(
              'id', md5('ticket ' || n)::uuid, 'number', 'GD20260101-' || (1000 + n),
              'title', '门户 ' || n || ' 栏目无法打开', 'finding_id', null,
              'state', case when n %% 20 = 0 then 'responded' else 'closed' end,
              'opened_at', case when n %% 20 = 0 then t.opened_at - n %% 60 * interval '1 second'
                else t.opened_at - n * interval '1 minute' end,
              'closed_at', case when n %% 20 = 0 then null else t.opened_at end)) r
          where t.id = '%4$s'\
          """
              .formatted(columns, prefixed(columns), count, ticket));
      String entries = columns(connection, "ticket_event");
      statement.execute(
          """
          insert into ticket_event (%1$s) select %2$s from ticket_event e, generate_series(1, %3$d) g(i),
            generate_series(1, 3) h(k),
            jsonb_populate_record(e, jsonb_build_object(
              'ticket_id', md5('ticket ' || i)::uuid, 'n', k,
              'type', (array['open', 'respond', 'comment'])[k],
              'at', case when i %% 20 = 0 then e.at - i %% 60 * interval '1 second' + k * interval '10 ms'
                else e.at - i * interval '1 minute' + k * interval '10 seconds' end)) r
          where e.ticket_id = '%4$s' and e.n = 1\
          """
              .formatted(entries, prefixed(entries), count, ticket));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("analyze");
    }
  }

  private static String columns(Connection connection, String table) throws SQLException {
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery(
                """
                select string_agg(column_name, ', ' order by ordinal_position)
                from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
                  and is_identity = 'NO'\
                """
                    .formatted(table))) {
      row.next();
      return row.getString(1);
    }
  }

  private static String prefixed(String columns) {
    return "r." + columns.replace(", ", ", r.");
  }

  /// Twenty accounts, as many sessions as people.
  private static List<Browser> people(int port, Browser manager, UUID client, int count) {
    int accounts = Math.min(count, 20);
    for (int n = 0; n < accounts; n++) {
      manager
          .post(
              "/api/people",
              Map.of(
                  "username",
                  "reader-" + n,
                  "name",
                  "查阅人 " + n,
                  "role",
                  n % 4 == 0 ? "client-signatory" : "client-reader",
                  "password",
                  PASSWORD,
                  "clients",
                  List.of(client)))
          .expect(201);
    }
    List<Browser> people = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      people.add(new Browser(port).signIn("reader-" + n % accounts, PASSWORD));
    }
    return people;
  }

  private void run(List<Browser> people, int each, int think) throws Exception {
    List<String> names = List.copyOf(pages.keySet());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int n = 0; n < people.size(); n++) {
        Browser person = people.get(n);
        int first = n;
        running.add(
            threads.submit(() -> {
              pause(ThreadLocalRandom.current().nextInt(think + 1));
              for (int page = 0; page < each; page++) {
                read(person, names.get((first + page) % names.size()));
                pause(think / 2 + ThreadLocalRandom.current().nextInt(think + 1));
              }
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private void read(Browser person, String page) {
    long begun = System.nanoTime();
    for (String address : pages.get(page)) {
      if (person.get(address).status() != 200) {
        failed.incrementAndGet();
      }
    }
    taken.computeIfAbsent(page, _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - begun);
  }

  private static void pause(int millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }

  private void tell() throws IOException {
    taken.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          long[] sorted = entry.getValue().stream().mapToLong(Long::longValue).sorted().toArray();
          System.out.printf(
              "  %-24s %5d times  p50 %6.1f  p95 %6.1f  p99 %6.1f  most %6.1f ms%n",
              entry.getKey(),
              sorted.length,
              at(sorted, 0.50),
              at(sorted, 0.95),
              at(sorted, 0.99),
              Arrays.stream(sorted).max().orElse(0) / 1e6);
        });
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
  }
}
