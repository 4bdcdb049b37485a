package org.shouyue.server.bulletin;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// To whom bulletins were sent, and what they mean for each asset. Callers bring the transaction;
/// what is out of scope is neither seen nor changed.
@Repository
class SendingRows {
  private final JdbcClient jdbc;

  SendingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A version of a bulletin that was sent to a client.
  ///
  /// @param contractId the contract that promises bulletins; null when none does
  /// @param dueAt by when it is to be acknowledged
  /// @param reminded how often people were reminded
  /// @param paperId the bulletin as a document
  /// @param obligationId the obligation that it kept; null when no contract promises it
  record Sending(
      UUID bulletinId,
      UUID clientId,
      int version,
      @Nullable UUID contractId,
      Instant sentAt,
      String sentBy,
      Instant dueAt,
      int reminded,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy,
      @Nullable String remark,
      @Nullable UUID paperId,
      @Nullable UUID obligationId,
      @Nullable Instant withdrawnAt) {}

  /// What a bulletin means for an asset.
  ///
  /// @param judgedBy who decided; null when the product compared versions
  /// @param ticketId null while nobody has to do anything
  record Match(
      UUID bulletinId,
      UUID assetId,
      UUID clientId,
      Outcome outcome,
      String product,
      String why,
      @Nullable String judgedBy,
      Instant at,
      @Nullable UUID ticketId) {}

