package org.shouyue.server.work;

import static org.shouyue.server.sql.Sql.at;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What engines remember of an asset from one run to the next. Callers bring the transaction.
@Repository
public class Memories {
  private final JdbcClient jdbc;

  Memories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What one kind of work remembers of an asset, as JSON; null when it never looked.
  public @Nullable String of(UUID asset, Capability capability) {
    return jdbc.sql(
            """
            select content::text from asset_memory
            where asset_id = :asset and capability = :capability\
            """)
        .param("asset", asset)
        .param("capability", capability.code())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  void keep(Run run, String content, Instant now) {
    jdbc.sql(
            """
            insert into asset_memory (client_id, asset_id, capability, content, at)
            values (:client, :asset, :capability, :content::jsonb, :now)
            on conflict (asset_id, capability) do update
              set content = excluded.content, at = excluded.at\
            """)
        .param("client", run.clientId())
        .param("asset", run.assetId())
        .param("capability", run.capability().code())
        .param("content", content)
        .param("now", at(now))
        .update();
  }
}
