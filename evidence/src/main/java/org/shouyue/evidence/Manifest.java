package org.shouyue.evidence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a package says of itself.
///
/// @param files by path
/// @param first sequence number of the first record
/// @param before digest of the record before that
/// @param head digest of the last record
record Manifest(
    UUID contract,
    Map<String, ContentDigest> files,
    Map<SignatureAlgorithm, String> keys,
    long first,
    String before,
    long last,
    String head) {
  Manifest {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    keys = Map.copyOf(keys);
    if (first < 1 || last < first || !ContentDigest.isHex(before) || !ContentDigest.isHex(head)) {
      throw new IllegalArgumentException("not a chain: " + first + " to " + last);
    }
  }

  /// The manifest, or null when this is none that we know.
  static @Nullable Manifest parse(String text) {
    try {
      JsonNode json = EvidenceRecord.STRICT.readTree(text);
      if (!json.path("format").stringValue().equals(PackageLayout.FORMAT)) {
        return null;
      }
      JsonNode chain = json.path("chain");
      return new Manifest(
          UUID.fromString(json.path("contract").stringValue()),
          files(json.path("files")),
          keys(json.path("keys")),
          chain.path("first").longValue(),
          chain.path("before").stringValue(),
          chain.path("last").longValue(),
          chain.path("head").stringValue());
    } catch (JacksonException | IllegalArgumentException _) {
      return null;
    }
  }

  private static Map<String, ContentDigest> files(JsonNode list) {
    Map<String, ContentDigest> files = new TreeMap<>();
    for (JsonNode file : list) {
      String path = file.path("path").stringValue();
      ContentDigest digest =
          new ContentDigest(
              file.path("size").longValue(),
              file.path("sha256").stringValue(),
              file.path("sm3").stringValue());
      if (!PackageLayout.isPlain(path) || files.put(path, digest) != null) {
        throw new IllegalArgumentException("not a path of its own: " + path);
      }
    }
    return files;
  }

  private static Map<SignatureAlgorithm, String> keys(JsonNode named) {
    Map<SignatureAlgorithm, String> keys = new EnumMap<>(SignatureAlgorithm.class);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      keys.put(algorithm, named.path(algorithm.code()).stringValue());
    }
    return keys;
  }
}
