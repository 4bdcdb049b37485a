package org.shouyue.server.tenant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the caller by the session cookie or by an API token, checks that a changing request
/// comes from our own pages (a token's comes from none), and runs the request as that caller in the
/// scope of their clients.
final class SessionFilter extends OncePerRequestFilter {
  static final String COOKIE = "SHOUYUE_SESSION";
  static final String CSRF = "X-Shouyue-Csrf";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final String BEARER = "Bearer ";

  /// Where a change needs no token of ours yet, because this is how one gets one.
  private static final Set<String> SIGN_IN = Set.of("/api/session", "/api/session/passkey");

  private final Sessions sessions;
  private final ApiTokens tokens;
  private final People people;
  private final ObjectProvider<AccessRule> rules;
  private final ProblemWriter problems;

  SessionFilter(
      Sessions sessions,
      ApiTokens tokens,
      People people,
      ObjectProvider<AccessRule> rules,
      ProblemWriter problems) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.people = people;
    this.rules = rules;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site")) && changes(request)) {
      problems.write(Problem.forbidden("the request comes from another site"), response);
      return;
    }
    Optional<Session> session;
    try {
      session = session(request);
    } catch (Problem refused) {
      problems.write(refused, response);
      return;
    } catch (DataAccessException e) {
      logger.warn("the database does not answer", e);
      problems.write(
          Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "database-unavailable",
              "the database does not answer at present; nothing was changed"),
          response);
      return;
    }
    if (session.isEmpty()) {
      chain.doFilter(request, response);
    } else if (isForged(request, session.get())) {
      problems.write(
          Problem.of(
              HttpStatus.FORBIDDEN, "csrf", "the header " + CSRF + " is missing or not yours"),
          response);
    } else {
      doAs(session.get(), request, response, chain);
    }
  }

  /// @throws Problem for a token that is not valid, or is used too often
  private Optional<Session> session(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      return Optional.of(tokens.session(token, request.getRemoteAddr(), changes(request)));
    }
    return token(request).flatMap(token -> sessions.find(token, request.getRemoteAddr()));
  }

  private static boolean isForged(HttpServletRequest request, Session session) {
    return session.token() == null
        && changes(request)
        && !isSignIn(request)
        && !csrfMatches(request, session);
  }

  private void doAs(
      Session session, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller =
        new Caller(
            session.person(),
            session.username(),
            session.name(),
            session.role(),
            request.getRemoteAddr(),
            session.token() == null ? null : session.token().name());
    SecurityContextHolder.getContext()
        .setAuthentication(
            new PreAuthenticatedAuthenticationToken(
                caller, "", AuthorityUtils.createAuthorityList("ROLE_" + session.role())));
    TenantScope scope = TenantScope.of(clients(session));
    request.setAttribute(Session.class.getName(), session);
    try {
      caller.call(() ->
          scope.call(() -> {
            chain.doFilter(request, response);
            return true;
          }));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private Set<UUID> clients(Session session) {
    Session.Token token = session.token();
    Role role = token == null ? session.role() : token.owner();
    Set<UUID> clients = people.clientsOf(session.person(), role);
    for (AccessRule rule : rules) {
      clients = rule.narrow(session.person(), role, clients);
    }
    if (token != null && token.clients() != null) {
      clients = new HashSet<>(clients);
      clients.retainAll(token.clients());
    }
    return clients;
  }

  /// The session that the filter found for this request.
  static @Nullable Session of(HttpServletRequest request) {
    return (Session) request.getAttribute(Session.class.getName());
  }

  static Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean changes(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod());
  }

  private static boolean isSignIn(HttpServletRequest request) {
    return request.getMethod().equals("POST") && SIGN_IN.contains(request.getRequestURI());
  }

  private static boolean csrfMatches(HttpServletRequest request, Session session) {
    String given = request.getHeader(CSRF);
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            session.csrf().getBytes(StandardCharsets.UTF_8));
  }
}
