package org.shouyue.server.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own API tokens.
@RestController
@RequestMapping("/api/account/tokens")
final class ApiTokensController {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final ApiTokens tokens;
  private final WallClock clock;

  ApiTokensController(ApiTokens tokens, WallClock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /// @param days for which it is good
  /// @param role as whom it acts: a manager's may act as an engineer; null for its owner's role
  /// @param clients beyond which it shows nothing; null for all that its owner sees
  record NewToken(
      String name, int days, boolean readOnly, @Nullable Role role, @Nullable Set<UUID> clients) {
    NewToken {
      new Checks()
          .text("name", name, 100)
          .that(days >= 1 && days <= LONGEST.toDays(), "days", "must be from 1 to 366")
          .that(clients == null || !clients.isEmpty(), "clients", "must name at least one client")
          .done();
    }
  }

  /// @param token to be copied now; it is never shown again
  record Made(String token) {
    @Override
    public String toString() {
      return "Made";
    }
  }

  @GetMapping
  @AllowedToSignedIn
  @InPerson
  List<ApiTokens.Listed> list() {
    return tokens.of(Caller.current().id());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedToSignedIn
  @InPerson
  Made make(@RequestBody NewToken given) {
    Caller caller = Caller.current();
    Role role = given.role() == caller.role() ? null : given.role();
    if (role != null && !(caller.role() == Role.PROVIDER_MANAGER && role == Role.ENGINEER)) {
      throw Problem.invalid("role", "令牌的权限不能超过本人；乙方经理的令牌可以只有工程师的权限");
    }
    for (UUID client : given.clients() == null ? Set.<UUID>of() : given.clients()) {
      if (!TenantScope.visible().contains(client)) {
        throw Problem.invalid("clients", "names no client " + client);
      }
    }
    Instant expires = clock.instant().plus(Duration.ofDays(given.days()));
    return new Made(
        tokens.make(
            caller.id(),
            new ApiTokens.Wanted(
                given.name().strip(), expires, given.readOnly(), role, given.clients())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  @InPerson
  void revoke(@PathVariable UUID id) {
    if (!tokens.revoke(Caller.current().id(), id)) {
      throw Problem.notFound("token", id);
    }
  }
}
