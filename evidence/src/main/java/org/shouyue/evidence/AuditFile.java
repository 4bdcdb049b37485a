package org.shouyue.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An exported audit trail, one JSON object a line, which anybody can verify without a database.
///
/// Each entry is `{"digest":…,"entry":…}`: the entry is the very text that was digested when it was
/// written, a JSON array whose first member names the chain, whose second is its number, and whose
/// last is the digest of the entry before. The last line is
/// `{"manifest":…,"keys":…,"signatures":…}`: the manifest is a JSON text that names the number of
/// entries and SHA-256 over all lines before, signed by each algorithm.
public final class AuditFile {
  private static final String ALTERED = "was altered";

  private final Map<String, JsonNode> last = new HashMap<>();
  private final MessageDigest running = ContentDigest.newSha256();
  private long entries;

  private AuditFile() {}

  /// What a look at a file found.
  public sealed interface Outcome {
    /// Nothing was altered, left out in the middle, or cut off.
    ///
    /// @param trusted whether one of the fingerprints given is that of a key that signed it
    record Intact(
        long entries, int chains, Map<SignatureAlgorithm, String> fingerprints, boolean trusted)
        implements Outcome {
      public Intact {
        fingerprints = Map.copyOf(fingerprints);
      }
    }

    /// Something is wrong.
    ///
    /// @param line from 1
    record Broken(long line, String zh, String en) implements Outcome {}
  }

  /// Verifies a file.
  ///
  /// @param fingerprints of keys known from elsewhere, in hexadecimal; may be empty
  /// @throws IOException when it cannot be read
  public static Outcome verify(Path file, Set<String> fingerprints) throws IOException {
    AuditFile audit = new AuditFile();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        JsonNode node = parsed(line);
        if (node == null) {
          return broken(number, "不是一条记录", "is no entry");
        }
        if (node.has("manifest")) {
          return lines.readLine() == null
              ? audit.end(node, number, fingerprints)
              : broken(number + 1, "清单之后还有内容", "stands behind the manifest");
        }
        Outcome fault = audit.add(node, line, number);
        if (fault != null) {
          return fault;
        }
      }
      return broken(number, "文件被截断，没有清单", "is the last: the file was cut off");
    } catch (java.nio.charset.CharacterCodingException _) {
      return broken(audit.entries + 1, "不是文本", "is no text");
    }
  }

  private @Nullable Outcome add(JsonNode node, String line, long number) {
    String text = node.path("entry").asString("");
    String digest = node.path("digest").asString("");
    JsonNode entry = parsed(text);
    if (entry == null || !entry.isArray() || entry.size() < 3) {
      return broken(number, "不是一条记录", "is no entry");
    }
    if (!hex(text).equals(digest)) {
      return broken(number, "记录被改动", ALTERED);
    }
    String chain = entry.get(0).asString("");
    JsonNode before = last.get(chain);
    boolean follows =
        before == null
            ? entry.get(1).asLong() == 1
            : entry.get(1).asLong() == before.path("seq").asLong() + 1
                && entry
                    .get(entry.size() - 1)
                    .asString("")
                    .equals(before.path("digest").asString());
    if (!follows) {
      return broken(number, "前面缺少记录", "does not follow from the one before");
    }
    last.put(
        chain,
        EvidenceRecord.STRICT
            .createObjectNode()
            .put("seq", entry.get(1).asLong())
            .put("digest", digest));
    running.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    entries++;
    return null;
  }

  private Outcome end(JsonNode node, long number, Set<String> known) {
    String manifest = node.path("manifest").asString("");
    JsonNode said = parsed(manifest);
    String sha256 = HexFormat.of().formatHex(running.digest());
    if (said == null
        || said.path("entries").asLong(-1) != entries
        || !said.path("sha256").asString("").equals(sha256)) {
      return broken(number, "记录与清单不符", "does not agree with the lines before");
    }
    Map<SignatureAlgorithm, String> prints = new EnumMap<>(SignatureAlgorithm.class);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      String print = signedBy(node, algorithm, manifest);
      if (print == null) {
        return broken(number, "签名不符", "is not signed by its " + algorithm.code() + " key");
      }
      prints.put(algorithm, print);
    }
    boolean trusted = prints.values().stream().anyMatch(known::contains);
    return known.isEmpty() || trusted
        ? new Outcome.Intact(entries, last.size(), prints, trusted)
        : broken(number, "签名公钥不是给定的指纹", "is signed by another key than the one named");
  }

  private static @Nullable String signedBy(
      JsonNode node, SignatureAlgorithm algorithm, String manifest) {
    try {
      PublicKey key =
          SigningKeys.readPublicPem(
              algorithm,
              node.path("keys")
                  .path(algorithm.code())
                  .asString("")
                  .getBytes(StandardCharsets.UTF_8));
      byte[] signed =
          Base64.getDecoder().decode(node.path("signatures").path(algorithm.code()).asString(""));
      return algorithm.verify(key, manifest.getBytes(StandardCharsets.UTF_8), signed)
          ? SignatureAlgorithm.fingerprint(key)
          : null;
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return null;
    }
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      return EvidenceRecord.STRICT.readTree(text);
    } catch (JacksonException _) {
      return null;
    }
  }

  private static String hex(String text) {
    return ContentDigest.of(text.getBytes(StandardCharsets.UTF_8)).sha256();
  }

  private static Outcome broken(long line, String zh, String en) {
    return new Outcome.Broken(
        line, "第 %d 行：%s".formatted(line, zh), "line %d %s".formatted(line, en));
  }
}
