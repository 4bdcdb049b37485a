package org.shouyue.server.tenant;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes changes to accounts and policy take effect, after looking at the state of things then: a
/// change that was agreed to late may not fit any more.
@Service
class Accounts {
  private final People people;
  private final Passwords passwords;
  private final PasswordChanges changes;
  private final Sessions sessions;
  private final Policies policies;
  private final Administrators administrators;

  Accounts(
      People people,
      Passwords passwords,
      PasswordChanges changes,
      Sessions sessions,
      Policies policies,
      Administrators administrators) {
    this.people = people;
    this.passwords = passwords;
    this.changes = changes;
    this.sessions = sessions;
    this.policies = policies;
    this.administrators = administrators;
  }

  /// Does it, and returns the one-time password where that made one.
  @Transactional
  @Nullable String make(Change change) {
    switch (change) {
      case Change.Add add -> {
        String password = Secrets.readable(4);
        add(add.id(), add.person(), password, true);
        return password;
      }
      case Change.Edit edit -> edit(edit.id(), edit.person());
      case Change.Disable disable -> disable(person(disable.id()));
      case Change.Enable enable -> people.disable(person(enable.id()).id(), false);
      case Change.ResetPassword reset -> {
        String password = changes.reset(person(reset.id()));
        sessions.closeAll(reset.id(), null);
        return password;
      }
      case Change.DropSecondFactor drop -> {
        people.dropSecondFactor(person(drop.id()).id());
        sessions.closeAll(drop.id(), null);
      }
      case Change.SetPolicy set -> policies.set(set.policy());
    }
    return null;
  }

  /// Adds a person with this password.
  @Transactional
  void add(UUID id, PersonFields fields, String password, boolean once) {
    check(id, fields);
    if (!people.add(id, fields, passwords.encode(password), once)) {
      throw Problem.conflict("already-there", "the user name " + fields.username() + " is taken");
    }
  }

  /// Refuses what could not take effect now, so that nobody proposes it.
  void check(Change change) {
    switch (change) {
      case Change.Add add -> {
        check(add.id(), add.person());
        if (people.byUsername(add.person().username()).isPresent()) {
          throw Problem.conflict(
              "already-there", "the user name " + add.person().username() + " is taken");
        }
      }
      case Change.Edit edit -> checkEdit(person(edit.id()), edit.person());
      case Change.Disable disable -> checkDisable(person(disable.id()));
      case Change.Enable enable -> person(enable.id());
      case Change.ResetPassword reset -> person(reset.id());
      case Change.DropSecondFactor drop -> person(drop.id());
      case Change.SetPolicy _ -> {}
    }
  }

  private Person person(UUID id) {
    return people.byId(id).orElseThrow(() -> Problem.notFound("person", id));
  }

  private void edit(UUID id, PersonFields fields) {
    Person before = person(id);
    checkEdit(before, fields);
    if (!people.edit(id, fields)) {
      throw Problem.conflict("already-there", "身份提供方的这个标识已经属于另一个人，请核对。");
    }
    if (before.role() != fields.role()) {
      sessions.closeAll(id, null);
    }
  }

  private void checkEdit(Person before, PersonFields fields) {
    check(before.id(), fields);
    boolean changes = before.role() != fields.role();
    if (changes) {
      refuseLast(before);
    }
    if (changes
        && administrators.separated()
        && (Administrators.isOneOfThree(before.role())
            || Administrators.isOneOfThree(fields.role()))) {
      throw Problem.conflict("role-fixed", "三员分立时，管理员不能改任其他角色；请停用这个账号，另建一个。");
    }
  }

  private void disable(Person person) {
    checkDisable(person);
    people.disable(person.id(), true);
    sessions.closeAll(person.id(), null);
  }

  private void checkDisable(Person person) {
    if (Caller.current().id().equals(person.id())) {
      throw Problem.conflict("not-yourself", "不能停用自己的账号，请由另一位管理员来做。");
    }
    refuseLast(person);
  }

  /// Nobody could administer, or audit, any more.
  private void refuseLast(Person person) {
    boolean needed =
        administrators.separated()
            ? Administrators.isOneOfThree(person.role())
            : person.role() == Role.PROVIDER_MANAGER;
    if (needed && !person.disabled() && people.others(person.id(), person.role()) == 0) {
      throw Problem.conflict("last-one", "这是最后一个担任该角色的人；请先让另一个人担任。");
    }
  }

  private void check(UUID id, PersonFields fields) {
    if (fields.clients().isEmpty() && !fields.role().needsNoClient()) {
      throw Problem.invalid("clients", "must name at least one client for this role");
    }
    Set<UUID> known =
        Set.copyOf(people.everyClient().stream().map(People.NamedClient::id).toList());
    for (UUID client : fields.clients()) {
      if (!known.contains(client)) {
        throw Problem.invalid("clients", "names no client " + client);
      }
    }
    if (administrators.separated() && Administrators.isOneOfThree(fields.role())) {
      refuseSecondOffice(id, fields);
    }
  }

  /// One human with two of the three offices would separate nothing: told by mail and telephone.
  private void refuseSecondOffice(UUID id, PersonFields fields) {
    List<Person> same = people.reachedAs(fields.mail(), fields.phone());
    for (Person other : same) {
      if (!other.id().equals(id)
          && !other.disabled()
          && other.role() != fields.role()
          && Administrators.isOneOfThree(other.role())) {
        throw Problem.conflict(
            "holds-another-role", "邮箱或电话与" + other.name() + "相同，而此人已担任三员之一；三员须由三个人担任。");
      }
    }
  }
}
