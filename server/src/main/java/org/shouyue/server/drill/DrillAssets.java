package org.shouyue.server.drill;

import static org.shouyue.server.sql.Sql.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.drill.inject.Services;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The assets that are marked for drills, and what their clients agreed to.
@Repository
class DrillAssets {
  private static final String SELECT =
      """
      select d.*, a.name, a.address from drill_asset d join asset a on a.id = d.asset_id\
      """;

  private final JdbcClient jdbc;
  private final Assets assets;
  private final DrillSettings settings;
  private final Services services;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  DrillAssets(
      JdbcClient jdbc,
      Assets assets,
      DrillSettings settings,
      Services services,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.assets = assets;
    this.settings = settings;
    this.services = services;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// All that are marked, of the clients in scope.
  List<DrillAsset> all() {
    return jdbc.sql(SELECT + " order by a.name, a.id").query(DrillAssets::row).list();
  }

  Optional<DrillAsset> find(UUID asset) {
    return jdbc.sql(SELECT + " where d.asset_id = :id")
        .param("id", asset)
        .query(DrillAssets::row)
        .optional();
  }

  /// Marks one. What the client agreed to before no longer counts.
  @Transactional
  void mark(UUID id, String root, @Nullable String service, String note) {
    Asset asset = assets.find(id).orElseThrow(() -> Problem.notFound("asset", id));
    Path folder = allowed(root);
    if (service != null && !services.names().contains(service)) {
      throw Problem.invalid("service", "must be one that the configuration allows to stop");
    }
    jdbc.sql(
            """
            insert into drill_asset (asset_id, client_id, root, service, note, marked_at, marked_by)
            values (:id, :client, :root, :service, :note, :now, :by)
            on conflict (asset_id) do update set root = :root, service = :service, note = :note,
              marked_at = :now, marked_by = :by, consented_at = null, consented_by = null,
              consent_seq = null\
            """)
        .param("id", id)
        .param("client", asset.clientId())
        .param("root", folder.toString())
        .param("service", service)
        .param("note", note)
        .param("now", at(clock.instant()))
        .param("by", Caller.current().name())
        .update();
    changed(asset.clientId(), "drill-asset.marked", id, Map.of("root", folder.toString()));
  }

  /// The folder, when it lies below one that the administrator configured.
  Path allowed(String root) {
    Path folder = plain(root);
    boolean below =
        settings.allowedRoots().stream()
            .anyMatch(allowed -> folder.startsWith(allowed) && !folder.equals(allowed));
    if (!below) {
      throw Problem.invalid(
          "root", "must lie below a folder that the administrator configured for drills");
    }
    return folder;
  }

  private static Path plain(String root) {
    try {
      Path folder = Path.of(root);
      if (folder.isAbsolute() && folder.equals(folder.normalize())) {
        return folder;
      }
    } catch (InvalidPathException _) {
      // answered below, as any other text that is no path
    }
    throw Problem.invalid("root", "must be a plain absolute path");
  }

  /// Takes the client's agreement that drills are held there.
  @Transactional
  void consent(UUID id, String name, byte[] drawing) {
    DrillAsset asset = find(id).orElseThrow(() -> Problem.notFound("drill asset", id));
    Instant now = clock.instant();
    String said =
        "同意在“%s”（%s）上开展应急演练；目录 %s；可停服务：%s。签字：%s%n"
            .formatted(
                asset.name(),
                asset.address(),
                asset.root(),
                asset.service() == null ? "无" : asset.service(),
                name);
    keep(
        asset, "演练同意书.txt", "text/plain;charset=UTF-8", said.getBytes(StandardCharsets.UTF_8), now);
    long seq = keep(asset, "演练同意书签名.png", "image/png", drawing, now);
    jdbc.sql(
            """
            update drill_asset set consented_at = :now, consented_by = :by, consent_seq = :seq
            where asset_id = :id\
            """)
        .param("id", id)
        .param("now", at(now))
        .param("by", name)
        .param("seq", seq)
        .update();
    changed(asset.clientId(), "drill-asset.consented", id, Map.of("by", name));
  }

  private long keep(DrillAsset asset, String name, String type, byte[] content, Instant now) {
    return evidence
        .keep(
            new NewEvidence(
                asset.clientId(),
                asset.clientId(),
                name,
                type,
                content,
                "asset/" + asset.assetId(),
                now))
        .seq();
  }

  private void changed(UUID client, String action, UUID asset, Map<String, ?> details) {
    events.publishEvent(new Changed(client, action, "asset/" + asset, details));
  }

  private static DrillAsset row(ResultSet row, int number) throws SQLException {
    return new DrillAsset(
        Sql.uuid(row, "asset_id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "name"),
        Sql.text(row, "address"),
        Sql.text(row, "root"),
        row.getString("service"),
        Sql.text(row, "note"),
        Sql.instant(row, "marked_at"),
        Sql.text(row, "marked_by"),
        Sql.instantOrNull(row, "consented_at"),
        row.getString("consented_by"));
  }
}
