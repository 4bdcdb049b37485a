package org.shouyue.server.bulletin;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Bulletins and their versions. Callers bring the transaction.
@Repository
class BulletinRows {
  private static final ZoneId ZONE = WorkCalendar.SHANGHAI;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BulletinRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// One version of a bulletin.
  record Edition(int version, Instant at, String by, String why) {}

  /// How a bulletin came to us.
  ///
  /// @param key what its source knows it by; null when it was written by hand
  record Origin(String way, @Nullable String key, @Nullable String version) {
    static final Origin HAND = new Origin("hand", null, null);
  }

  /// Adds a draft.
  UUID add(Advisory advisory, Origin origin, Instant now, String by) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into bulletin (id, number, way, source_key, source_version, state, version,
              title, severity, cves, source, content, gathered_at, gathered_by)
            values (:id, 'TG' || :year || '-' || lpad(nextval('bulletin_number')::text, 3, '0'),
              :way, :key, :sourceVersion, 'draft', 1,
              :title, :severity, :cves, :source, :content::jsonb, :now, :by)\
            """)
        .param("id", id)
        .param("year", Integer.toString(now.atZone(ZONE).getYear()))
        .param("way", origin.way())
        .param("key", origin.key())
        .param("sourceVersion", origin.version())
        .param("title", advisory.title())
        .param("severity", advisory.severity())
        .param("cves", advisory.cves().toArray(String[]::new))
        .param("source", advisory.source())
        .param("content", json.writeValueAsString(advisory))
        .param("now", at(now))
        .param("by", by)
        .update();
    edition(id, 1, advisory, new Edition(1, now, by, "登记"));
    return id;
  }

  /// Gives a bulletin another content, as its next version.
  ///
  /// @param sourceVersion the version at its source; null to leave it
  void rewrite(Bulletin old, Advisory advisory, @Nullable String sourceVersion, Edition edition) {
    jdbc.sql(
            """
            update bulletin set version = :version, title = :title, severity = :severity,
              cves = :cves, source = :source, content = :content::jsonb,
              source_version = coalesce(:sourceVersion, source_version),
              state = case when state = 'published' then state else 'draft' end,
              ended_reason = null
            where id = :id\
            """)
        .param("id", old.id())
        .param("version", edition.version())
        .param("title", advisory.title())
        .param("severity", advisory.severity())
        .param("cves", advisory.cves().toArray(String[]::new))
        .param("source", advisory.source())
        .param("content", json.writeValueAsString(advisory))
        .param("sourceVersion", sourceVersion)
        .update();
    edition(old.id(), edition.version(), advisory, edition);
  }

  private void edition(UUID id, int version, Advisory advisory, Edition edition) {
    jdbc.sql(
            """
            insert into bulletin_version (bulletin_id, version, content, at, by, why)
            values (:id, :version, :content::jsonb, :at, :by, :why)\
            """)
        .param("id", id)
        .param("version", version)
        .param("content", json.writeValueAsString(advisory))
        .param("at", at(edition.at()))
        .param("by", edition.by())
        .param("why", edition.why())
        .update();
  }

  /// Publishes the present version; it is not spread to every client yet.
  void published(
      Bulletin bulletin, int acknowledgeHours, boolean everybody, Instant now, String by) {
    jdbc.sql(
            """
            update bulletin set state = 'published', published_version = version,
              published_at = :now, published_by = :by, acknowledge_hours = :hours,
              to_everybody = :everybody, spread = false
            where id = :id\
            """)
        .param("id", bulletin.id())
        .param("now", at(now))
        .param("by", by)
        .param("hours", acknowledgeHours)
        .param("everybody", everybody)
        .update();
  }

  void end(UUID id, BulletinState state, String reason) {
    jdbc.sql("update bulletin set state = :state, ended_reason = :reason where id = :id")
        .param("id", id)
        .param("state", state.code())
        .param("reason", reason)
        .update();
  }

  @Nullable Bulletin find(UUID id) {
    return one("select * from bulletin where id = :id", "id", id);
  }

  @Nullable Bulletin lock(UUID id) {
    return one("select * from bulletin where id = :id for update", "id", id);
  }

  /// The bulletin that its source knows by this key, locked; null when there is none.
  @Nullable Bulletin known(String key) {
    return one("select * from bulletin where source_key = :key for update", "key", key);
  }

  private @Nullable Bulletin one(String sql, String name, Object value) {
    return jdbc.sql(sql).param(name, value).query(this::row).optional().orElse(null);
  }

  /// The bulletins in force.
  List<Bulletin> published() {
    return jdbc.sql("select * from bulletin where state = 'published' order by published_at, id")
        .query(this::row)
        .list();
  }

  /// When the next draft that was gathered so long ago is to be looked at; null when none is.
  @Nullable Instant nextLate(java.time.Duration after) {
    return jdbc.sql(
            "select min(gathered_at) as at from bulletin where state = 'draft' and not looked_late")
        .query((row, _) -> java.util.Optional.ofNullable(Sql.instantOrNull(row, "at")))
        .single()
        .map(at -> at.plus(after))
        .orElse(null);
  }

  /// Takes the drafts that were gathered before this and not looked at for it, each once on all
  /// nodes.
  List<Bulletin> takeLate(Instant before) {
    return jdbc.sql(
            """
            update bulletin set looked_late = true where id in (
              select id from bulletin where state = 'draft' and not looked_late
                and gathered_at <= :before for update skip locked)
            returning *\
            """)
        .param("before", at(before))
        .query(this::row)
        .list();
  }

  boolean isSpread() {
    return jdbc.sql("select not exists (select from bulletin where not spread)")
        .query(Boolean.class)
        .single();
  }

  /// Takes the published bulletins that were not brought to every client, each once on all nodes.
  List<Bulletin> takeUnspread() {
    return jdbc.sql(
            """
            update bulletin set spread = true where id in (
              select id from bulletin where not spread for update skip locked)
            returning *\
            """)
        .query(this::row)
        .list();
  }

  /// The version that was published, where a newer one waits for its review; null for one that is
  /// not in force.
  @Nullable Bulletin asTold(Bulletin bulletin) {
    Integer version = bulletin.publishedVersion();
    if (version == null || bulletin.state() != BulletinState.PUBLISHED) {
      return null;
    }
    Advisory said = version == bulletin.version() ? null : said(bulletin.id(), version);
    return said == null ? bulletin : bulletin.saying(version, said);
  }

  /// What a version said; null when there is none.
  @Nullable Advisory said(UUID id, int version) {
    return jdbc.sql(
            "select content from bulletin_version where bulletin_id = :id and version = :version")
        .param("id", id)
        .param("version", version)
        .query((row, _) -> json.readValue(Sql.text(row, "content"), Advisory.class))
        .optional()
        .orElse(null);
  }

  /// The versions of a bulletin, the latest first.
  List<Edition> editions(UUID id) {
    return jdbc.sql("select * from bulletin_version where bulletin_id = :id order by version desc")
        .param("id", id)
        .query((row, _) ->
            new Edition(
                row.getInt("version"),
                Sql.instant(row, "at"),
                Sql.text(row, "by"),
                Sql.text(row, "why")))
        .list();
  }

  Bulletin row(ResultSet row, int number) throws SQLException {
    return new Bulletin(
        Sql.uuid(row, "id"),
        Sql.text(row, "number"),
        Sql.text(row, "way"),
        row.getString("source_version"),
        BulletinState.of(Sql.text(row, "state")),
        row.getInt("version"),
        json.readValue(Sql.text(row, "content"), Advisory.class),
        Sql.instant(row, "gathered_at"),
        Sql.text(row, "gathered_by"),
        row.getObject("published_version", Integer.class),
        Sql.instantOrNull(row, "published_at"),
        row.getString("published_by"),
        row.getObject("acknowledge_hours", Integer.class),
        row.getBoolean("to_everybody"),
        row.getString("ended_reason"));
  }
}
