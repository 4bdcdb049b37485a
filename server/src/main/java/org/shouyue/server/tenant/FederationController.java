package org.shouyue.server.tenant;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerSettings;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.federation.FederationRefused;
import org.shouyue.server.tenant.federation.Identity;
import org.shouyue.server.tenant.federation.IdentityProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which ways there are to sign in, and the way by the organisation's identity provider.
@RestController
@RequestMapping("/api/session")
final class FederationController {
  private static final Logger LOG = LoggerFactory.getLogger(FederationController.class);
  private static final String COOKIE = "SHOUYUE_FEDERATION";
  private static final String PATH = "/api/session/oidc";
  private static final String BACK = PATH + "/callback";

  private final Federation federation;
  private final Slips slips;
  private final PublicAddress address;
  private final Admission admission;
  private final ServerSettings settings;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  FederationController(
      Federation federation,
      Slips slips,
      PublicAddress address,
      Admission admission,
      ServerSettings settings,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.federation = federation;
    this.slips = slips;
    this.address = address;
    this.admission = admission;
    this.settings = settings;
    this.events = events;
    this.transactions = transactions;
  }

  /// @param provider what the identity provider is called; null when there is none
  record Ways(@Nullable String provider) {}

  /// What waits for the browser to come back.
  private record Away(IdentityProvider.Begun begun, String to) {}

  @GetMapping("/ways")
  @AllowedToAll(because = "the sign-in page offers what there is")
  Ways ways() {
    return new Ways(federation.name());
  }

  @GetMapping("/oidc")
  @AllowedToAll(because = "this is where one signs in")
  ResponseEntity<Void> leave(
      @RequestParam(required = false) @Nullable String back, HttpServletRequest request) {
    IdentityProvider provider =
        federation
            .provider()
            .orElseThrow(() -> Problem.notFound("identity provider", "configured"));
    try {
      IdentityProvider.Departure departure = provider.begin(returnTo(request));
      String slip =
          slips.give(Slips.Kind.FEDERATION, null, new Away(departure.begun(), inside(back)));
      return redirect(departure.to(), cookie(slip).maxAge(Slips.VALID).build());
    } catch (FederationRefused e) {
      LOG.warn("nobody can sign in by the identity provider", e);
      return refused(e.kind());
    }
  }

  @GetMapping("/oidc/callback")
  @AllowedToAll(because = "this is where one comes back to from the identity provider")
  ResponseEntity<Void> comeBack(HttpServletRequest request) {
    Optional<Away> away =
        slip(request).flatMap(slip -> slips.take(Slips.Kind.FEDERATION, null, slip, Away.class));
    if (away.isEmpty() || federation.provider().isEmpty()) {
      return refused(FederationRefused.Kind.NOT_PROVEN);
    }
    try {
      Identity identity =
          federation
              .provider()
              .get()
              .finish(away.get().begun(), returned(request), returnTo(request));
      return welcome(identity, away.get().to(), request);
    } catch (FederationRefused e) {
      LOG.info("a sign-in by the identity provider was refused: {}", e.getMessage());
      tell("federation", e.kind().name(), request);
      return refused(e.kind());
    }
  }

  private ResponseEntity<Void> welcome(Identity identity, String to, HttpServletRequest request) {
    Optional<Person> person = federation.recognise(identity);
    if (person.isEmpty()) {
      tell(identity.subject(), "nobody of ours", request);
      return toSignIn("unknown-person");
    }
    ResponseCookie session = admission.open(request, person.get(), Sessions.Way.FEDERATION);
    return redirect(URI.create(to), session, cookie("").maxAge(0).build());
  }

  private void tell(String subject, String why, HttpServletRequest request) {
    String shown = subject.length() > 64 ? subject.substring(0, 64) : subject;
    transactions.executeWithoutResult(_ ->
        events.publishEvent(
            new Changed(
                null,
                "session.refused",
                "external/" + shown,
                Map.of("address", request.getRemoteAddr(), "why", why))));
  }

  private URI returnTo(HttpServletRequest request) {
    return URI.create(address.origin(request) + BACK);
  }

  private URI returned(HttpServletRequest request) {
    String query = request.getQueryString();
    return URI.create(address.origin(request) + BACK + (query == null ? "" : "?" + query));
  }

  private static ResponseEntity<Void> refused(FederationRefused.Kind kind) {
    return toSignIn(
        switch (kind) {
          case UNAVAILABLE -> "provider-unavailable";
          case DENIED -> "provider-denied";
          case NOT_PROVEN -> "not-proven";
        });
  }

  private static ResponseEntity<Void> toSignIn(String why) {
    return redirect(
        URI.create("/sign-in?refused=" + URLEncoder.encode(why, StandardCharsets.UTF_8)));
  }

  private static ResponseEntity<Void> redirect(URI to, ResponseCookie... cookies) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .headers(headers ->
            Stream.of(cookies)
                .forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie.toString())))
        .location(to)
        .build();
  }

  /// A page of ours, never an address that somebody slipped in.
  private static String inside(@Nullable String back) {
    boolean ours =
        back != null
            && back.matches("/[A-Za-z0-9/_.?=&%-]*")
            && !back.startsWith("//")
            && !back.startsWith("/sign-in");
    return ours && back != null ? back : "/";
  }

  private static Optional<String> slip(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }

  /// Not strict, as the session's cookie is: it must come along when the provider sends the browser
  /// back. It opens nothing by itself.
  private ResponseCookie.ResponseCookieBuilder cookie(String slip) {
    return ResponseCookie.from(COOKIE, slip)
        .httpOnly(true)
        .secure(Boolean.TRUE.equals(settings.secureCookie()))
        .sameSite("Lax")
        .path(PATH);
  }
}
