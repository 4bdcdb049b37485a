package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerSettings;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
final class SessionController {
  private final SignIn signIn;
  private final Sessions sessions;
  private final People people;
  private final Clients clients;
  private final ServerSettings settings;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  SessionController(
      SignIn signIn,
      Sessions sessions,
      People people,
      Clients clients,
      ServerSettings settings,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.people = people;
    this.clients = clients;
    this.settings = settings;
    this.events = events;
    this.transactions = transactions;
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

  record SignedIn(SignedInPerson person, String csrf, String locale) {}

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
    Caller caller =
        new Caller(
            person.id(), person.username(), person.name(), person.role(), request.getRemoteAddr());
    String token = sessions.open(person.id());
    caller.call(() -> record("session.opened", person.id()));
    Session session =
        sessions.find(token).orElseThrow(() -> new IllegalStateException("the session is gone"));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(token).build().toString())
        .body(signedIn(session));
  }

  @GetMapping
  @AllowedToSignedIn
  SignedIn present(HttpServletRequest request) {
    Session session = SessionFilter.of(request);
    if (session == null) {
      throw Problem.unauthorised("not-signed-in", "sign in first");
    }
    return signedIn(session);
  }

  @DeleteMapping
  @AllowedToSignedIn
  ResponseEntity<Void> close(HttpServletRequest request) {
    SessionFilter.token(request).ifPresent(sessions::close);
    boolean _ = record("session.closed", Caller.current().id());
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString())
        .build();
  }

  @PostMapping("/totp/enrol")
  @AllowedToSignedIn
  Enrolment enrol() {
    Person person = self();
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
  Map<String, Boolean> confirm(@RequestBody Code given) {
    Person person = self();
    if (!signIn.use(person, given.code())) {
      throw Problem.invalid("code", "is not the present code of the app");
    }
    people.confirmTotp(person.id());
    return Map.of("totp", true);
  }

  private Person self() {
    return people
        .byId(Caller.current().id())
        .orElseThrow(() -> Problem.unauthorised("not-signed-in", "sign in first"));
  }

  private SignedIn signedIn(Session session) {
    Set<UUID> visible = people.clientsOf(session.person(), session.role());
    List<ClientName> named =
        TenantScope.of(visible)
            .call(() ->
                clients.page(new PageRequest(0, PageRequest.EXPORT, null, null)).items().stream()
                    .map(client -> new ClientName(client.id(), client.name()))
                    .toList());
    boolean totp = people.byId(session.person()).map(Person::totpConfirmed).orElse(false);
    return new SignedIn(
        new SignedInPerson(
            session.person(), session.name(), session.username(), session.role(), totp, named),
        session.csrf(),
        session.locale());
  }

  private boolean record(String action, UUID person) {
    transactions.executeWithoutResult(
        _ -> events.publishEvent(new Changed(null, action, "person/" + person)));
    return true;
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String token) {
    return ResponseCookie.from(SessionFilter.COOKIE, token)
        .httpOnly(true)
        .secure(Boolean.TRUE.equals(settings.secureCookie()))
        .sameSite("Strict")
        .path("/")
        .maxAge(Sessions.LONGEST);
  }
}
