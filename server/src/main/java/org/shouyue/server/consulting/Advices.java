package org.shouyue.server.consulting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.consulting.Advice.Document;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the clients in scope asked and were given. Callers bring the transaction.
@Repository
class Advices {
  private final JdbcClient jdbc;

  Advices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Advice> find(UUID id) {
    return jdbc.sql("select * from advice where id = :id")
        .param("id", id)
        .query(this::advice)
        .optional();
  }

  /// The advice, locked until the transaction ends.
  Optional<Advice> lock(UUID id) {
    return jdbc.sql("select * from advice where id = :id for update")
        .param("id", id)
        .query(this::advice)
        .optional();
  }

  Page<Advice> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    return new Listing(jdbc, "*", "advice", "asked_at desc, id")
        .where("client_id = :client", "client", client)
        .where("state = :state", "state", state)
        .search("title", "question")
        .sort("title", "title")
        .sort("askedAt", "asked_at")
        .sort("wantedBy", "wanted_by")
        .page(request, this::advice);
  }

  void add(Advice one) {
    jdbc.sql(
            """
            insert into advice (id, client_id, contract_id, service_id, topic, title, question,
              wanted_by, state, asked_at, asked_by)
            values (:id, :client, :contract, :service, :topic, :title, :question, :wanted, 'open',
              :now, :by)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("contract", one.contractId())
        .param("service", one.serviceId())
        .param("topic", one.topic().code())
        .param("title", one.title())
        .param("question", one.question())
        .param("wanted", one.wantedBy(), Types.DATE)
        .param("now", Sql.at(one.askedAt()))
        .param("by", one.askedBy())
        .update();
  }

  void move(UUID id, Advice.State state) {
    jdbc.sql("update advice set state = :state where id = :id")
        .param("id", id)
        .param("state", state.code())
        .update();
  }

  void keeps(UUID id, UUID obligation) {
    jdbc.sql("update advice set obligation_id = :obligation where id = :id")
        .param("id", id)
        .param("obligation", obligation)
        .update();
  }

  void deliver(Advice one, String name, String note, long seq, Instant now, String by) {
    jdbc.sql(
            """
            insert into advice_document (advice_id, version, client_id, name, note, evidence_seq,
              delivered_at, delivered_by)
            values (:advice, :version, :client, :name, :note, :seq, :now, :by)\
            """)
        .param("advice", one.id())
        .param("version", one.documents().size() + 1)
        .param("client", one.clientId())
        .param("name", name)
        .param("note", note)
        .param("seq", seq)
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  /// Notes that the latest document arrived; the first time counts.
  void receive(UUID advice, Instant now, String by) {
    jdbc.sql(
            """
            update advice_document set received_at = :now, received_by = :by
            where advice_id = :advice and received_at is null\
            """)
        .param("advice", advice)
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  void judge(UUID advice, int version, Document judged) {
    jdbc.sql(
            """
            update advice_document set verdict = :verdict, judged_at = :now, judged_by = :by,
              remarks = :remarks where advice_id = :advice and version = :version\
            """)
        .param("advice", advice)
        .param("version", version)
        .param("verdict", judged.verdict())
        .param("now", judged.judgedAt() == null ? null : Sql.at(judged.judgedAt()))
        .param("by", judged.judgedBy())
        .param("remarks", judged.remarks())
        .update();
  }

  private List<Document> documents(UUID advice) {
    return jdbc.sql("select * from advice_document where advice_id = :id order by version desc")
        .param("id", advice)
        .query(Advices::document)
        .list();
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    return new Document(
        row.getInt("version"),
        Sql.text(row, "name"),
        Sql.text(row, "note"),
        row.getLong("evidence_seq"),
        Sql.instant(row, "delivered_at"),
        Sql.text(row, "delivered_by"),
        Sql.instantOrNull(row, "received_at"),
        row.getString("received_by"),
        row.getString("verdict"),
        Sql.instantOrNull(row, "judged_at"),
        row.getString("judged_by"),
        row.getString("remarks"));
  }

  private Advice advice(ResultSet row, int number) throws SQLException {
    UUID id = Sql.uuid(row, "id");
    return new Advice(
        id,
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getString("service_id"),
        Advice.Topic.of(Sql.text(row, "topic")),
        Sql.text(row, "title"),
        Sql.text(row, "question"),
        row.getObject("wanted_by", LocalDate.class),
        Advice.State.valueOf(Sql.text(row, "state").toUpperCase(Locale.ROOT)),
        Sql.instant(row, "asked_at"),
        Sql.text(row, "asked_by"),
        Sql.uuidOrNull(row, "obligation_id"),
        documents(id));
  }
}
