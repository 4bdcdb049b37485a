package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Everybody who can sign in, and for which clients.
@Repository
class People {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  People(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// A person as others see them.
  record Listed(
      UUID id,
      String username,
      String name,
      Role role,
      List<String> clients,
      boolean totp,
      boolean disabled,
      @Nullable String mail,
      @Nullable String phone) {}

  Optional<Person> byUsername(String username) {
    return jdbc.sql("select * from person where lower(username) = lower(:username)")
        .param("username", username)
        .query(People::person)
        .optional();
  }

  Optional<Person> byId(UUID id) {
    return jdbc.sql("select * from person where id = :id")
        .param("id", id)
        .query(People::person)
        .optional();
  }

  boolean none() {
    return jdbc.sql("select not exists (select from person)").query(Boolean.class).single();
  }

  /// The clients that a person may see: all for a manager, the named ones for others.
  Set<UUID> clientsOf(UUID person, Role role) {
    String sql =
        role == Role.PROVIDER_MANAGER
            ? "select unnest(every_client()) as client_id"
            : "select client_id from person_client where person_id = :person";
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    if (role != Role.PROVIDER_MANAGER) {
      statement = statement.param("person", person);
    }
    return Set.copyOf(statement.query((row, _) -> Sql.uuid(row, "client_id")).list());
  }

  Page<Listed> page(PageRequest request) {
    return new Listing(
            jdbc,
            """
            p.*, (select array_agg(c.name order by c.name) from person_client pc
              join client c on c.id = pc.client_id where pc.person_id = p.id) as clients
            """,
            "person p",
            "p.username")
        .search("p.username", "p.name")
        .sort("username", "p.username")
        .sort("name", "p.name")
        .sort("role", "p.role")
        .page(request, People::listed);
  }

  /// Adds a person; false when the user name is taken.
  @Transactional
  boolean add(Person person, Set<UUID> clients, @Nullable String mail, @Nullable String phone) {
    int added =
        jdbc.sql(
                """
                insert into person (id, username, name, role, password, locale, mail, phone)
                values (:id, :username, :name, :role, :password, :locale, :mail, :phone)
                on conflict do nothing
                """)
            .param("id", person.id())
            .param("username", person.username())
            .param("name", person.name())
            .param("role", person.role().code())
            .param("password", person.password())
            .param("locale", person.locale())
            .param("mail", mail)
            .param("phone", phone)
            .update();
    if (added == 0) {
      return false;
    }
    for (UUID client : clients) {
      jdbc.sql("insert into person_client (person_id, client_id) values (:person, :client)")
          .param("person", person.id())
          .param("client", client)
          .update();
    }
    events.publishEvent(
        new Changed(
            null,
            "person.added",
            "person/" + person.id(),
            Map.of("username", person.username(), "role", person.role().code())));
    return true;
  }

  @Transactional
  void enrol(UUID person, byte[] sealedSecret) {
    jdbc.sql("update person set totp_secret = :secret, totp_confirmed = false where id = :person")
        .param("secret", sealedSecret)
        .param("person", person)
        .update();
    events.publishEvent(new Changed(null, "totp.enrolled", "person/" + person));
  }

  @Transactional
  void confirmTotp(UUID person) {
    jdbc.sql("update person set totp_confirmed = true where id = :person")
        .param("person", person)
        .update();
    events.publishEvent(new Changed(null, "totp.confirmed", "person/" + person));
  }

  /// Uses up the code of a time step; false when it, or a later one, was used already.
  boolean useStep(UUID person, long step) {
    return jdbc.sql(
                """
                update person set totp_last_step = :step
                where id = :person and totp_last_step < :step
                """)
            .param("step", step)
            .param("person", person)
            .update()
        == 1;
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    byte @Nullable [] secret = row.getBytes("totp_secret");
    return new Person(
        Sql.uuid(row, "id"),
        Sql.text(row, "username"),
        Sql.text(row, "name"),
        Role.of(Sql.text(row, "role")),
        Sql.text(row, "password"),
        Sql.text(row, "locale"),
        row.getBoolean("disabled"),
        secret,
        row.getBoolean("totp_confirmed"),
        row.getLong("totp_last_step"));
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    return new Listed(
        Sql.uuid(row, "id"),
        Sql.text(row, "username"),
        Sql.text(row, "name"),
        Role.of(Sql.text(row, "role")),
        Sql.texts(row, "clients"),
        row.getBoolean("totp_confirmed"),
        row.getBoolean("disabled"),
        row.getString("mail"),
        row.getString("phone"));
  }
}
