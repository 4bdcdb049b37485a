package org.shouyue.server.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How records hang together, and where they do not.
final class Chain {
  private Chain() {}

  /// The first thing that is wrong with a chain.
  ///
  /// @param code `missing`, `altered`, `content-missing` or `content-altered`
  record Fault(long seq, String code, String message) {}

  /// The record with its digest.
  static EvidenceRecord sealed(EvidenceRecord record) {
    return new EvidenceRecord(
        record.clientId(),
        record.contractId(),
        record.seq(),
        record.name(),
        record.mediaType(),
        record.sizeBytes(),
        record.sha256(),
        record.sm3(),
        record.origin(),
        record.about(),
        record.effectiveAt(),
        record.receivedAt(),
        record.previous(),
        digest(record));
  }

  /// Walks a chain from its first record; null when all is well.
  static @Nullable Fault firstFault(
      List<EvidenceRecord> records, Function<EvidenceRecord, Optional<byte[]>> contents) {
    String before = "";
    long seq = 0;
    for (EvidenceRecord record : records) {
      seq++;
      if (record.seq() != seq) {
        return new Fault(seq, "missing", "record " + seq + " is missing");
      }
      if (!record.previous().equals(before) || !record.digest().equals(digest(record))) {
        return new Fault(seq, "altered", "record " + seq + " was altered");
      }
      Optional<byte[]> content = contents.apply(record);
      if (content.isEmpty()) {
        return new Fault(seq, "content-missing", "the file of record " + seq + " is gone");
      }
      if (!Digests.sha256(content.get()).equals(record.sha256())
          || !Digests.sm3(content.get()).equals(record.sm3())) {
        return new Fault(seq, "content-altered", "the file of record " + seq + " was altered");
      }
      before = record.digest();
    }
    return null;
  }

  /// Each field with its length in front, so that none can be shifted into the next.
  private static String digest(EvidenceRecord record) {
    StringBuilder text = new StringBuilder("shouyue-evidence-1");
    for (Object field :
        List.of(
            record.clientId(),
            record.contractId(),
            record.seq(),
            record.name(),
            record.mediaType(),
            record.sizeBytes(),
            record.sha256(),
            record.sm3(),
            record.origin(),
            record.about(),
            record.effectiveAt(),
            record.receivedAt(),
            record.previous())) {
      String value = field.toString();
      text.append('\n').append(value.length()).append(':').append(value);
    }
    return Digests.sha256(text.toString());
  }
}
