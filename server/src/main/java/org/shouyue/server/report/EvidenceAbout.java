package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.PackageWriter;
import org.shouyue.server.evidence.EvidenceRecord;

/// A contract's evidence by what it proves.
final class EvidenceAbout {
  private final List<EvidenceRecord> chain;
  private final Map<String, List<Long>> about = new HashMap<>();

  EvidenceAbout(List<EvidenceRecord> chain) {
    this.chain = List.copyOf(chain);
    for (EvidenceRecord record : chain) {
      about.computeIfAbsent(record.about(), _ -> new ArrayList<>()).add(record.seq());
    }
  }

  /// The numbers of the records about one thing; none when nothing is kept about it.
  List<Long> of(String thing) {
    return about.getOrDefault(thing, List.of());
  }

  boolean replayed() {
    return chain.stream().anyMatch(record -> record.origin().equals("replay"));
  }

  /// The whole chain as it is listed.
  ///
  /// @param packaged true when the files lie beside the report
  List<EvidenceRow> rows(boolean packaged) {
    return chain.stream().map(record -> row(record, packaged)).toList();
  }

  private static EvidenceRow row(EvidenceRecord record, boolean packaged) {
    @Nullable String path = packaged ? PackageWriter.place(record.link()) : null;
    return new EvidenceRow(
        record.seq(),
        record.name(),
        record.sha256(),
        record.effectiveAt(),
        record.receivedAt(),
        record.origin(),
        path);
  }
}
