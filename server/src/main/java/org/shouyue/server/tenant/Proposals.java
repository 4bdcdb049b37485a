package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.OfNoClient;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Changes that wait, or waited, for a second person.
@Repository
class Proposals {
  private static final String TABLES =
      """
      proposal r join person a on a.id = r.proposed_by left join person d on d.id = r.decided_by\
      """;
  private static final String COLUMNS =
      "r.*, a.name as proposer, a.role as proposer_role, d.name as decider";

  /// One of them.
  ///
  /// @param title whom it is about, in words
  /// @param body what is to change, as it was proposed
  /// @param reason why it was refused; null else
  /// @param passwordWaits whether its one-time password has not been fetched yet
  @OfNoClient
  record Proposal(
      UUID id,
      String kind,
      @Nullable UUID subject,
      String title,
      JsonNode body,
      String state,
      UUID proposedBy,
      String proposer,
      Role proposerRole,
      Instant proposedAt,
      @Nullable String decider,
      @Nullable Instant decidedAt,
      @Nullable String reason,
      boolean passwordWaits) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Proposals(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Page<Proposal> page(@Nullable String state, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "r.proposed_at desc, r.id")
        .where("r.state = :state", "state", state)
        .search("r.title", "a.name")
        .sort("proposedAt", "r.proposed_at")
        .page(request, this::proposal);
  }

  Optional<Proposal> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from " + TABLES + " where r.id = :id")
        .param("id", id)
        .query(this::proposal)
        .optional();
  }

  void add(UUID id, Change change, String title, UUID by, Instant at) {
    jdbc.sql(
            """
            insert into proposal (id, kind, subject, title, body, proposed_by, proposed_at)
            values (:id, :kind, :subject, :title, :body::jsonb, :by, :at)
            """)
        .param("id", id)
        .param("kind", change.kind())
        .param("subject", change.subject())
        .param("title", title)
        .param("body", json.writeValueAsString(change))
        .param("by", by)
        .param("at", Sql.at(at))
        .update();
  }

  /// The change itself.
  Change change(Proposal proposal) {
    return json.treeToValue(proposal.body(), Change.typeOf(proposal.kind()));
  }

  /// Decides it; false when somebody else did before.
  boolean decide(UUID id, String state, UUID by, Instant at, @Nullable String reason) {
    return jdbc.sql(
                """
                update proposal set state = :state, decided_by = :by, decided_at = :at,
                  reason = :reason
                where id = :id and state = 'waiting'
                """)
            .param("id", id)
            .param("state", state)
            .param("by", by)
            .param("at", Sql.at(at))
            .param("reason", reason)
            .update()
        == 1;
  }

  void keepPassword(UUID id, byte[] sealed) {
    jdbc.sql("update proposal set password = :sealed where id = :id")
        .param("sealed", sealed)
        .param("id", id)
        .update();
  }

  /// The sealed one-time password, which is gone after that.
  Optional<byte[]> takePassword(UUID id) {
    return jdbc.sql(
            """
            update proposal set password = null where id = :id and password is not null
            returning old.password
            """)
        .param("id", id)
        .query((row, _) -> row.getBytes("password"))
        .optional();
  }

  private Proposal proposal(ResultSet row, int number) throws SQLException {
    return new Proposal(
        Sql.uuid(row, "id"),
        Sql.text(row, "kind"),
        Sql.uuidOrNull(row, "subject"),
        Sql.text(row, "title"),
        json.readTree(Sql.text(row, "body")),
        Sql.text(row, "state"),
        Sql.uuid(row, "proposed_by"),
        Sql.text(row, "proposer"),
        Role.of(Sql.text(row, "proposer_role")),
        Sql.instant(row, "proposed_at"),
        row.getString("decider"),
        Sql.instantOrNull(row, "decided_at"),
        row.getString("reason"),
        row.getBytes("password") != null);
  }
}
