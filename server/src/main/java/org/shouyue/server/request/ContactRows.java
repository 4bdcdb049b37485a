package org.shouyue.server.request;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Named contacts. Callers bring the transaction.
@Repository
class ContactRows {
  private final JdbcClient jdbc;

  ContactRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Lets one writer at a time change a client's contacts, until the transaction ends.
  void lock(UUID client) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('contact/' || :client, 0))")
        .param("client", client.toString())
        .query(Integer.class)
        .single();
  }

  void add(Contact contact) {
    jdbc.sql(
            """
            insert into contact (id, client_id, contract_id, standing, name, organisation, office,
              phones, mails, handles, person_id, valid_from, valid_until, replaces, entered_at,
              entered_by, confirmed_at, confirmed_by)
            values (:id, :client, :contract, :standing, :name, :organisation, :office, :phones,
              :mails, :handles, :person, :from, :until, :replaces, :at, :by, :confirmedAt,
              :confirmedBy)\
            """)
        .param("id", contact.id())
        .param("client", contact.clientId())
        .param("contract", contact.contractId())
        .param("standing", contact.standing().code())
        .param("name", contact.name())
        .param("organisation", contact.organisation())
        .param("office", contact.office())
        .param("phones", contact.phones().toArray(String[]::new))
        .param("mails", contact.mails().toArray(String[]::new))
        .param("handles", contact.handles().toArray(String[]::new))
        .param("person", contact.personId())
        .param("from", at(contact.from()))
        .param("until", orNull(contact.until()))
        .param("replaces", contact.replaces())
        .param("at", at(contact.enteredAt()))
        .param("by", contact.enteredBy())
        .param("confirmedAt", orNull(contact.confirmedAt()))
        .param("confirmedBy", contact.confirmedBy())
        .update();
  }

  /// Ends an entry; one that had not begun ends where it would have begun.
  void end(UUID id, Instant until, String by, String reason) {
    jdbc.sql(
            """
            update contact set valid_until = greatest(valid_from, :until), ended_by = :by,
              end_reason = :reason
            where id = :id\
            """)
        .param("id", id)
        .param("until", at(until))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  void confirm(UUID id, Instant now, String by) {
    jdbc.sql("update contact set confirmed_at = :at, confirmed_by = :by where id = :id")
        .param("id", id)
        .param("at", at(now))
        .param("by", by)
        .update();
  }

  @Nullable Contact find(UUID id) {
    return jdbc.sql("select * from contact where id = :id")
        .param("id", id)
        .query(ContactRows::row)
        .optional()
        .orElse(null);
  }

  /// All entries of a client, past and coming ones too, who comes first in front.
  List<Contact> of(UUID client) {
    return jdbc.sql(
            "select * from contact where client_id = :client order by standing, valid_from, name, id")
        .param("client", client)
        .query(ContactRows::row)
        .list();
  }

  Page<Contact> page(
      @Nullable UUID client, @Nullable UUID contract, @Nullable Instant at, PageRequest request) {
    return new Listing(
            jdbc, "*", "contact", "(valid_until is not null), standing, valid_from desc, name, id")
        .where("client_id = :client", "client", client)
        .where("(contract_id = :contract or contract_id is null)", "contract", contract)
        .where(
            "valid_from <= :at and (valid_until is null or valid_until > :at)",
            "at",
            at == null ? null : at(at))
        .search("name", "organisation", "office", "array_to_string(phones || mails, ' ')")
        .sort("name", "name")
        .sort("from", "valid_from")
        .page(request, ContactRows::row);
  }

  private static @Nullable Object orNull(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }

  private static Contact row(ResultSet row, int number) throws SQLException {
    return new Contact(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuidOrNull(row, "contract_id"),
        Standing.of(Sql.text(row, "standing")),
        Sql.text(row, "name"),
        Sql.text(row, "organisation"),
        Sql.text(row, "office"),
        Sql.texts(row, "phones"),
        Sql.texts(row, "mails"),
        Sql.texts(row, "handles"),
        Sql.uuidOrNull(row, "person_id"),
        Sql.instant(row, "valid_from"),
        Sql.instantOrNull(row, "valid_until"),
        Sql.uuidOrNull(row, "replaces"),
        Sql.instant(row, "entered_at"),
        Sql.text(row, "entered_by"),
        row.getString("ended_by"),
        row.getString("end_reason"),
        Sql.instantOrNull(row, "confirmed_at"),
        row.getString("confirmed_by"));
  }
}
