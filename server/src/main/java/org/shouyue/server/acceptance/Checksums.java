package org.shouyue.server.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shouyue.evidence.EvidenceRecord;
import org.shouyue.evidence.PackageWriter;

/// Lists the SHA-256 of documents and evidence in the form that `sha256sum -c` reads, so that they
/// can be checked without the product.
final class Checksums {
  static final String NAME = "SHA256SUMS";

  private Checksums() {}

  /// Writes the list beside the documents.
  static void write(Path documents, List<EvidenceRecord> chain) throws IOException {
    var lines = new StringBuilder();
    for (Path file : ZipFolder.files(documents)) {
      String name = documents.relativize(file).toString().replace('\\', '/');
      line(lines, PackageFolder.sha256(Files.readAllBytes(file)), name);
    }
    chain.forEach(record -> line(lines, record.content().sha256(), PackageWriter.place(record)));
    Files.writeString(documents.resolve(NAME), lines, StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder lines, String digest, String name) {
    lines.append(digest).append("  ").append(name).append('\n');
  }
}
