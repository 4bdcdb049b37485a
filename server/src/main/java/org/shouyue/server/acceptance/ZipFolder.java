package org.shouyue.server.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zips a folder so that the same files make the same bytes.
final class ZipFolder {
  /// The first moment that a zip file can name.
  private static final FileTime FIRST = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private ZipFolder() {}

  static void write(Path folder, Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        var entries = new ZipOutputStream(out)) {
      for (Path file : files(folder)) {
        var entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setLastModifiedTime(FIRST);
        entries.putNextEntry(entry);
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  /// All files below a folder in the order of their names.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
