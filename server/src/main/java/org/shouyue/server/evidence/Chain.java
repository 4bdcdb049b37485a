package org.shouyue.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.evidence.EvidenceException;
import org.shouyue.evidence.EvidenceStore;

/// Looks for what is wrong with a chain.
final class Chain {
  private final EvidenceStore store;

  Chain(EvidenceStore store) {
    this.store = store;
  }

  /// The first thing that is wrong with a chain.
  ///
  /// @param code `missing`, `altered`, `content-missing` or `content-altered`
  record Fault(long seq, String code, String message) {}

  /// Walks a chain from its first record; null when all is well.
  @Nullable Fault firstFault(List<EvidenceRecord> records) {
    String before = org.shouyue.evidence.EvidenceRecord.GENESIS;
    long seq = 0;
    for (EvidenceRecord record : records) {
      seq++;
      if (record.seq() != seq) {
        return new Fault(seq, "missing", "record " + seq + " is missing");
      }
      if (!record.previous().equals(before) || !record.digest().equals(recomputed(record))) {
        return new Fault(seq, "altered", "record " + seq + " was altered");
      }
      Fault content = contentFault(record);
      if (content != null) {
        return content;
      }
      before = record.digest();
    }
    return null;
  }

  private static String recomputed(EvidenceRecord record) {
    try {
      return record.link().digest();
    } catch (IllegalArgumentException _) {
      return "not a record at all";
    }
  }

  private @Nullable Fault contentFault(EvidenceRecord record) {
    long seq = record.seq();
    try (InputStream in = store.content(record.sha256())) {
      return ContentDigest.of(in).equals(record.link().content()) ? null : altered(seq);
    } catch (EvidenceException _) {
      return new Fault(seq, "content-missing", "the file of record " + seq + " is gone");
    } catch (IOException _) {
      return altered(seq); // the store's stream says so at its end
    }
  }

  private static Fault altered(long seq) {
    return new Fault(seq, "content-altered", "the file of record " + seq + " was altered");
  }
}
