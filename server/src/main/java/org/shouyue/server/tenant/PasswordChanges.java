package org.shouyue.server.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.FieldError;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.policy.PasswordRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Gives people new passwords, as the policy has them.
@Repository
class PasswordChanges {
  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Policies policies;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  PasswordChanges(
      JdbcClient jdbc,
      Passwords passwords,
      Policies policies,
      WallClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.policies = policies;
    this.clock = clock;
    this.events = events;
  }

  /// Refuses a password that the policy does not let this person have.
  void check(String username, String name, String password) {
    List<String> names = new ArrayList<>(List.of(username, name));
    names.addAll(
        jdbc.sql("select name from client_names()")
            .query((row, _) -> Sql.text(row, "name"))
            .list());
    refuse(policies.present().password().faults(password, names));
  }

  /// Takes the password that somebody chose for themselves.
  ///
  /// @throws Problem `invalid` with everything that is wrong with it
  @Transactional
  void choose(Person person, String password) {
    check(person.username(), person.name(), password);
    PasswordRules rules = policies.present().password();
    if (passwords.matches(password, person.password())
        || past(person.id(), rules.history()).stream()
            .anyMatch(encoded -> passwords.matches(password, encoded))) {
      refuse(List.of("不能与最近 " + Math.max(1, rules.history()) + " 次用过的密码相同"));
    }
    set(person, passwords.encode(password), false);
    events.publishEvent(new Changed(null, "password.changed", "person/" + person.id()));
  }

  /// Gives the person a password that is good for one sign-in, and returns it.
  @Transactional
  String reset(Person person) {
    String password = Secrets.readable(4);
    set(person, passwords.encode(password), true);
    events.publishEvent(
        new Changed(
            null,
            "password.reset",
            "person/" + person.id(),
            Map.of("username", person.username())));
    return password;
  }

  private void set(Person person, String encoded, boolean once) {
    if (!person.passwordOnce()) {
      jdbc.sql("insert into past_password (person_id, password) values (:person, :password)")
          .param("person", person.id())
          .param("password", person.password())
          .update();
    }
    jdbc.sql(
            """
            delete from past_password where id in (
              select id from past_password where person_id = :person order by id desc offset :kept)
            """)
        .param("person", person.id())
        .param("kept", policies.present().password().history())
        .update();
    jdbc.sql(
            """
            update person set password = :password, password_once = :once,
              password_changed_at = :now
            where id = :person
            """)
        .param("person", person.id())
        .param("password", encoded)
        .param("once", once)
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  private List<String> past(UUID person, int history) {
    return jdbc.sql(
            """
            select password from past_password where person_id = :person
            order by id desc limit :history
            """)
        .param("person", person)
        .param("history", history)
        .query((row, _) -> Sql.text(row, "password"))
        .list();
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw Problem.invalid(
          faults.stream().map(fault -> new FieldError("password", fault)).toList());
    }
  }
}
