package org.shouyue.server.ticket;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Measures how many clocks a second the watch evaluates among many tickets, and how long a page of
/// the list and a search take meanwhile. Run by hand: `ClockRate [tickets] [clocks]`; so many
/// tickets lie in the database, of which so many have a clock that speaks at the same instant.
final class ClockRate {
  private static final int ASKED = 200;

  private ClockRate() {}

  public static void main(String[] arguments) throws Exception {
    int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int clocks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    try (ServerUnderTest server =
        new ServerUnderTest("shouyue.clock=replay:2026-01-01T00:00:00Z").start()) {
      SignedContract signed = new SignedContract(server, "云溪县人民政府办公室");
      UUID contract =
          signed.draft(Files.readString(Path.of("../contract/samples/three-fault-levels.txt")));
      signed.asset("system", "门户", "portal");
      signed.sign(contract, "2026-01-01", null);
      Browser manager = server.admin();
      UUID pattern =
          UUID.fromString(
              manager
                  .post(
                      "/api/tickets",
                      Map.of("contractId", contract, "kind", "fault", "title", "网站打不开"))
                  .expect(201)
                  .text("id"));
      fill(server, pattern, tickets, clocks);
      double seconds = watch(server);
      System.out.printf(
          "%d tickets, %d looked at, each with two clocks: %d broken ones written and told in %.2f s"
              + " = %.0f tickets/s%n",
          tickets, clocks, breaches(server), seconds, clocks / seconds);
      reawaken(server);
      double again = watch(server);
      System.out.printf(
          "looked at again with nothing new to say: %.2f s = %.0f tickets/s%n",
          again, clocks / again);
      tell(manager, "list", "/api/tickets?size=50");
      tell(manager, "open ones", "/api/tickets?size=50&state=open,responded,paused");
      tell(manager, "pressed", "/api/tickets?size=50&pressed=true");
      tell(manager, "rare word", "/api/tickets?q=" + encoded("第 77777 号机柜"));
      tell(manager, "every ticket's", "/api/tickets?q=" + encoded("机柜"));
      tell(manager, "and open", "/api/tickets?state=open,responded&q=" + encoded("机柜"));
      tell(manager, "and none", "/api/tickets?state=paused&q=" + encoded("机柜"));
      tell(manager, "one letter", "/api/tickets?q=" + encoded("柜"));
    }
    System.exit(0);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /// Copies of one ticket, as the owner of the tables; most of them closed, as in real life.
  private static void fill(ServerUnderTest server, UUID pattern, int tickets, int clocks)
      throws SQLException {
    try (Connection connection = server.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create temp table copy as
          select gen_random_uuid() as id, n, n <= %2$d as running
          from generate_series(1, %1$d) n;
          insert into ticket (id, client_id, contract_id, contract_version, number, kind, title, body,
            severity, state, opened_at, opened_by, closed_at, level, calendar, wake_at)
          select c.id, client_id, contract_id, contract_version, 'GD-' || c.n, kind,
            '第 ' || c.n || ' 号机柜', '温度过高，风扇停转', severity,
            case when running then 'responded' else 'closed' end,
            opened_at - c.n * interval '1 second' - interval '10 days', opened_by,
            case when running then null else opened_at end, level, calendar,
            case when running then opened_at end
          from ticket, copy c where ticket.id = '%3$s';
          insert into ticket_event (ticket_id, n, client_id, at, type, who)
          select c.id, 1, e.client_id, e.at - c.n * interval '1 second' - interval '10 days', 'open', who
          from ticket_event e, copy c where ticket_id = '%3$s' and e.n = 1;
          insert into ticket_event (ticket_id, n, client_id, at, type, who)
          select c.id, 2, e.client_id, e.at, case when running then 'respond' else 'close' end, who
          from ticket_event e, copy c where ticket_id = '%3$s' and e.n = 1;
          insert into ticket_words (ticket_id, client_id, said, grams)
          select id, client_id, ticket_plain(words), ticket_grams(words)
          from (select t.id, t.client_id, concat_ws(E'\\n', t.number, t.title, t.body) as words
            from ticket t join copy c on c.id = t.id) said;
          analyze;
          """
              .formatted(tickets, clocks, pattern));
    }
  }

  private static void reawaken(ServerUnderTest server) throws SQLException {
    try (Connection connection = server.database().connect();
        var statement = connection.createStatement()) {
      statement.execute("update ticket set wake_at = opened_at where state = 'responded'");
      statement.execute("analyze");
    }
  }

  private static int breaches(ServerUnderTest server) throws SQLException {
    try (Connection connection = server.database().connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(distinct ticket_id) from ticket_event where type = 'breach'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /// Lets the watch look once.
  private static double watch(ServerUnderTest server) {
    long begun = System.nanoTime();
    new Looking(server).once();
    return (System.nanoTime() - begun) / 1e9;
  }

  /// The watch as the clock work calls it: with every client in scope.
  private record Looking(ServerUnderTest server) {
    void once() {
      var clients = server.bean(org.shouyue.server.tenant.Clients.class);
      org.shouyue.server.tenant.TenantScope.of(clients.everyId())
          .run(() ->
              server
                  .bean(TicketWatch.class)
                  .at(server.bean(java.time.InstantSource.class).instant()));
    }
  }

  private static void tell(Browser manager, String name, String path) {
    long[] nanos = new long[ASKED];
    for (int n = 0; n < ASKED; n++) {
      long begun = System.nanoTime();
      manager.get(path).expect(200);
      nanos[n] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-12s p50 %.1f ms, p95 %.1f ms%n",
        name, nanos[ASKED / 2] / 1e6, nanos[ASKED * 95 / 100] / 1e6);
  }
}
