package org.shouyue.server.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.OfNoClient;
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
  /// Holds for the people `p` of no client, and of those clients that the auditor was given: what
  /// is anybody else's stays hidden from an auditor as from everybody.
  private static final String AUDITED =
      """
      (not exists (select from person_client pc where pc.person_id = p.id)
        or exists (select from person_client pc join person_client mine using (client_id)
          where pc.person_id = p.id and mine.person_id = :auditor))\
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  People(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// A person as others see them.
  ///
  /// @param clients the names of the clients they see
  /// @param passwordOnce whether they have not chosen a password of their own yet
  @OfNoClient
  record Listed(
      UUID id,
      String username,
      String name,
      Role role,
      List<String> clients,
      boolean totp,
      boolean disabled,
      @Nullable String mail,
      @Nullable String phone,
      boolean passkey,
      boolean passwordOnce,
      @Nullable Instant lastSeenAt) {}

  /// A client by name alone.
  record NamedClient(UUID id, String name) {}

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

  /// The person whom the identity provider means, by the subject entered for them.
  Optional<Person> byExternalSubject(String subject) {
    return jdbc.sql("select * from person where external_subject = :subject")
        .param("subject", subject)
        .query(People::person)
        .optional();
  }

  /// Everybody with this mail address, in whatever letters.
  List<Person> byMail(String mail) {
    return jdbc.sql("select * from person where lower(mail) = lower(:mail)")
        .param("mail", mail)
        .query(People::person)
        .list();
  }

  /// Everybody who is reached by this mail address or this telephone number.
  List<Person> reachedAs(@Nullable String mail, @Nullable String phone) {
    return jdbc.sql(
            """
            select * from person where lower(mail) = lower(:mail::text)
              or regexp_replace(phone, '[ -]', '', 'g') =
                regexp_replace(:phone::text, '[ -]', '', 'g')
            """)
        .param("mail", mail)
        .param("phone", phone)
        .query(People::person)
        .list();
  }

  /// Every client by name, for those who say who may see it.
  List<NamedClient> everyClient() {
    return jdbc.sql("select id, name from client_names()")
        .query((row, _) -> new NamedClient(Sql.uuid(row, "id"), Sql.text(row, "name")))
        .list();
  }

  /// The clients that a person may see: all for a manager, the named ones for others, none for the
  /// system and the security administrator.
  Set<UUID> clientsOf(UUID person, Role role) {
    if (role.seesNothing()) {
      return Set.of();
    }
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

  /// The clients that somebody was given, by name.
  ///
  /// @param auditor who is told, if it is an auditor: of their own clients alone
  List<NamedClient> namedClientsOf(UUID person, @Nullable UUID auditor) {
    return jdbc.sql(
            """
            select c.id, c.name from client_names() c join person_client pc on pc.client_id = c.id
            where pc.person_id = :person and (:auditor::uuid is null or exists (
              select from person_client mine
              where mine.person_id = :auditor and mine.client_id = pc.client_id))
            order by c.name, c.id
            """)
        .param("person", person)
        .param("auditor", auditor)
        .query((row, _) -> new NamedClient(Sql.uuid(row, "id"), Sql.text(row, "name")))
        .list();
  }

  /// Whether somebody is of no client or of one that the auditor audits.
  boolean auditedBy(UUID auditor, UUID person) {
    return jdbc.sql("select exists (select from person p where p.id = :person and " + AUDITED + ")")
        .param("auditor", auditor)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /// A page of the people; for an auditor, of those whom they audit.
  Page<Listed> page(
      @Nullable Role role,
      @Nullable Boolean disabled,
      @Nullable UUID auditor,
      PageRequest request) {
    return new Listing(
            jdbc,
            """
            p.*, (select array_agg(c.name order by c.name) from person_client pc
              join client_names() c on c.id = pc.client_id where pc.person_id = p.id
                and (nullif(:reader, '')::uuid is null or exists (select from person_client mine
                  where mine.person_id = nullif(:reader, '')::uuid and mine.client_id = pc.client_id))) as clients,
            exists (select from passkey k where k.person_id = p.id) as has_passkey,
            (select max(s.last_seen_at) from session s where s.person_id = p.id) as last_seen_at
            """,
            "person p",
            "p.username")
        .with("reader", auditor == null ? "" : auditor.toString())
        .where(AUDITED, "auditor", auditor)
        .where("p.role = :role", "role", role == null ? null : role.code())
        .where("p.disabled = :disabled", "disabled", disabled)
        .search("p.username", "p.name", "coalesce(p.mail, '')")
        .sort("username", "p.username")
        .sort("name", "p.name")
        .sort("role", "p.role")
        .page(request, People::listed);
  }

  /// Adds a person; false when the user name, or how the identity provider names them, is taken.
  ///
  /// @param once whether the password was given by somebody else and must be changed
  @Transactional
  boolean add(UUID id, PersonFields person, String encoded, boolean once) {
    int added =
        jdbc.sql(
                """
                insert into person (id, username, name, role, password, password_once, locale, mail,
                  phone, second_factor_forced, external_subject)
                values (:id, :username, :name, :role, :password, :once, :locale, :mail,
                  :phone, :secondFactor, :subject)
                on conflict do nothing
                """)
            .param("id", id)
            .param("username", person.username())
            .param("password", encoded)
            .param("once", once)
            .params(fields(person))
            .update();
    if (added == 0) {
      return false;
    }
    assign(id, person.clients());
    publish(
        "person.added", id, Map.of("username", person.username(), "role", person.role().code()));
    return true;
  }

  /// Changes what is known of a person; the user name stays. False when how the identity provider
  /// names them is taken.
  @Transactional
  boolean edit(UUID id, PersonFields person) {
    boolean taken =
        person.externalSubject() != null
            && byExternalSubject(person.externalSubject())
                .filter(other -> !other.id().equals(id))
                .isPresent();
    if (taken) {
      return false;
    }
    jdbc.sql(
            """
            update person set name = :name, role = :role, locale = :locale, mail = :mail,
              phone = :phone, second_factor_forced = :secondFactor, external_subject = :subject
            where id = :id
            """)
        .param("id", id)
        .params(fields(person))
        .update();
    jdbc.sql("delete from person_client where person_id = :id").param("id", id).update();
    assign(id, person.clients());
    publish(
        "person.edited",
        id,
        Map.of("role", person.role().code(), "clients", person.clients().toString()));
    return true;
  }

  /// What people may change about themselves.
  @Transactional
  void reach(UUID id, @Nullable String mail, @Nullable String phone, String locale) {
    jdbc.sql("update person set mail = :mail, phone = :phone, locale = :locale where id = :id")
        .param("id", id)
        .param("mail", mail)
        .param("phone", phone)
        .param("locale", locale)
        .update();
    publish("person.reach-changed", id, Map.of());
  }

  @Transactional
  void disable(UUID id, boolean disabled) {
    jdbc.sql("update person set disabled = :disabled where id = :id")
        .param("id", id)
        .param("disabled", disabled)
        .update();
    publish(disabled ? "person.disabled" : "person.enabled", id, Map.of());
  }

  /// How many people of this role can sign in, but for this one.
  long others(UUID but, Role role) {
    return jdbc.sql(
            "select count(*) from person where role = :role and not disabled and id <> :but")
        .param("role", role.code())
        .param("but", but)
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> fields(PersonFields person) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put("name", person.name());
    fields.put("role", person.role().code());
    fields.put("locale", person.locale());
    fields.put("mail", person.mail());
    fields.put("phone", person.phone());
    fields.put("secondFactor", person.secondFactor());
    fields.put("subject", person.externalSubject());
    return fields;
  }

  private void assign(UUID person, Set<UUID> clients) {
    for (UUID client : clients) {
      jdbc.sql("insert into person_client (person_id, client_id) values (:person, :client)")
          .param("person", person)
          .param("client", client)
          .update();
    }
  }

  private void publish(String action, UUID person, Map<String, ?> details) {
    events.publishEvent(new Changed(null, action, "person/" + person, details));
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

  /// Takes away every second factor of a person.
  @Transactional
  void dropSecondFactor(UUID person) {
    jdbc.sql("update person set totp_secret = null, totp_confirmed = false where id = :person")
        .param("person", person)
        .update();
    jdbc.sql("delete from recovery_code where person_id = :person")
        .param("person", person)
        .update();
    jdbc.sql("delete from passkey where person_id = :person").param("person", person).update();
    publish("second-factor.dropped", person, Map.of());
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    byte @Nullable [] secret = row.getBytes("totp_secret");
    return new Person(
        Sql.uuid(row, "id"),
        Sql.text(row, "username"),
        Sql.text(row, "name"),
        Role.of(Sql.text(row, "role")),
        Sql.text(row, "password"),
        row.getBoolean("password_once"),
        Sql.instant(row, "password_changed_at"),
        Sql.text(row, "locale"),
        row.getBoolean("disabled"),
        row.getString("mail"),
        row.getString("phone"),
        secret,
        row.getBoolean("totp_confirmed"),
        row.getBoolean("second_factor_forced"),
        row.getString("external_subject"));
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
        row.getString("phone"),
        row.getBoolean("has_passkey"),
        row.getBoolean("password_once"),
        Sql.instantOrNull(row, "last_seen_at"));
  }
}
