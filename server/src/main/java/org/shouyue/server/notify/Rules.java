package org.shouyue.server.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is told how: what the client or the manager said, else the usual matrix.
@Repository
class Rules {
  /// Contract 3 §5.3: a disaster by phone at once, anything below by mail or robot.
  static final Map<Urgency, Set<Means>> USUAL =
      Map.of(
          Urgency.DISASTER, EnumSet.of(Means.PHONE, Means.SMS, Means.ROBOT, Means.INBOX),
          Urgency.HIGH, EnumSet.of(Means.ROBOT, Means.SMS, Means.MAIL, Means.INBOX),
          Urgency.NORMAL, EnumSet.of(Means.MAIL, Means.ROBOT, Means.INBOX),
          Urgency.LOW, EnumSet.of(Means.MAIL, Means.INBOX));

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Rules(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// One rule.
  ///
  /// @param personId null for everybody who is told of the client's matters
  /// @param always whether the person is told though no notice names them
  record Rule(
      UUID id,
      UUID clientId,
      @Nullable UUID personId,
      @Nullable String person,
      Urgency urgency,
      List<Means> means,
      boolean always,
      String changedBy) {}

  /// Hours in which nobody is disturbed by what can wait.
  record Quiet(LocalTime from, LocalTime to) {}

  List<Rule> of(UUID client) {
    return jdbc.sql(
            """
            select r.*, p.name as person from notice_rule r left join person p on p.id = r.person_id
            where r.client_id = :client order by p.name nulls first, r.urgency
            """)
        .param("client", client)
        .query(Rules::rule)
        .list();
  }

  /// How this person is told: their own rule, else the client's, else the usual.
  Set<Means> means(List<Rule> rules, @Nullable UUID person, Urgency urgency) {
    return rules.stream()
        .filter(rule -> rule.urgency() == urgency && Objects.equals(rule.personId(), person))
        .findFirst()
        .or(() ->
            rules.stream()
                .filter(rule -> rule.urgency() == urgency && rule.personId() == null)
                .findFirst())
        .map(rule -> Set.copyOf(rule.means()))
        .orElseGet(() -> Objects.requireNonNull(USUAL.get(urgency)));
  }

  List<UUID> always(UUID client, Urgency urgency) {
    return jdbc.sql(
            """
            select person_id from notice_rule
            where client_id = :client and urgency = :urgency and always and person_id is not null
            """)
        .param("client", client)
        .param("urgency", urgency.code())
        .query((row, _) -> Sql.uuid(row, "person_id"))
        .list();
  }

  @Nullable Quiet quiet(UUID client) {
    return jdbc.sql("select * from notice_quiet where client_id = :client")
        .param("client", client)
        .query((row, _) ->
            new Quiet(
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_to", LocalTime.class)))
        .optional()
        .orElse(null);
  }

  @Transactional
  void put(Rule rule) {
    jdbc.sql(
            """
            insert into notice_rule (id, client_id, person_id, urgency, means, always, changed_by)
            values (:id, :client, :person, :urgency, :means, :always, :by)
            on conflict (client_id, person_id, urgency)
              do update set means = excluded.means, always = excluded.always,
                changed_by = excluded.changed_by
            """)
        .param("id", rule.id())
        .param("client", rule.clientId())
        .param("person", rule.personId())
        .param("urgency", rule.urgency().code())
        .param("means", rule.means().stream().map(Means::code).toArray(String[]::new))
        .param("always", rule.always())
        .param("by", rule.changedBy())
        .update();
    events.publishEvent(
        new Changed(
            rule.clientId(),
            "notice-rule.set",
            "notice-rule/" + rule.clientId(),
            Map.of(
                "person", String.valueOf(rule.personId()),
                "urgency", rule.urgency().code(),
                "means", rule.means().stream().map(Means::code).toList())));
  }

  /// Takes a rule away; false when there is none.
  @Transactional
  boolean remove(UUID id) {
    List<UUID> clients =
        jdbc.sql("delete from notice_rule where id = :id returning client_id")
            .param("id", id)
            .query((row, _) -> Sql.uuid(row, "client_id"))
            .list();
    clients.forEach(client ->
        events.publishEvent(new Changed(client, "notice-rule.removed", "notice-rule/" + client)));
    return !clients.isEmpty();
  }

  @Transactional
  void quiet(UUID client, @Nullable Quiet quiet) {
    jdbc.sql("delete from notice_quiet where client_id = :client").param("client", client).update();
    if (quiet != null) {
      jdbc.sql(
              """
              insert into notice_quiet (client_id, quiet_from, quiet_to) values (:client, :from, :to)
              """)
          .param("client", client)
          .param("from", quiet.from())
          .param("to", quiet.to())
          .update();
    }
    events.publishEvent(new Changed(client, "notice-quiet.set", "notice-rule/" + client));
  }

  private static Rule rule(ResultSet row, int number) throws SQLException {
    return new Rule(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuidOrNull(row, "person_id"),
        row.getString("person"),
        Urgency.of(Sql.text(row, "urgency")),
        Sql.texts(row, "means").stream().map(Means::of).toList(),
        row.getBoolean("always"),
        Sql.text(row, "changed_by"));
  }
}
