package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own passkeys, and sign-in by them.
@RestController
final class PasskeysController {
  private static final int LONGEST_ANSWER = 20_000;

  private final PasskeyDesk desk;
  private final Passkeys passkeys;
  private final Self self;
  private final Admission admission;

  PasskeysController(PasskeyDesk desk, Passkeys passkeys, Self self, Admission admission) {
    this.desk = desk;
    this.passkeys = passkeys;
    this.self = self;
    this.admission = admission;
  }

  record NewPasskey(String name, String slip, String response) {
    NewPasskey {
      new Checks()
          .text("name", name, 100)
          .text("slip", slip, 100)
          .text("response", response, LONGEST_ANSWER)
          .done();
    }
  }

  record PasskeyAnswer(String slip, String response) {
    PasskeyAnswer {
      new Checks().text("slip", slip, 100).text("response", response, LONGEST_ANSWER).done();
    }
  }

  @GetMapping("/api/account/passkeys")
  @AllowedToSignedIn
  @InPerson(despite = Hurdle.SECOND_FACTOR)
  List<Passkeys.Listed> list() {
    return passkeys.of(Caller.current().id());
  }

  @PostMapping("/api/account/passkeys/challenge")
  @AllowedToSignedIn
  @InPerson(despite = Hurdle.SECOND_FACTOR)
  PasskeyDesk.Challenge registration(HttpServletRequest request) {
    return desk.registration(self.person(), request);
  }

  @PostMapping("/api/account/passkeys")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedToSignedIn
  @InPerson(despite = Hurdle.SECOND_FACTOR)
  void register(@RequestBody NewPasskey given, HttpServletRequest request) {
    desk.register(
        self.person(),
        given.name().strip(),
        new PasskeyDesk.Answer(given.slip(), given.response()),
        request);
  }

  @DeleteMapping("/api/account/passkeys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson
  void remove(@PathVariable String id) {
    if (!passkeys.remove(Caller.current().id(), decoded(id))) {
      throw Problem.notFound("passkey", id);
    }
  }

  @PostMapping("/api/session/passkey/challenge")
  @AllowedToAll(because = "nobody is signed in yet")
  PasskeyDesk.Challenge challenge(HttpServletRequest request) {
    return desk.signIn(request);
  }

  @PostMapping("/api/session/passkey")
  @AllowedToAll(because = "this is where one signs in")
  ResponseEntity<SessionController.SignedIn> signIn(
      @RequestBody PasskeyAnswer given, HttpServletRequest request) {
    Person person = desk.recognise(new PasskeyDesk.Answer(given.slip(), given.response()), request);
    return admission.admit(person, request, Sessions.Way.PASSKEY);
  }

  private static byte[] decoded(String id) {
    try {
      return Base64.getUrlDecoder().decode(id);
    } catch (IllegalArgumentException _) {
      throw Problem.notFound("passkey", id);
    }
  }
}