  /// Lets one writer at a time bring a bulletin to a client, until the transaction ends.
  void lock(UUID bulletin, UUID client) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('bulletin/' || :both, 0))")
        .param("both", bulletin + "/" + client)
        .query(Integer.class)
        .single();
  }

  void add(Sending sending) {
    jdbc.sql(
            """
            insert into bulletin_sending (bulletin_id, client_id, version, contract_id, sent_at,
              sent_by, due_at, remind_at, paper_id, obligation_id)
            values (:bulletin, :client, :version, :contract, :sent, :by, :due, :due, :paper,
              :obligation)\
            """)
        .param("bulletin", sending.bulletinId())
        .param("client", sending.clientId())
        .param("version", sending.version())
        .param("contract", sending.contractId())
        .param("sent", at(sending.sentAt()))
        .param("by", sending.sentBy())
        .param("due", at(sending.dueAt()))
        .param("paper", sending.paperId())
        .param("obligation", sending.obligationId())
        .update();
  }

  /// The sendings of a bulletin in scope, the latest version in front, by client.
  List<Sending> of(UUID bulletin) {
    return jdbc.sql(
            """
            select * from bulletin_sending where bulletin_id = :bulletin
            order by client_id, version desc\
            """)
        .param("bulletin", bulletin)
        .query(SendingRows::sending)
        .list();
  }

  /// The latest sending to each client in scope.
  List<Sending> latest(UUID bulletin) {
    return jdbc.sql(
            """
            select distinct on (client_id) * from bulletin_sending where bulletin_id = :bulletin
            order by client_id, version desc\
            """)
        .param("bulletin", bulletin)
        .query(SendingRows::sending)
        .list();
  }

  /// Notes that somebody acknowledged everything that their clients were sent of a bulletin.
  ///
  /// @return the clients for which that was news
  List<UUID> acknowledge(UUID bulletin, Caller by, @Nullable String remark, Instant now) {
    return jdbc
        .sql(
            """
            update bulletin_sending set acknowledged_at = :now, acknowledged_by = :by,
              acknowledged_who = :who, remark = :remark, remind_at = null
            where bulletin_id = :bulletin and acknowledged_at is null and withdrawn_at is null
            returning client_id\
            """)
        .param("bulletin", bulletin)
        .param("now", at(now))
        .param("by", by.name())
        .param("who", by.id())
        .param("remark", remark)
        .query((row, _) -> Sql.uuid(row, "client_id"))
        .list()
        .stream()
        .distinct()
        .toList();
  }

  /// Marks what was sent of a bulletin as withdrawn, so that nobody is reminded of it.
  void withdraw(UUID bulletin, Instant now) {
    jdbc.sql(
            """
            update bulletin_sending set withdrawn_at = :now, remind_at = null
            where bulletin_id = :bulletin and withdrawn_at is null\
            """)
        .param("bulletin", bulletin)
        .param("now", at(now))
        .update();
  }

  /// A newer version takes the place of the older ones: nobody is reminded of those.
  void supersede(UUID bulletin, UUID client, int version) {
    jdbc.sql(
            """
            update bulletin_sending set remind_at = null
            where bulletin_id = :bulletin and client_id = :client and version < :version\
            """)
        .param("bulletin", bulletin)
        .param("client", client)
        .param("version", version)
        .update();
  }

  /// When somebody is to be reminded next; null when nobody is.
  @Nullable Instant nextReminder() {
    return jdbc.sql("select min(remind_at) as remind_at from bulletin_sending")
        .query((row, _) -> java.util.Optional.ofNullable(Sql.instantOrNull(row, "remind_at")))
        .single()
        .orElse(null);
  }

  /// Takes the sendings of which people are to be reminded now, each once on all nodes, and sets
  /// when they are reminded again.
  List<Sending> remind(Instant now, Instant again, int most) {
    return jdbc.sql(
            """
            update bulletin_sending set reminded = reminded + 1,
              remind_at = case when reminded + 1 < :most then :again::timestamptz end
            where (bulletin_id, client_id, version) in (
              select bulletin_id, client_id, version from bulletin_sending
              where remind_at <= :now for update skip locked)
            returning *\
            """)
        .param("now", at(now))
        .param("again", at(again))
        .param("most", most)
        .query(SendingRows::sending)
        .list();
  }

  /// Writes what a bulletin means for an asset; its ticket stays, and so does what a person decided
  /// about the same product.
  void put(Match match) {
    jdbc.sql(
            """
            insert into bulletin_match (bulletin_id, asset_id, client_id, outcome, product, why,
              judged_by, at)
            values (:bulletin, :asset, :client, :outcome, :product, :why, :judged, :at)
            on conflict (bulletin_id, asset_id) do update set outcome = excluded.outcome,
              product = excluded.product, why = excluded.why, judged_by = excluded.judged_by,
              at = excluded.at
            where bulletin_match.judged_by is null or excluded.judged_by is not null
              or bulletin_match.product <> excluded.product\
            """)
        .param("bulletin", match.bulletinId())
        .param("asset", match.assetId())
        .param("client", match.clientId())
        .param("outcome", match.outcome().code())
        .param("product", match.product())
        .param("why", match.why())
        .param("judged", match.judgedBy())
        .param("at", at(match.at()))
        .update();
  }

  void ticket(UUID bulletin, UUID asset, UUID ticket) {
    jdbc.sql(
            """
            update bulletin_match set ticket_id = :ticket
            where bulletin_id = :bulletin and asset_id = :asset\
            """)
        .param("bulletin", bulletin)
        .param("asset", asset)
        .param("ticket", ticket)
        .update();
  }

  /// What a bulletin means for the assets of one client, or of all in scope.
  List<Match> matches(UUID bulletin, @Nullable UUID client) {
    return jdbc.sql(
            """
            select * from bulletin_match
            where bulletin_id = :bulletin and (:client::uuid is null or client_id = :client)
            order by client_id, outcome, asset_id\
            """)
        .param("bulletin", bulletin)
        .param("client", client)
        .query(SendingRows::match)
        .list();
  }

  /// What a bulletin means for one asset, locked; null when nothing is known in scope.
  @Nullable Match lockMatch(UUID bulletin, UUID asset) {
    return jdbc.sql(
            """
            select * from bulletin_match
            where bulletin_id = :bulletin and asset_id = :asset for update\
            """)
        .param("bulletin", bulletin)
        .param("asset", asset)
        .query(SendingRows::match)
        .optional()
        .orElse(null);
  }

  /// Notes that a client was not told in time.
  ///
  /// @param obligation that is missed by it; null when no contract promises bulletins
  void late(UUID bulletin, UUID client, @Nullable UUID obligation, Instant now) {
    jdbc.sql(
            """
            insert into bulletin_late (bulletin_id, client_id, obligation_id, at)
            values (:bulletin, :client, :obligation, :now) on conflict do nothing\
            """)
        .param("bulletin", bulletin)
        .param("client", client)
        .param("obligation", obligation)
        .param("now", at(now))
        .update();
  }

  /// The obligation that was missed when a client was not told in time; null when none was.
  @Nullable UUID missed(UUID bulletin, UUID client) {
    return jdbc.sql(
            """
            select obligation_id from bulletin_late
            where bulletin_id = :bulletin and client_id = :client and obligation_id is not null\
            """)
        .param("bulletin", bulletin)
        .param("client", client)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  static Sending sending(ResultSet row, int number) throws SQLException {
    return new Sending(
        Sql.uuid(row, "bulletin_id"),
        Sql.uuid(row, "client_id"),
        row.getInt("version"),
        Sql.uuidOrNull(row, "contract_id"),
        Sql.instant(row, "sent_at"),
        Sql.text(row, "sent_by"),
        Sql.instant(row, "due_at"),
        row.getInt("reminded"),
        Sql.instantOrNull(row, "acknowledged_at"),
        row.getString("acknowledged_by"),
        row.getString("remark"),
        Sql.uuidOrNull(row, "paper_id"),
        Sql.uuidOrNull(row, "obligation_id"),
        Sql.instantOrNull(row, "withdrawn_at"));
  }

  private static Match match(ResultSet row, int number) throws SQLException {
    return new Match(
        Sql.uuid(row, "bulletin_id"),
        Sql.uuid(row, "asset_id"),
        Sql.uuid(row, "client_id"),
        Outcome.of(Sql.text(row, "outcome")),
        Sql.text(row, "product"),
        Sql.text(row, "why"),
        row.getString("judged_by"),
        Sql.instant(row, "at"),
        Sql.uuidOrNull(row, "ticket_id"));
  }
}
