package org.shouyue.server.tenant;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Who can sign in, as what, for whom: for those who administer it.
@RestController
@RequestMapping("/api/people")
final class PeopleController {
  private final People people;
  private final Accounts accounts;
  private final PasswordChanges passwords;
  private final Administration administration;
  private final Administrators administrators;
  private final FailedSignIns failures;
  private final PeopleFile file;

  PeopleController(
      People people,
      Accounts accounts,
      PasswordChanges passwords,
      Administration administration,
      Administrators administrators,
      FailedSignIns failures,
      PeopleFile file) {
    this.people = people;
    this.accounts = accounts;
    this.passwords = passwords;
    this.administration = administration;
    this.administrators = administrators;
    this.failures = failures;
    this.file = file;
  }

  /// @param clients whom the person works for or belongs to; a manager sees all and names none
  /// @param password one that the person has chosen; null for a one-time password, which is told in
  ///   the answer. Only from those who administer alone
  record NewPerson(
      String username,
      String name,
      Role role,
      @Nullable String password,
      @Nullable Set<UUID> clients,
      @Nullable String mail,
      @Nullable String phone,
      @Nullable String locale,
      @Nullable Boolean secondFactor,
      @Nullable String externalSubject) {
    PersonFields fields() {
      return new PersonFields(
          username,
          name,
          role,
          clients == null ? Set.of() : clients,
          mail,
          phone,
          locale,
          Boolean.TRUE.equals(secondFactor),
          externalSubject);
    }

    @Override
    public String toString() {
      return "NewPerson[" + username + "]";
    }
  }

  /// The answer to a new person.
  ///
  /// @param password the one-time password, told this once; null when one was given or it waits
  /// @param proposal under which it waits for a second administrator; null when it was done
  record Added(
      UUID id,
      String username,
      String name,
      Role role,
      @Nullable String password,
      @Nullable UUID proposal) {}

  /// One person with everything that an administrator may know.
  record PersonPage(
      UUID id,
      String username,
      String name,
      Role role,
      List<People.NamedClient> clients,
      String locale,
      @Nullable String mail,
      @Nullable String phone,
      boolean disabled,
      boolean totp,
      boolean secondFactor,
      boolean passwordOnce,
      java.time.Instant passwordChangedAt,
      @Nullable String externalSubject) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  Page<People.Listed> list(
      @RequestParam(required = false) @Nullable String role,
      @RequestParam(required = false) @Nullable Boolean disabled,
      PageRequest request) {
    return people.page(role == null ? null : named(role), disabled, auditor(), request);
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  PersonPage one(@PathVariable UUID id) {
    UUID auditor = auditor();
    if (auditor != null && !people.auditedBy(auditor, id)) {
      throw Problem.notFound("person", id);
    }
    Person person = person(id);
    return new PersonPage(
        id,
        person.username(),
        person.name(),
        person.role(),
        people.namedClientsOf(id, auditor),
        person.locale(),
        person.mail(),
        person.phone(),
        person.disabled(),
        person.totpConfirmed(),
        person.secondFactorForced(),
        person.passwordOnce(),
        person.passwordChangedAt(),
        person.externalSubject());
  }

  @PostMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  ResponseEntity<Added> add(@RequestBody NewPerson given) {
    PersonFields fields = given.fields();
    UUID id = UUID.randomUUID();
    if (given.password() != null) {
      addWithPassword(id, fields, given.password());
      return answer(id, fields, new Administration.Outcome(null, null));
    }
    return answer(
        id,
        fields,
        administration.submit(
            new Change.Add(id, fields), fields.name() + "（" + fields.username() + "）"));
  }

  private void addWithPassword(UUID id, PersonFields fields, String password) {
    Role caller = Caller.current().role();
    administrators.requireDuty(caller);
    if (!administrators.alone(caller)) {
      throw Problem.invalid("password", "由系统生成一次性密码，不能由管理员指定");
    }
    passwords.check(fields.username(), fields.name(), password);
    accounts.add(id, fields, password, false);
  }

  private static ResponseEntity<Added> answer(
      UUID id, PersonFields fields, Administration.Outcome outcome) {
    return ResponseEntity.status(
            outcome.proposal() == null ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
        .body(
            new Added(
                id,
                fields.username(),
                fields.name(),
                fields.role(),
                outcome.password(),
                outcome.proposal()));
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  Administration.Outcome edit(@PathVariable UUID id, @RequestBody NewPerson given) {
    Person person = person(id);
    if (given.password() != null) {
      throw Problem.invalid("password", "密码不能在这里修改，请用“重置密码”");
    }
    if (!person.username().equals(given.username())) {
      throw Problem.invalid("username", "用户名不能更改");
    }
    return administration.submit(new Change.Edit(id, given.fields()), title(person));
  }

  @PostMapping("/{id}/disable")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  Administration.Outcome disable(@PathVariable UUID id) {
    return administration.submit(new Change.Disable(id), title(person(id)));
  }

  @PostMapping("/{id}/enable")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  Administration.Outcome enable(@PathVariable UUID id) {
    return administration.submit(new Change.Enable(id), title(person(id)));
  }

  @PostMapping("/{id}/reset-password")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  Administration.Outcome resetPassword(@PathVariable UUID id) {
    return administration.submit(new Change.ResetPassword(id), title(person(id)));
  }

  @PostMapping("/{id}/drop-second-factor")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  Administration.Outcome dropSecondFactor(@PathVariable UUID id) {
    return administration.submit(new Change.DropSecondFactor(id), title(person(id)));
  }

  /// How many failed attempts were forgiven.
  record Unlocked(int forgiven) {}

  /// Needs no second person: it opens nothing, it lets somebody try again.
  @PostMapping("/{id}/unlock")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
  @InPerson
  Unlocked unlock(@PathVariable UUID id) {
    Person person = person(id);
    administrators.requireDuty(Caller.current().role());
    return new Unlocked(failures.unlock(person));
  }

  /// Takes the good rows of a CSV file, and tells what is wrong with the others.
  @PostMapping("/import")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.SYSTEM_ADMIN})
  @InPerson
  PeopleFile.Taken take(@RequestPart("file") MultipartFile given) throws IOException {
    return file.take(given.getBytes());
  }

  private static Role named(String code) {
    try {
      return Role.of(code);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("role", String.valueOf(e.getMessage()));
    }
  }

  /// The caller, if they are told only of those whom they audit.
  private static @Nullable UUID auditor() {
    Caller caller = Caller.current();
    return caller.role() == Role.AUDITOR ? caller.id() : null;
  }

  private Person person(UUID id) {
    return people.byId(id).orElseThrow(() -> Problem.notFound("person", id));
  }

  private static String title(Person person) {
    return person.name() + "（" + person.username() + "）";
  }
}
