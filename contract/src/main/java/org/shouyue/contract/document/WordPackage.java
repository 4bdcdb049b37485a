package org.shouyue.contract.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The parts of a .docx file that carry text. Everything else is unpacked only to be counted, so
/// that a small file cannot unpack into a large one.
final class WordPackage {

  private static final int PARTS = 10_000;

  /// One part may take a quarter of what the whole may take.
  private static final int PART_SHARE = 4;

  private static final Pattern WANTED =
      Pattern.compile("(?:[A-Za-z]+/)?(document\\d*|numbering|styles)\\.xml");

  private final Map<String, byte[]> parts = new HashMap<>();
  private final DocumentLimits limits;
  private long expanded;
  private boolean otherOffice;

  private WordPackage(DocumentLimits limits) {
    this.limits = limits;
  }

  /// Unpacks the archive.
  ///
  /// @throws DocumentUnreadable when it is no Word document, damaged or too large
  static WordPackage open(byte[] archive, DocumentLimits limits) {
    WordPackage unpacked = new WordPackage(limits);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      unpacked.unpack(zip);
    } catch (IOException | IllegalArgumentException damaged) {
      throw DocumentUnreadable.malformed(
          "Word 文档已损坏，无法解压", "the Word document is damaged and cannot be unpacked", damaged);
    }
    unpacked.requireDocument();
    return unpacked;
  }

  /// The part with the body of the document.
  byte[] document() {
    byte[] document = parts.get("document");
    if (document == null) {
      throw new IllegalStateException("checked when it was opened");
    }
    return document;
  }

  /// The part with this name, `numbering` or `styles`, null when there is none.
  byte @Nullable [] part(String name) {
    return parts.get(name);
  }

  private void unpack(ZipInputStream zip) throws IOException {
    int count = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++count > PARTS) {
        throw DocumentUnreadable.tooLarge("压缩包内文件过多", "too many files inside the document");
      }
      var wanted = WANTED.matcher(entry.getName());
      if (wanted.matches()) {
        parts.putIfAbsent(wanted.group(1).replaceAll("\\d", ""), take(zip));
      } else {
        otherOffice |= entry.getName().startsWith("xl/") || entry.getName().startsWith("ppt/");
        skip(zip);
      }
    }
  }

  private byte[] take(InputStream part) throws IOException {
    int most =
        Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, limits.expandedBytes() / PART_SHARE));
    byte[] content = part.readNBytes(most + 1);
    count(content.length > most ? limits.expandedBytes() + 1 : content.length);
    return content;
  }

  private void skip(InputStream part) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      count(read);
    }
  }

  private void count(long bytes) {
    expanded += bytes;
    if (expanded > limits.expandedBytes()) {
      throw DocumentUnreadable.tooLarge(
          "文档解压后超过 " + (limits.expandedBytes() >> 20) + " MB，疑似压缩炸弹",
          "the document unpacks to more than " + (limits.expandedBytes() >> 20) + " MB");
    }
  }

  private void requireDocument() {
    if (parts.containsKey("document")) {
      return;
    }
    throw otherOffice
        ? DocumentUnreadable.unsupported(
            "这是表格或演示文稿，不是 Word 文档", "this is a workbook or a presentation, not a Word document")
        : DocumentUnreadable.malformed(
            "压缩包里没有 Word 正文", "there is no Word document inside this archive", null);
  }
}
