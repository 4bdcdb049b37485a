package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
final class SessionController {
  private final SignIn signIn;
  private final Admission admission;
  private final Self self;
  private final Sessions sessions;
  private final People people;

  SessionController(
      SignIn signIn, Admission admission, Self self, Sessions sessions, People people) {
    this.signIn = signIn;
    this.admission = admission;
    this.self = self;
    this.sessions = sessions;
    this.people = people;
  }

  record Credentials(String username, String password, @Nullable String code) {
    Credentials {
      new Checks().text("username", username, 200).text("password", password, 1000).done();
    }

    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  record ClientName(UUID id, String name) {}

  record SignedInPerson(
      UUID id, String name, String username, Role role, boolean totp, List<ClientName> clients) {}

  /// @param hurdle what must be done first; null for nothing
  /// @param lockMinutes without key or pointer, after which the pages lock; 0 for never
  record SignedIn(
      SignedInPerson person,
      String csrf,
      String locale,
      @Nullable Hurdle hurdle,
      int lockMinutes) {}

  record PasswordAgain(String password) {
    PasswordAgain {
      new Checks().text("password", password, 1000).done();
    }

    @Override
    public String toString() {
      return "PasswordAgain";
    }
  }

  record Enrolment(String secret, String uri) {}

  record Code(String code) {
    Code {
      new Checks().text("code", code, 10).done();
    }
  }

  @PostMapping
  @AllowedToAll(because = "this is where one signs in")
  ResponseEntity<SignedIn> open(@RequestBody Credentials given, HttpServletRequest request) {
    Person person =
        signIn.check(given.username(), given.password(), given.code(), request.getRemoteAddr());
    return admission.admit(person, request, Sessions.Way.PASSWORD);
  }

  @GetMapping
  @AllowedToSignedIn
  @InPerson(despite = {Hurdle.LOCKED, Hurdle.PASSWORD, Hurdle.SECOND_FACTOR})
  SignedIn present(HttpServletRequest request) {
    return admission.signedIn(self.session(request));
  }

  @DeleteMapping
  @AllowedToSignedIn
  @InPerson(despite = {Hurdle.LOCKED, Hurdle.PASSWORD, Hurdle.SECOND_FACTOR})
  ResponseEntity<Void> close(HttpServletRequest request) {
    return admission.dismiss(request);
  }

  /// Locks the pages until the password is given again; nothing else is answered until then.
  @PostMapping("/lock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson(despite = {Hurdle.LOCKED, Hurdle.PASSWORD, Hurdle.SECOND_FACTOR})
  void lock(HttpServletRequest request) {
    sessions.lock(self.session(request).id(), true);
  }

  @PostMapping("/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson(despite = Hurdle.LOCKED)
  void unlock(@RequestBody PasswordAgain given, HttpServletRequest request) {
    self.confirm(self.person(), given.password(), request.getRemoteAddr());
    sessions.lock(self.session(request).id(), false);
  }

  @PostMapping("/totp/enrol")
  @AllowedToSignedIn
  @InPerson(despite = Hurdle.SECOND_FACTOR)
  Enrolment enrol() {
    Person person = self.person();
    if (person.totpConfirmed()) {
      throw Problem.conflict("already-enrolled", "a one-time password app is in use already");
    }
    String secret = Totp.base32(signIn.enrol(person));
    String account = URLEncoder.encode(person.username(), StandardCharsets.UTF_8);
    return new Enrolment(
        secret, "otpauth://totp/Shouyue:" + account + "?secret=" + secret + "&issuer=Shouyue");
  }

  @PostMapping("/totp/confirm")
  @AllowedToSignedIn
  @InPerson(despite = Hurdle.SECOND_FACTOR)
  Map<String, Boolean> confirm(@RequestBody Code given) {
    Person person = self.person();
    if (!signIn.use(person, given.code())) {
      throw Problem.invalid("code", "is not the present code of the app");
    }
    people.confirmTotp(person.id());
    return Map.of("totp", true);
  }
}
