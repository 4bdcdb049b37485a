package org.shouyue.server.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The files that bulletins came in, and what became of each.
@Repository
class BulletinFiles {
  private static final TypeReference<List<ReadItem.Refused>> REFUSED = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BulletinFiles(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A file that was taken in.
  record Kept(
      UUID id,
      String name,
      String way,
      Instant at,
      String by,
      int taken,
      int updated,
      int known,
      List<ReadItem.Refused> refused) {}

  void add(BulletinIntake.Imported imported, String way, Instant now, String by) {
    jdbc.sql(
            """
            insert into bulletin_file (id, name, way, at, by, taken, updated, known, refused)
            values (:id, :name, :way, :at, :by, :taken, :updated, :known, :refused::jsonb)\
            """)
        .param("id", UUID.randomUUID())
        .param("name", imported.file())
        .param("way", way)
        .param("at", Sql.at(now))
        .param("by", by)
        .param("taken", imported.count("taken"))
        .param("updated", imported.count("updated"))
        .param("known", imported.count("known"))
        .param("refused", json.writeValueAsString(imported.refused()))
        .update();
  }

  Page<Kept> page(PageRequest request) {
    return new Listing(jdbc, "*", "bulletin_file", "at desc, id")
        .search("name", "by")
        .sort("at", "at")
        .sort("name", "name")
        .page(request, this::kept);
  }

  private Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        Sql.uuid(row, "id"),
        Sql.text(row, "name"),
        Sql.text(row, "way"),
        Sql.instant(row, "at"),
        Sql.text(row, "by"),
        row.getInt("taken"),
        row.getInt("updated"),
        row.getInt("known"),
        json.readValue(Sql.text(row, "refused"), REFUSED));
  }
}
