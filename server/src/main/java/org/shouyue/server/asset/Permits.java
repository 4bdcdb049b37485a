package org.shouyue.server.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Method;
import org.shouyue.scope.Permit;
import org.shouyue.scope.PermitId;
import org.shouyue.scope.Target;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The permits that clients gave, as the broker takes them.
@Repository
public class Permits {
  private static final String STATE =
      """
      case when p.revoked_at <= :now then 'revoked' when p.until_at <= :now then 'expired'
        when p.from_at > :now then 'waiting' else 'standing' end
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final WallClock wall;
  private final ApplicationEventPublisher events;

  Permits(JdbcClient jdbc, InstantSource clock, WallClock wall, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.wall = wall;
    this.events = events;
  }

  /// All permits of a client, standing or not: the broker judges each, and says why one does not
  /// count.
  public List<Permit> of(UUID client) {
    return jdbc.sql("select * from permit where client_id = :client order by created_at, id")
        .param("client", client)
        .query((row, _) -> permit(row))
        .list();
  }

  /// A permit of the asset's client that stands now, allows the method and names the asset: for
  /// work on it that no broker sees, such as what people do by hand.
  public Optional<Permit> standingFor(Asset asset, Method method) {
    Instant now = clock.instant();
    return of(asset.clientId()).stream()
        .filter(permit -> permit.standsAt(now) && permit.methods().contains(method))
        .filter(permit -> Addresses.covers(permit, asset))
        .findFirst();
  }

  Optional<PermitRecord> find(UUID id) {
    return jdbc.sql(
            """
            select p.*, c.name as client_name, %s as state
            from permit p join client c on c.id = p.client_id where p.id = :id
            """
                .formatted(STATE))
        .param("id", id)
        .param("now", Sql.at(clock.instant()))
        .query(Permits::listed)
        .optional();
  }

  Page<PermitRecord> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    return new Listing(
            jdbc,
            "p.*",
            """
            (select p.*, c.name as client_name, %s as state
              from permit p join client c on c.id = p.client_id) p
            """
                .formatted(STATE),
            "p.until_at desc, p.id")
        .with("now", Sql.at(clock.instant()))
        .where("p.client_id = :client", "client", client)
        .where("p.state = :state", "state", state)
        .search("p.signatory", "p.client_name", "array_to_string(p.targets, ' ')")
        .sort("from", "p.from_at")
        .sort("until", "p.until_at")
        .sort("signatory", "p.signatory")
        .sort("clientName", "p.client_name")
        .page(request, Permits::listed);
  }

  @Transactional
  void add(Permit permit, String fileName, long evidenceSeq) {
    jdbc.sql(
            """
            insert into permit (id, client_id, targets, methods, from_at, until_at, signatory,
              file_name, file_sha256, evidence_seq, created_by, created_at)
            values (:id, :client, :targets, :methods, :from, :until, :signatory,
              :file, :sha256, :seq, :by, :now)
            """)
        .param("id", permit.id().value())
        .param("client", permit.client())
        .param("targets", permit.targets().stream().map(Target::written).toArray(String[]::new))
        .param("methods", permit.methods().stream().map(Method::code).toArray(String[]::new))
        .param("from", Sql.at(permit.from()))
        .param("until", Sql.at(permit.until()))
        .param("signatory", permit.signatory())
        .param("file", fileName)
        .param("sha256", permit.fileSha256())
        .param("seq", evidenceSeq)
        .param("by", Caller.current().name())
        .param("now", Sql.at(clock.instant()))
        .update();
    events.publishEvent(
        new Changed(
            permit.client(),
            "permit.added",
            "permit/" + permit.id(),
            Map.of(
                "targets", permit.targets().stream().map(Target::written).toList(),
                "sha256", permit.fileSha256(),
                "until", permit.until().toString())));
  }

  /// Ends a permit at once; false when it had been revoked already.
  @Transactional
  boolean revoke(PermitRecord permit, String reason) {
    Instant now = clock.instant();
    int revoked =
        jdbc.sql(
                """
                update permit set revoked_at = :now, revoked_noticed_at = :wall, revoked_by = :by,
                  revoked_reason = :reason
                where id = :id and revoked_at is null
                """)
            .param("now", Sql.at(now))
            .param("wall", Sql.at(wall.instant()))
            .param("by", Caller.current().name())
            .param("reason", reason)
            .param("id", permit.id())
            .update();
    if (revoked == 1) {
      events.publishEvent(
          new Changed(
              permit.clientId(),
              "permit.revoked",
              "permit/" + permit.id(),
              Map.of("reason", reason)));
    }
    return revoked == 1;
  }

  /// What any node revoked since then, whosever it is.
  List<PermitId> revokedSince(Instant wallTime) {
    return jdbc.sql("select id from permits_revoked_since(:since) as id")
        .param("since", Sql.at(wallTime))
        .query((row, _) -> new PermitId(Sql.uuid(row, "id")))
        .list();
  }

  private static Permit permit(ResultSet row) throws SQLException {
    return new Permit(
        new PermitId(Sql.uuid(row, "id")),
        Sql.uuid(row, "client_id"),
        Sql.texts(row, "targets").stream().map(Target::parse).toList(),
        Sql.texts(row, "methods").stream().map(Method::of).collect(Collectors.toSet()),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "until_at"),
        Sql.text(row, "signatory"),
        Sql.text(row, "file_sha256"),
        Sql.instantOrNull(row, "revoked_at"));
  }

  private static PermitRecord listed(ResultSet row, int number) throws SQLException {
    return new PermitRecord(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.text(row, "state").strip(),
        Sql.texts(row, "targets"),
        Sql.texts(row, "methods"),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "until_at"),
        Sql.text(row, "signatory"),
        Sql.text(row, "file_name"),
        Sql.text(row, "file_sha256"),
        row.getLong("evidence_seq"),
        Sql.text(row, "created_by"),
        Sql.instant(row, "created_at"),
        Sql.instantOrNull(row, "revoked_at"),
        row.getString("revoked_by"),
        row.getString("revoked_reason"));
  }
}
