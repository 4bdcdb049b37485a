package org.shouyue.server.export;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Whom a client lets take what. A client's own people take their own data without asking.
@Service
class ExportPermits {
  private final ExportRules rules;
  private final Approvals approvals;
  private final Clients clients;
  private final Directory directory;
  private final JdbcClient jdbc;

  ExportPermits(
      ExportRules rules,
      Approvals approvals,
      Clients clients,
      Directory directory,
      JdbcClient jdbc) {
    this.rules = rules;
    this.approvals = approvals;
    this.clients = clients;
    this.directory = directory;
    this.jdbc = jdbc;
  }

  /// The clients whose rows a list may hold that leaves as a file.
  ///
  /// @throws Problem 403 when none of those that were asked for remains
  Set<UUID> narrow(Caller caller, UnderWay way, Set<UUID> scope) {
    Set<UUID> asked = named(way, scope);
    Set<UUID> remaining = new HashSet<>(asked);
    for (UUID client : demanding(caller, asked)) {
      if (permit(caller, way, client).isEmpty()) {
        remaining.remove(client);
      }
    }
    if (remaining.isEmpty() && !asked.isEmpty()) {
      throw needed(way, asked.iterator().next());
    }
    way.leaveOut(asked.size() - remaining.size());
    return remaining;
  }

  /// Which of these want to be asked by this person.
  Set<UUID> demanding(Caller caller, Collection<UUID> those) {
    return isClients(caller) ? Set.of() : rules.demanding(those);
  }

  /// A token may act as less than its owner is; whose person it is does not change by that.
  private boolean isClients(Caller caller) {
    return caller.token() == null
        ? caller.role().isClients()
        : directory.find(caller.id()).filter(owner -> owner.role().isClients()).isPresent();
  }

  /// What lets this person take this now, empty when nothing does.
  Optional<Approval> permit(Caller caller, UnderWay way, UUID client) {
    return approvals.usable(caller.id(), way.path(), List.of(client)).stream()
        .filter(one -> way.within(one.path(), one.query()))
        .findFirst();
  }

  /// 403: this client has to be asked first. Holds what the form for that needs.
  Problem needed(UnderWay way, UUID client) {
    String name = clients.find(client).map(Client::name).orElse("");
    return Problem.of(
            HttpStatus.FORBIDDEN,
            "export-needs-approval",
            "甲方“%s”要求逐次审批数据导出，您还没有可用的批准".formatted(name))
        .with("remedy", "在“保密 → 数据导出”中申请，写明用途、接收人和期限；甲方签字人批准后再下载。")
        .with("clientId", client)
        .with("clientName", name)
        .with("path", way.path())
        .with("query", way.query());
  }

  /// The client that the request names itself, or by a contract; else everyone in scope.
  private Set<UUID> named(UnderWay way, Set<UUID> scope) {
    UUID client = uuid(way.parameter("client"));
    UUID contract = uuid(way.parameter("contract"));
    if (client == null && contract != null) {
      client =
          jdbc.sql("select client_id from contract where id = :id")
              .param("id", contract)
              .query(UUID.class)
              .optional()
              .orElse(null);
    }
    return client != null && scope.contains(client) ? Set.of(client) : scope;
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null; // the handler says what is wrong with it
    }
  }
}
