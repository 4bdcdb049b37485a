package org.shouyue.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// One link of a contract's chain: what was kept, when, from where, and the digest of the record
/// before it.
///
/// The **canonical form** is JSON by RFC 8785 with the members `contract`, `effectiveAt`,
/// `mediaType`, `name`, `origin`, `previous`, `receivedAt`, `seq`, `sha256`, `size`, `sm3`, in this
/// order, in UTF-8; instants as `Instant.toString` prints them. The record's digest is SHA-256 over
/// that form. The first record has the sequence number 1 and sixty-four zeros as `previous`.
public record EvidenceRecord(long seq, EvidenceItem item, ContentDigest content, String previous) {
  /// What stands before the first record.
  public static final String GENESIS = "0".repeat(64);

  static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public EvidenceRecord {
    if (seq < 1 || !ContentDigest.isHex(previous)) {
      throw new IllegalArgumentException("not a link: " + seq + " after " + previous);
    }
    if ((seq == 1) != previous.equals(GENESIS)) {
      throw new IllegalArgumentException("record " + seq + " cannot follow " + previous);
    }
  }

  /// The record that follows another one.
  ///
  /// @param previous the last record of the contract, or null when this is its first
  public static EvidenceRecord following(
      @Nullable EvidenceRecord previous, EvidenceItem item, ContentDigest content) {
    if (previous == null) {
      return new EvidenceRecord(1, item, content, GENESIS);
    }
    if (!previous.item().contract().equals(item.contract())) {
      throw new IllegalArgumentException(
          "chains of two contracts: " + previous.item().contract() + ", " + item.contract());
    }
    return new EvidenceRecord(previous.seq() + 1, item, content, previous.digest());
  }

  /// The form that is hashed, stored and shipped.
  public String canonical() {
    return CanonicalJson.write(
        Map.ofEntries(
            Map.entry("seq", seq),
            Map.entry("contract", item.contract().toString()),
            Map.entry("name", item.name()),
            Map.entry("mediaType", item.mediaType()),
            Map.entry("effectiveAt", item.effectiveAt().toString()),
            Map.entry("receivedAt", item.receivedAt().toString()),
            Map.entry("origin", item.origin()),
            Map.entry("size", content.sizeBytes()),
            Map.entry("sha256", content.sha256()),
            Map.entry("sm3", content.sm3()),
            Map.entry("previous", previous)));
  }

  /// SHA-256 over the canonical form.
  public String digest() {
    return ContentDigest.sha256(canonical());
  }

  /// Reads a canonical form, or gives null for any other text: white space, another order or one
  /// more member make it another text.
  public static @Nullable EvidenceRecord parse(String text) {
    try {
      JsonNode json = STRICT.readTree(text);
      EvidenceRecord record =
          new EvidenceRecord(
              json.path("seq").longValue(),
              new EvidenceItem(
                  UUID.fromString(json.path("contract").stringValue()),
                  json.path("name").stringValue(),
                  json.path("mediaType").stringValue(),
                  Instant.parse(json.path("effectiveAt").stringValue()),
                  Instant.parse(json.path("receivedAt").stringValue()),
                  json.path("origin").stringValue()),
              new ContentDigest(
                  json.path("size").longValue(),
                  json.path("sha256").stringValue(),
                  json.path("sm3").stringValue()),
              json.path("previous").stringValue());
      return record.canonical().equals(text) ? record : null;
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      return null;
    }
  }
}
