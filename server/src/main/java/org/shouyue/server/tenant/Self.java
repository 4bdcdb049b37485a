package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Component;

/// The person who calls, and their session.
@Component
final class Self {
  private final People people;
  private final SignIn signIn;

  Self(People people, SignIn signIn) {
    this.people = people;
    this.signIn = signIn;
  }

  Person person() {
    return people.byId(Caller.current().id()).orElseThrow(Self::notSignedIn);
  }

  Session session(HttpServletRequest request) {
    Session session = SessionFilter.of(request);
    if (session == null) {
      throw notSignedIn();
    }
    return session;
  }

  /// Refuses when this is not their present password; guessing is slowed down as at sign-in.
  void confirm(Person person, String password, String address) {
    signIn.confirm(person, password, address);
  }

  private static Problem notSignedIn() {
    return Problem.unauthorised("not-signed-in", "sign in first");
  }
}
