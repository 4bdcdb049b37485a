package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.policy.PasswordRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What people do about their own account.
@RestController
@RequestMapping("/api/account")
final class AccountController {
  private final Self self;
  private final People people;
  private final PasswordChanges changes;
  private final Policies policies;
  private final Sessions sessions;
  private final RecoveryCodes codes;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  AccountController(
      Self self,
      People people,
      PasswordChanges changes,
      Policies policies,
      Sessions sessions,
      RecoveryCodes codes,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.self = self;
    this.people = people;
    this.changes = changes;
    this.policies = policies;
    this.sessions = sessions;
    this.codes = codes;
    this.events = events;
    this.transactions = transactions;
  }

  /// @param rules what a new password must be like
  /// @param recoveryCodes how many are left
  record Account(
      String username,
      String name,
      Role role,
      @Nullable String mail,
      @Nullable String phone,
      String locale,
      boolean totp,
      int recoveryCodes,
      Instant passwordChangedAt,
      PasswordRules rules) {}

  record Reach(@Nullable String mail, @Nullable String phone, @Nullable String locale) {
    Reach {
      mail = PersonFields.blank(mail);
      phone = PersonFields.blank(phone);
      PersonFields.reach(new Checks(), mail, phone)
          .that(
              locale == null || Set.of("zh-CN", "en").contains(locale),
              "locale",
              "must be zh-CN or en")
          .done();
    }
  }

  record NewPassword(String present, String password) {
    NewPassword {
      new Checks()
          .text("present", present, 1000)
          .text("password", password, PasswordRules.LONGEST)
          .done();
    }

    @Override
    public String toString() {
      return "NewPassword";
    }
  }

  /// @param current whether it is the one that asks
  record MySession(boolean current, Sessions.Listed session) {}

  record Ended(int ended) {}

  record Codes(List<String> codes) {
    @Override
    public String toString() {
      return "Codes";
    }
  }

  @GetMapping
  @AllowedToSignedIn
  @InPerson(despite = {Hurdle.PASSWORD, Hurdle.SECOND_FACTOR})
  Account account() {
    Person person = self.person();
    return new Account(
        person.username(),
        person.name(),
        person.role(),
        person.mail(),
        person.phone(),
        person.locale(),
        person.totpConfirmed(),
        codes.left(person.id()),
        person.passwordChangedAt(),
        policies.present().password());
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson
  void reach(@RequestBody Reach given) {
    Person person = self.person();
    people.reach(
        person.id(),
        given.mail(),
        given.phone(),
        given.locale() == null ? person.locale() : given.locale());
  }

  /// Ends every other session: whoever knew the old password is out.
  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson(despite = {Hurdle.PASSWORD, Hurdle.SECOND_FACTOR})
  void password(@RequestBody NewPassword given, HttpServletRequest request) {
    Person person = self.person();
    self.confirm(person, given.present(), request.getRemoteAddr());
    changes.choose(person, given.password());
    sessions.closeAll(person.id(), self.session(request).id());
  }

  @GetMapping("/sessions")
  @AllowedToSignedIn
  @InPerson
  List<MySession> sessions(HttpServletRequest request) {
    UUID present = self.session(request).id();
    return sessions.of(Caller.current().id()).stream()
        .map(session -> new MySession(session.id().equals(present), session))
        .toList();
  }

  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson
  void end(@PathVariable UUID id) {
    if (!sessions.close(Caller.current().id(), id)) {
      throw Problem.notFound("session", id);
    }
    record("session.ended", "session/" + id);
  }

  /// Ends all sessions but the one that asks.
  @DeleteMapping("/sessions")
  @AllowedToSignedIn
  @InPerson
  Ended endOthers(HttpServletRequest request) {
    int ended = sessions.closeAll(Caller.current().id(), self.session(request).id());
    record("session.ended", "person/" + Caller.current().id());
    return new Ended(ended);
  }

  @PostMapping("/recovery-codes")
  @AllowedToSignedIn
  @InPerson
  Codes recoveryCodes() {
    Person person = self.person();
    if (!person.totpConfirmed()) {
      throw Problem.conflict("not-enrolled", "请先启用两步验证，再生成恢复码。");
    }
    return new Codes(codes.make(person.id()));
  }

  private void record(String action, String subject) {
    transactions.executeWithoutResult(_ -> events.publishEvent(new Changed(null, action, subject)));
  }
}
