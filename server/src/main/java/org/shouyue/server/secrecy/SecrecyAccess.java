package org.shouyue.server.secrecy;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.AccessRule;
import org.shouyue.server.tenant.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes those clients from a provider's person whose undertaking is missing, run out or withdrawn.
/// Asked anew with every request, so that access ends with the next one.
///
/// Contract 2 annex 2 §3(8) and contract 5 §6.3 with its undertaking §3.3.
@Component
class SecrecyAccess implements AccessRule {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  SecrecyAccess(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Set<UUID> narrow(UUID person, Role role, Set<UUID> clients) {
    if (!role.provides() || clients.isEmpty()) {
      return clients;
    }
    Set<UUID> remaining = new HashSet<>(clients);
    barred(person, clients).forEach(remaining::remove);
    return Set.copyOf(remaining);
  }

  /// Which of these clients demand something that the person has not given.
  List<UUID> barred(UUID person, Set<UUID> clients) {
    return jdbc.sql("select unnest(secrecy_barred(:person, :clients, :now)) as id")
        .param("person", person)
        .param("clients", clients.toArray(UUID[]::new))
        .param("now", Sql.at(clock.instant()))
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }
}
