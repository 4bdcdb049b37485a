package org.shouyue.server.tenant;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides whether somebody is who they say.
@Service
final class SignIn {
  private final People people;
  private final Passwords passwords;
  private final Seal seal;
  private final RecoveryCodes recoveryCodes;
  private final FailedSignIns failures;
  private final WallClock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  SignIn(
      People people,
      Passwords passwords,
      Seal seal,
      RecoveryCodes recoveryCodes,
      FailedSignIns failures,
      WallClock clock,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.people = people;
    this.passwords = passwords;
    this.seal = seal;
    this.recoveryCodes = recoveryCodes;
    this.failures = failures;
    this.clock = clock;
    this.events = events;
    this.transactions = transactions;
  }

  /// The person, when name, password and, where enrolled, code are right.
  ///
  /// @throws Problem `bad-credentials` without saying which part was wrong, `totp-required`, or
  ///   `too-many-attempts`
  Person check(String username, String password, @Nullable String code, String address) {
    refuseGuessing(username, address);
    Person person = people.byUsername(username).filter(p -> !p.disabled()).orElse(null);
    boolean right = passwords.matches(password, person == null ? null : person.password());
    if (person == null || !right) {
      throw failed(username, address);
    }
    if (person.totpConfirmed()) {
      if (code == null || code.isBlank()) {
        throw Problem.unauthorised(
            "totp-required", "the code of the one-time password app is needed");
      }
      if (!use(person, code) && !recovers(person, code)) {
        throw failed(username, address);
      }
    }
    failures.forget(username, address);
    return person;
  }

  /// Refuses when this is not the present password of somebody who is signed in already; guessing
  /// is slowed down as at sign-in.
  void confirm(Person person, String password, String address) {
    refuseGuessing(person.username(), address);
    if (!passwords.matches(password, person.password())) {
      throw failed(person.username(), address);
    }
    failures.forget(person.username(), address);
  }

  private void refuseGuessing(String username, String address) {
    failures
        .wait(username, address)
        .ifPresent(wait -> {
          throw Problem.of(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "too-many-attempts",
                  "too many failed attempts; try again in " + wait.toMinutes() + " minutes")
              .retryAfter(wait);
        });
  }

  private boolean recovers(Person person, String code) {
    return RecoveryCodes.looksLikeOne(code) && recoveryCodes.use(person.id(), code);
  }

  /// Whether the code is right now; it is used up by that.
  boolean use(Person person, String code) {
    byte[] sealed = person.totpSecret();
    if (sealed == null) {
      return false;
    }
    byte[] secret = seal.open(sealed, purpose(person));
    OptionalLong step = Totp.match(secret, code.strip(), clock.instant());
    return step.isPresent() && people.useStep(person.id(), step.getAsLong());
  }

  /// Gives the person a new secret, to be confirmed by a first code.
  byte[] enrol(Person person) {
    byte[] secret = Totp.newSecret();
    people.enrol(person.id(), seal.seal(secret, purpose(person)));
    return secret;
  }

  private Problem failed(String username, String address) {
    failures.add(username, address);
    transactions.executeWithoutResult(_ ->
        events.publishEvent(
            new Changed(
                null,
                "session.refused",
                "account/" + username.substring(0, Math.min(64, username.length())),
                Map.of("address", address))));
    return Problem.unauthorised("bad-credentials", "user name, password or code is wrong");
  }

  private static String purpose(Person person) {
    return "totp " + person.id();
  }
}
