package org.shouyue.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks that the records of a package follow one another, each with its content beside it.
record PackagedChain(Path folder, Manifest manifest) {

  VerifyResult.@Nullable Broken check() throws IOException {
    if (!manifest.files().containsKey(PackageLayout.RECORDS)) {
      return VerifyResult.Code.MISSING.at(PackageLayout.RECORDS);
    }
    List<String> lines =
        Files.readAllLines(folder.resolve(PackageLayout.RECORDS), StandardCharsets.UTF_8);
    Set<String> contents = new HashSet<>();
    String previous = manifest.before();
    long seq = manifest.first();
    for (String line : lines) {
      EvidenceRecord record = EvidenceRecord.parse(line);
      if (record == null || !stands(record, seq, previous)) {
        return VerifyResult.Code.RECORD_BROKEN.at(PackageLayout.RECORDS, seq);
      }
      contents.add(PackageLayout.content(record));
      previous = record.digest();
      seq++;
    }
    if (seq != manifest.last() + 1 || !previous.equals(manifest.head())) {
      return VerifyResult.Code.RECORD_BROKEN.at(PackageLayout.RECORDS, seq);
    }
    return firstStranger(contents);
  }

  private boolean stands(EvidenceRecord record, long seq, String previous) {
    return record.seq() == seq
        && record.previous().equals(previous)
        && record.item().contract().equals(manifest.contract())
        && record.content().equals(manifest.files().get(PackageLayout.content(record)));
  }

  /// A file among the evidence that no record speaks of, if there is one.
  private VerifyResult.@Nullable Broken firstStranger(Set<String> contents) {
    for (String path : manifest.files().keySet()) {
      if (path.startsWith("evidence/") && !contents.contains(path)) {
        return VerifyResult.Code.RECORD_BROKEN.at(path);
      }
    }
    return null;
  }
}
