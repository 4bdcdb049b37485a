package org.shouyue.server.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The cases of the clients in scope. Callers bring the transaction.
@Repository
class Approvals {
  private static final String STATE =
      """
      case when a.state = 'approved' and a.used >= a.downloads then 'used'
        when a.state in ('requested', 'approved') and a.until <= :now then 'lapsed'
        else a.state end\
      """;
  private static final String COLUMNS = "a.*, c.name as client_name, " + STATE + " as state_now";
  private static final String TABLES = "export_approval a join client c on c.id = a.client_id";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Approvals(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Page<Approval> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "a.requested_at desc, a.id")
        .with("now", Sql.at(clock.instant()))
        .where("a.client_id = :client", "client", client)
        .where("(" + STATE + ") = :state", "state", state)
        .search("a.what", "a.purpose", "a.recipient", "a.person_name")
        .sort("requestedAt", "a.requested_at")
        .sort("until", "a.until")
        .sort("personName", "a.person_name")
        .page(request, Approvals::approval);
  }

  Optional<Approval> find(UUID id) {
    return jdbc.sql("select %s from %s where a.id = :id".formatted(COLUMNS, TABLES))
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .query(Approvals::approval)
        .optional();
  }

  /// Those by which a person may take something of these clients now, the oldest first.
  List<Approval> usable(UUID person, String path, Collection<UUID> clients) {
    return jdbc.sql(
            """
            select %s from %s where a.person_id = :person and a.path = :path
              and a.client_id = any(:clients) and a.state = 'approved' and a.until > :now
              and a.used < a.downloads
            order by a.until, a.id\
            """
                .formatted(COLUMNS, TABLES))
        .param("now", Sql.at(clock.instant()))
        .param("person", person)
        .param("path", path)
        .param("clients", clients.toArray(UUID[]::new))
        .query(Approvals::approval)
        .list();
  }

  /// Those that wait for an answer, the oldest first.
  List<Approval> waiting(int most) {
    return jdbc.sql(
            """
            select %s from %s where a.state = 'requested' and a.until > :now
            order by a.requested_at limit :most\
            """
                .formatted(COLUMNS, TABLES))
        .param("now", Sql.at(clock.instant()))
        .param("most", most)
        .query(Approvals::approval)
        .list();
  }

  /// Uses one up by one; false when somebody was faster.
  boolean use(UUID id) {
    return jdbc.sql(
                """
                update export_approval set used = used + 1
                where id = :id and state = 'approved' and used < downloads and until > :now\
                """)
            .param("id", id)
            .param("now", Sql.at(clock.instant()))
            .update()
        == 1;
  }

  void add(Approval one) {
    jdbc.sql(
            """
            insert into export_approval (id, client_id, person_id, person_name, path, query, what,
              purpose, recipient, until, downloads, state, requested_at)
            values (:id, :client, :person, :name, :path, :query, :what, :purpose, :recipient,
              :until, :downloads, 'requested', :at)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("person", one.personId())
        .param("name", one.personName())
        .param("path", one.path())
        .param("query", one.query())
        .param("what", one.what())
        .param("purpose", one.purpose())
        .param("recipient", one.recipient())
        .param("until", Sql.at(one.until()))
        .param("downloads", one.downloads())
        .param("at", Sql.at(one.requestedAt()))
        .update();
  }

  /// Answers one; false when it does not wait for an answer any more.
  boolean decide(UUID id, String state, Instant at, String by, @Nullable String remark) {
    return jdbc.sql(
                """
                update export_approval
                set state = :state, decided_at = :at, decided_by = :by, remark = :remark
                where id = :id and state = 'requested'\
                """)
            .param("state", state)
            .param("at", Sql.at(at))
            .param("by", by)
            .param("remark", remark)
            .param("id", id)
            .update()
        == 1;
  }

  private static Approval approval(ResultSet row, int number) throws SQLException {
    return new Approval(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.uuid(row, "person_id"),
        Sql.text(row, "person_name"),
        Sql.text(row, "path"),
        Sql.text(row, "query"),
        Sql.text(row, "what"),
        Sql.text(row, "purpose"),
        Sql.text(row, "recipient"),
        Sql.instant(row, "until"),
        row.getInt("downloads"),
        row.getInt("used"),
        Sql.text(row, "state_now"),
        Sql.instant(row, "requested_at"),
        Sql.instantOrNull(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("remark"));
  }
}
