package org.shouyue.server.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Zip files whose bytes depend on nothing but their content: entries in order of their names, no
/// times of the day of writing.
public final class StableZip {
  /// The first moment that a zip file can name.
  private static final long FIRST = Instant.parse("1980-01-01T00:00:00Z").toEpochMilli();

  private StableZip() {}

  /// A zip file of these entries, name to content.
  ///
  /// @param first the name that must come first, as formats like docx want it; any other when
  ///   absent
  public static byte[] of(Map<String, byte[]> entries, String first) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      byte[] head = entries.get(first);
      if (head != null) {
        add(zip, first, head);
      }
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        if (!entry.getKey().equals(first)) {
          add(zip, entry.getKey(), entry.getValue());
        }
      }
    } catch (IOException failed) {
      throw new ReportFailure("rendering-failed", "a zip file cannot be written", failed);
    }
    return out.toByteArray();
  }

  /// The same zip file without the times and the order that it was written in.
  static byte[] settle(byte[] zip, String first) {
    var entries = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException failed) {
      throw new ReportFailure("rendering-failed", "a zip file cannot be read", failed);
    }
    return of(entries, first);
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(FIRST));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
