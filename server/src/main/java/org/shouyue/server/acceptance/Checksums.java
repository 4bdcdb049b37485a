package org.shouyue.server.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lists the SHA-256 of every file of a folder in the form that `sha256sum -c` reads, so that a
/// package can be checked without the product.
final class Checksums {
  static final String NAME = "SHA256SUMS";

  private Checksums() {}

  /// Writes the list into the folder, over an earlier one.
  static void write(Path folder) throws IOException {
    var lines = new StringBuilder();
    for (Path file : ZipFolder.files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (!name.equals(NAME)) {
        lines.append(PackageFolder.sha256(Files.readAllBytes(file))).append("  ");
        lines.append(name).append('\n');
      }
    }
    Files.writeString(folder.resolve(NAME), lines, StandardCharsets.UTF_8);
  }
}
