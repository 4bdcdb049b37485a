package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is who, for other rooms. People whose account is disabled are not in it.
@Repository
public class Directory {
  private final JdbcClient jdbc;

  Directory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The person, empty when there is none or the account is disabled.
  public Optional<PersonCard> find(UUID person) {
    return all(List.of(person)).stream().findFirst();
  }

  /// These people, by name.
  public List<PersonCard> all(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : jdbc.sql("select * from person where id = any(:ids) and not disabled order by name, id")
            .param("ids", people.toArray(UUID[]::new))
            .query(Directory::card)
            .list();
  }

  /// Those whom mail reaches at this address, whatever its case; mostly one or none.
  public List<PersonCard> withMail(String address) {
    return jdbc.sql(
            "select * from person where lower(mail) = lower(:mail) and not disabled order by id")
        .param("mail", address)
        .query(Directory::card)
        .list();
  }

  /// Everybody who works for or belongs to a client, by name: those assigned to it, and the
  /// provider's managers.
  public List<PersonCard> of(UUID client) {
    return jdbc.sql(
            """
            select p.* from person p
            where not p.disabled and (p.role = 'provider-manager' or exists (
              select from person_client c where c.person_id = p.id and c.client_id = :client))
            order by p.name, p.id\
            """)
        .param("client", client)
        .query(Directory::card)
        .list();
  }

  /// Those of a client's people who have this role, by name.
  public List<PersonCard> of(UUID client, Role role) {
    return of(client).stream().filter(card -> card.role() == role).toList();
  }

  /// Everybody of this role, whatever the client, by name.
  public List<PersonCard> everybody(Role role) {
    return jdbc.sql("select * from person where role = :role and not disabled order by name, id")
        .param("role", role.code())
        .query(Directory::card)
        .list();
  }

  private static PersonCard card(ResultSet row, int number) throws SQLException {
    return new PersonCard(
        Sql.uuid(row, "id"),
        Sql.text(row, "username"),
        Sql.text(row, "name"),
        Role.of(Sql.text(row, "role")),
        Sql.text(row, "locale"),
        row.getString("mail"),
        row.getString("phone"));
  }
}
