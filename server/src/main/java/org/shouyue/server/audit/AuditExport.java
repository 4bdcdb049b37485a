package org.shouyue.server.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.SignatureAlgorithm;
import org.shouyue.evidence.SigningKeys;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes visible chains as an [AuditFile], a thousand entries at a time.
@Component
class AuditExport {
  private static final int AT_ONCE = 1000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final ObjectProvider<SigningKeys> keys;
  private final WallClock clock;

  AuditExport(JdbcClient jdbc, ObjectProvider<SigningKeys> keys, WallClock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  private record Row(UUID chain, long seq, String text, String digest) {}

  /// Writes them from their beginning.
  ///
  /// @param client whose chain; null for every chain that the caller sees
  /// @param clientsOnly whether the platform's own chain, the first of all, is left out
  void write(@Nullable UUID client, boolean clientsOnly, OutputStream out) throws IOException {
    MessageDigest running = sha256();
    UUID chain = BEFORE_ALL;
    long seq = clientsOnly ? Long.MAX_VALUE : 0;
    long entries = 0;
    List<Row> rows;
    do {
      rows = after(client, chain, seq);
      for (Row row : rows) {
        byte[] line = line(Map.of("digest", row.digest(), "entry", row.text()));
        running.update(line);
        out.write(line);
        entries++;
        chain = row.chain();
        seq = row.seq();
      }
    } while (rows.size() == AT_ONCE);
    out.write(line(signed(entries, HexFormat.of().formatHex(running.digest()))));
  }

  private List<Row> after(@Nullable UUID client, UUID chain, long seq) {
    return jdbc.sql(
            """
            select chain, seq, audit_text(a) as text, digest from audit_entry a
            where (chain, seq) > (:chain, :seq) and (:client::uuid is null or client_id = :client)
            order by chain, seq limit :limit\
            """)
        .param("chain", chain)
        .param("seq", seq)
        .param("client", client)
        .param("limit", AT_ONCE)
        .query((row, _) ->
            new Row(
                Sql.uuid(row, "chain"),
                row.getLong("seq"),
                Sql.text(row, "text"),
                Sql.text(row, "digest")))
        .list();
  }

  private Map<String, Object> signed(long entries, String sha256) {
    String manifest =
        JsonMapper.shared()
            .writeValueAsString(
                new TreeMap<>(
                    Map.of(
                        "entries", entries,
                        "sha256", sha256,
                        "exportedAt", clock.instant().toString())));
    SigningKeys signing = keys.getObject();
    Map<String, String> publics = new TreeMap<>();
    Map<String, String> signatures = new TreeMap<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      publics.put(
          algorithm.code(), new String(signing.publicPem(algorithm), StandardCharsets.UTF_8));
      signatures.put(
          algorithm.code(),
          Base64.getEncoder()
              .encodeToString(signing.sign(algorithm, manifest.getBytes(StandardCharsets.UTF_8))));
    }
    return new TreeMap<>(Map.of("manifest", manifest, "keys", publics, "signatures", signatures));
  }

  private static byte[] line(Map<String, ?> fields) {
    return (JsonMapper.shared().writeValueAsString(new TreeMap<>(fields)) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
