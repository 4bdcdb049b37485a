package org.shouyue.server.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The mails that came in. Callers bring the transaction.
@Repository
class MailRows {
  private final JdbcClient jdbc;

  MailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What became of a mail.
  enum Outcome {
    COMMENT,
    OPENED,
    QUARANTINED,
    AUTOMATIC,
    DISMISSED,
    /// It was here before.
    KNOWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A mail in the list.
  record Received(
      UUID id,
      Instant receivedAt,
      String sender,
      String senderName,
      String subject,
      String outcome,
      @Nullable String why,
      @Nullable UUID ticketId,
      @Nullable Instant settledAt,
      @Nullable String settledBy,
      @Nullable String remark) {}

  boolean isKnown(String messageId) {
    return jdbc.sql("select exists (select from mail_received where message_id = :id)")
        .param("id", messageId)
        .query(Boolean.class)
        .single();
  }

  /// Takes a mail over; false when somebody did before. A second taker waits for the first.
  ///
  /// @param why why it is not filed; null when it is
  boolean add(IncomingMail mail, Outcome outcome, @Nullable String why, Instant now) {
    return jdbc.sql(
                """
                insert into mail_received
                  (id, message_id, received_at, sender, sender_name, subject, outcome, why, raw)
                values (:id, :message, :now, :sender, :name, :subject, :outcome, :why, :raw)
                on conflict (message_id) do nothing\
                """)
            .param("id", UUID.randomUUID())
            .param("message", mail.id())
            .param("now", Sql.at(now))
            .param("sender", mail.from())
            .param("name", mail.name())
            .param("subject", mail.subject())
            .param("outcome", outcome.code())
            .param("why", why)
            .param("raw", why == null ? null : mail.raw())
            .update()
        == 1;
  }

  void filed(String messageId, UUID ticket) {
    jdbc.sql("update mail_received set ticket_id = :ticket where message_id = :id")
        .param("ticket", ticket)
        .param("id", messageId)
        .update();
  }

  /// The ticket that one of these mails was filed with, the nearest one's first; null for none.
  @Nullable UUID ticketOf(List<String> messageIds) {
    return messageIds.isEmpty()
        ? null
        : jdbc.sql(
                """
                select ticket_id from mail_received
                where message_id = any(:ids) and ticket_id is not null
                order by array_position(:ids, message_id) desc limit 1\
                """)
            .param("ids", messageIds.toArray(String[]::new))
            .query((row, _) -> Sql.uuid(row, "ticket_id"))
            .optional()
            .orElse(null);
  }

  Page<Received> page(@Nullable String outcome, PageRequest request) {
    return new Listing(jdbc, "*", "mail_received m", "m.received_at desc, m.id")
        .where("m.outcome = any(string_to_array(:outcome, ','))", "outcome", outcome)
        .search("m.sender", "m.sender_name", "m.subject")
        .sort("receivedAt", "m.received_at")
        .page(request, MailRows::row);
  }

  @Nullable Received find(UUID id) {
    return jdbc.sql("select * from mail_received where id = :id")
        .param("id", id)
        .query(MailRows::row)
        .optional()
        .orElse(null);
  }

  /// The mail as it came; null when it was filed, as its evidence holds it then.
  byte @Nullable [] raw(UUID id) {
    return jdbc.sql("select raw from mail_received where id = :id and raw is not null")
        .param("id", id)
        .query((row, _) -> row.getBytes("raw"))
        .optional()
        .orElse(null);
  }

  /// Settles a mail that waits; false when it waits no longer.
  boolean settle(UUID id, Outcome outcome, String by, @Nullable String remark, Instant now) {
    return jdbc.sql(
                """
                update mail_received set outcome = :outcome, settled_at = :now, settled_by = :by,
                  remark = :remark, raw = case when :outcome = 'comment' then null else raw end
                where id = :id and outcome in ('quarantined', 'automatic')\
                """)
            .param("id", id)
            .param("outcome", outcome.code())
            .param("now", Sql.at(now))
            .param("by", by)
            .param("remark", remark)
            .update()
        == 1;
  }

  private static Received row(ResultSet row, int number) throws SQLException {
    return new Received(
        Sql.uuid(row, "id"),
        Sql.instant(row, "received_at"),
        Sql.text(row, "sender"),
        Sql.text(row, "sender_name"),
        Sql.text(row, "subject"),
        Sql.text(row, "outcome"),
        row.getString("why"),
        Sql.uuidOrNull(row, "ticket_id"),
        Sql.instantOrNull(row, "settled_at"),
        row.getString("settled_by"),
        row.getString("remark"));
  }
}
