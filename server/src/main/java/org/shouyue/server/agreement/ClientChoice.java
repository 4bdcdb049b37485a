package org.shouyue.server.agreement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Party;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose contract a document is: the client who was named, or the one the document names.
@Component
class ClientChoice {
  private final JdbcClient jdbc;

  ClientChoice(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID of(@Nullable UUID chosen, Contract contract) {
    Set<UUID> visible = TenantScope.visible();
    if (chosen != null) {
      if (!visible.contains(chosen)) {
        throw Problem.notFound("client", chosen);
      }
      return chosen;
    }
    Party client = contract.client();
    List<UUID> named =
        client == null
            ? List.of()
            : jdbc.sql("select id from client where name = :name")
                .param("name", client.name())
                .query((row, _) -> Sql.uuid(row, "id"))
                .list();
    if (named.size() == 1) {
      return named.getFirst();
    }
    throw Problem.invalid(
        "clientId",
        client == null
            ? "must be given: the document does not name the client"
            : "must be given: no client is called " + client.name() + " yet");
  }
}
