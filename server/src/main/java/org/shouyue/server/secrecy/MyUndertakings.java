package org.shouyue.server.secrecy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Assignments;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.stereotype.Component;

/// What the caller has signed for the clients they are assigned to: the one door that is open to a
/// client whose undertaking is missing.
@Component
class MyUndertakings {
  private final Assignments assignments;
  private final SecrecyAccess access;
  private final SecrecyRules rules;
  private final Undertakings undertakings;
  private final Clients clients;

  MyUndertakings(
      Assignments assignments,
      SecrecyAccess access,
      SecrecyRules rules,
      Undertakings undertakings,
      Clients clients) {
    this.assignments = assignments;
    this.access = access;
    this.rules = rules;
    this.undertakings = undertakings;
    this.clients = clients;
  }

  /// How the caller stands with one client.
  ///
  /// @param barred whether they see nothing of it at present
  /// @param state of the latest undertaking, or `missing`
  /// @param waitsForApproval whether the client has still to approve them as one of the named
  ///   people
  record Mine(
      UUID clientId,
      String clientName,
      boolean demanded,
      boolean barred,
      String state,
      @Nullable UUID undertakingId,
      @Nullable Instant until,
      boolean waitsForApproval) {}

  /// All assigned clients, those first that the caller cannot see.
  List<Mine> all() {
    Caller caller = Caller.current();
    Set<UUID> assigned = assignments.of(caller.id(), caller.role());
    Set<UUID> barred = new HashSet<>(access.barred(caller.id(), assigned));
    List<Mine> all = new ArrayList<>();
    for (UUID client : assigned) {
      all.add(TenantScope.of(client).call(() -> mine(client, barred.contains(client))));
    }
    all.sort(Comparator.comparing((Mine one) -> !one.barred()).thenComparing(Mine::clientName));
    return all;
  }

  /// Does the work in the scope of a client that the caller is assigned to, barred or not.
  ///
  /// @throws Problem 404 when they are not assigned to it
  <T> T within(UUID client, Supplier<T> work) {
    Caller caller = Caller.current();
    if (!assignments.of(caller.id(), caller.role()).contains(client)) {
      throw Problem.notFound("client", client);
    }
    return TenantScope.of(client).call(work::get);
  }

  private Mine mine(UUID client, boolean barred) {
    SecrecyRule rule = rules.of(client);
    Undertaking latest = undertakings.latest(client, Caller.current().id()).orElse(null);
    String state = latest == null ? "missing" : latest.state();
    return new Mine(
        client,
        clients.find(client).map(Client::name).orElse(""),
        rule.undertakings(),
        barred,
        state,
        latest == null ? null : latest.id(),
        latest == null ? null : latest.until(),
        barred && rule.namedOnly() && (!rule.undertakings() || state.equals("in-force")));
  }
}
