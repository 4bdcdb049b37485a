package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.home.ServerSettings;
import org.shouyue.server.page.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens and closes sessions for those whom one of the ways to sign in has recognised.
@Component
final class Admission {
  private final Sessions sessions;
  private final People people;
  private final Clients clients;
  private final Policies policies;
  private final ServerSettings settings;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  Admission(
      Sessions sessions,
      People people,
      Clients clients,
      Policies policies,
      ServerSettings settings,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.sessions = sessions;
    this.people = people;
    this.clients = clients;
    this.policies = policies;
    this.settings = settings;
    this.events = events;
    this.transactions = transactions;
  }

  /// Opens a session: the cookie, and who is signed in.
  ResponseEntity<SessionController.SignedIn> admit(
      Person person, HttpServletRequest request, Sessions.Way way) {
    String token = open(person, request, way);
    Session session =
        sessions
            .find(token, request.getRemoteAddr())
            .orElseThrow(() -> new IllegalStateException("the session is gone"));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(token).build().toString())
        .body(signedIn(session));
  }

  /// Opens a session and returns its cookie alone.
  ResponseCookie open(HttpServletRequest request, Person person, Sessions.Way way) {
    return cookie(open(person, request, way)).build();
  }

  private String open(Person person, HttpServletRequest request, Sessions.Way way) {
    String address = request.getRemoteAddr();
    Caller caller =
        new Caller(person.id(), person.username(), person.name(), person.role(), address);
    String token =
        sessions.open(
            person.id(),
            new Sessions.Origin(address, request.getHeader(HttpHeaders.USER_AGENT), way));
    caller.call(() -> record("session.opened", person.id(), Map.of("way", way.code())));
    return token;
  }

  /// Closes the session of a request.
  ResponseEntity<Void> dismiss(HttpServletRequest request) {
    SessionFilter.token(request).ifPresent(sessions::close);
    boolean _ = record("session.closed", Caller.current().id(), Map.of());
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString())
        .build();
  }

  /// What the pages know of a session.
  SessionController.SignedIn signedIn(Session session) {
    Set<UUID> visible = people.clientsOf(session.person(), session.role());
    List<SessionController.ClientName> named =
        TenantScope.of(visible)
            .call(() ->
                clients.page(new PageRequest(0, PageRequest.EXPORT, null, null)).items().stream()
                    .map(client -> new SessionController.ClientName(client.id(), client.name()))
                    .toList());
    boolean totp = people.byId(session.person()).map(Person::totpConfirmed).orElse(false);
    return new SessionController.SignedIn(
        new SessionController.SignedInPerson(
            session.person(), session.name(), session.username(), session.role(), totp, named),
        session.csrf(),
        session.locale(),
        session.hurdle(),
        policies.present().session().lockMinutes());
  }

  private boolean record(String action, UUID person, Map<String, ?> details) {
    transactions.executeWithoutResult(
        _ -> events.publishEvent(new Changed(null, action, "person/" + person, details)));
    return true;
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String token) {
    return ResponseCookie.from(SessionFilter.COOKIE, token)
        .httpOnly(true)
        .secure(Boolean.TRUE.equals(settings.secureCookie()))
        .sameSite("Strict")
        .path("/")
        .maxAge(policies.present().session().longest());
  }
}
