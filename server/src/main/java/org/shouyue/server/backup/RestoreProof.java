package org.shouyue.server.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.evidence.EvidenceItem;
import org.shouyue.evidence.EvidenceRecord;

/// Looks at what a restore has brought back, before it is committed.
record RestoreProof(Connection connection, Path home) {

  /// Counts rows, walks the chains of audit and evidence, and looks for every file of evidence.
  ///
  /// @throws BackupRefused when rows are missing
  RestoreReport of(Manifest manifest) throws SQLException {
    Schema schema = new Schema(connection);
    for (Manifest.Table table : manifest.tables()) {
      long found = schema.count(table.name());
      if (found != table.rows()) {
        throw new BackupRefused(
            "表 %s 应有 %d 行，实有 %d 行 / rows are missing".formatted(table.name(), table.rows(), found));
      }
    }
    List<String> broken = new ArrayList<>(audit(schema));
    broken.addAll(evidence());
    return new RestoreReport(
        manifest.takenAt(),
        manifest.tables().size(),
        manifest.rows(),
        manifest.files(),
        broken,
        missing(schema, manifest));
  }

  private static List<String> audit(Schema schema) throws SQLException {
    schema.run(
        "select set_config('shouyue.clients', (select coalesce(array_agg(id), '{}') from"
            + " client)::text, true)");
    return schema.texts("select 'audit ' || chain || '/' || seq from audit_broken()");
  }

  private List<String> evidence() throws SQLException {
    List<String> broken = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(500);
      try (ResultSet rows =
          statement.executeQuery("select * from evidence_record order by contract_id, seq")) {
        @Nullable EvidenceRecord last = null;
        while (rows.next()) {
          EvidenceRecord record = record(rows);
          boolean first = last == null || !last.item().contract().equals(record.item().contract());
          String before = first || last == null ? EvidenceRecord.GENESIS : last.digest();
          if (!record.previous().equals(before)
              || !record.digest().equals(rows.getString("digest"))) {
            broken.add("evidence " + record.item().contract() + "/" + record.seq());
          }
          last = record;
        }
      }
    }
    return broken;
  }

  private static EvidenceRecord record(ResultSet row) throws SQLException {
    return new EvidenceRecord(
        row.getLong("seq"),
        new EvidenceItem(
            Objects.requireNonNull(row.getObject("contract_id", UUID.class)),
            row.getString("name"),
            row.getString("media_type"),
            row.getObject("effective_at", OffsetDateTime.class).toInstant(),
            row.getObject("received_at", OffsetDateTime.class).toInstant(),
            row.getString("origin")),
        new ContentDigest(row.getLong("size_bytes"), row.getString("sha256"), row.getString("sm3")),
        row.getString("previous"));
  }

  private List<String> missing(Schema schema, Manifest manifest) throws SQLException {
    Set<String> there = new HashSet<>();
    manifest.parts().forEach(part -> there.add(part.name()));
    Set<String> damaged = Set.copyOf(manifest.damaged());
    List<String> missing = new ArrayList<>();
    for (String sha256 : schema.texts("select distinct sha256 from evidence_record")) {
      String name =
          "evidence/sha256/%s/%s/%s"
              .formatted(sha256.substring(0, 2), sha256.substring(2, 4), sha256);
      boolean found = there.contains("file/" + name) || Files.exists(home.resolve(name));
      if (!found || damaged.contains(name)) {
        missing.add(sha256);
      }
    }
    return missing;
  }
}
