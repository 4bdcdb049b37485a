package org.shouyue.server.asset;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Refusal;
import org.shouyue.scope.RefusalLog;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every refusal of the broker, in the client's own table.
@Repository
class Refusals implements RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final JdbcClient jdbc;

  Refusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A refusal as it is listed.
  record Listed(
      UUID id,
      UUID clientId,
      String clientName,
      Instant at,
      String capability,
      String method,
      String destination,
      List<String> addresses,
      String code,
      String messageZh,
      String messageEn) {}

  /// Writes on a thread of its own, so that a transaction of the caller's that rolls back does not
  /// take the refusal with it. Returns when it is written.
  @Override
  public void refused(Refusal refusal) {
    Thread writer = Thread.startVirtualThread(() -> write(refusal));
    boolean interrupted = false;
    while (true) {
      try {
        writer.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true; // a cancelled run's refusal is written all the same
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Refusal refusal) {
    try {
      TenantScope.of(refusal.purpose().client()).run(() -> insert(refusal));
    } catch (DataAccessException e) {
      LOG.error("a refusal could not be written down: {}", refusal, e);
    }
  }

  private void insert(Refusal refusal) {
    jdbc.sql(
            """
            insert into scope_refusal (client_id, at, capability, method, destination, addresses,
              code, message_zh, message_en)
            values (:client, :at, :capability, :method, :destination, :addresses,
              :code, :zh, :en)
            """)
        .param("client", refusal.purpose().client())
        .param("at", Sql.at(refusal.at()))
        .param("capability", refusal.purpose().capability())
        .param("method", refusal.purpose().method().code())
        .param("destination", refusal.destination().toString())
        .param(
            "addresses",
            refusal.addresses().stream().map(InetAddress::getHostAddress).toArray(String[]::new))
        .param("code", refusal.code().code())
        .param("zh", refusal.message().zh())
        .param("en", refusal.message().en())
        .update();
  }

  Page<Listed> page(@Nullable UUID client, @Nullable String code, PageRequest request) {
    return new Listing(
            jdbc,
            "r.*, c.name as client_name",
            "scope_refusal r join client c on c.id = r.client_id",
            "r.at desc, r.id")
        .where("r.client_id = :client", "client", client)
        .where("r.code = :code", "code", code)
        .search("r.destination", "r.capability", "r.code", "c.name")
        .sort("at", "r.at")
        .sort("destination", "r.destination")
        .sort("code", "r.code")
        .page(request, Refusals::listed);
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    return new Listed(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.instant(row, "at"),
        Sql.text(row, "capability"),
        Sql.text(row, "method"),
        Sql.text(row, "destination"),
        Sql.texts(row, "addresses"),
        Sql.text(row, "code"),
        Sql.text(row, "message_zh"),
        Sql.text(row, "message_en"));
  }
}
