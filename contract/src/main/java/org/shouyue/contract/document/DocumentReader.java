package org.shouyue.contract.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Reads contract files. The kind is told by the content, not by the name's ending. Holds no state:
/// safe to share between threads.
public final class DocumentReader {

  private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  private static final byte[] ENCRYPTED_STREAM =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private final DocumentLimits limits;

  /// A reader with the default limits.
  public DocumentReader() {
    this(DocumentLimits.DEFAULT);
  }

  /// A reader with limits of one's own.
  public DocumentReader(DocumentLimits limits) {
    this.limits = limits;
  }

  /// Reads a file. A file beyond the limit is refused by its size, without being loaded.
  ///
  /// @throws DocumentUnreadable when the content cannot be turned into text
  /// @throws UncheckedIOException when the file cannot be opened or read
  public SourceDocument read(Path file) {
    Path name = file.getFileName();
    try {
      if (Files.isRegularFile(file) && Files.size(file) > limits.bytes()) {
        throw fileTooLarge();
      }
      try (InputStream content = Files.newInputStream(file)) {
        return read(name == null ? file.toString() : name.toString(), content);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Reads a document from a stream, of which never more than the limit is loaded. Does not close
  /// it.
  ///
  /// @param name the file's name, kept for people
  /// @throws DocumentUnreadable when the content cannot be turned into text
  /// @throws UncheckedIOException when the stream fails
  public SourceDocument read(String name, InputStream content) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(Math.toIntExact(limits.bytes() + 1));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (bytes.length > limits.bytes()) {
      throw fileTooLarge();
    }
    if (bytes.length == 0) {
      throw DocumentUnreadable.empty();
    }
    return new SourceDocument(name, sha256(bytes), checked(lines(bytes)));
  }

  private List<String> lines(byte[] bytes) {
    if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006")) {
      return WordDocument.lines(bytes, limits);
    }
    if (indexOf(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII), 1024) >= 0) {
      return new PdfText(limits).lines(bytes);
    }
    if (indexOf(bytes, OLE, 0) == 0) {
      throw indexOf(bytes, ENCRYPTED_STREAM, bytes.length) >= 0
          ? DocumentUnreadable.encrypted("文档有打开密码", "the document is locked by a password")
          : DocumentUnreadable.unsupported(
              "这是旧版 Office 文件（.doc、.xls、.wps）", "this is an old Office file (.doc, .xls, .wps)");
    }
    if (startsWith(bytes, "{\\rtf")) {
      throw DocumentUnreadable.unsupported("这是 RTF 文件", "this is an RTF file");
    }
    if (isPicture(bytes)) {
      throw DocumentUnreadable.scanned("这是图片，没有文字", "this is a picture without text");
    }
    return PlainText.lines(bytes);
  }

  private List<String> checked(List<String> lines) {
    long characters = 0;
    boolean blank = true;
    for (String line : lines) {
      characters += line.length() + 1L;
      blank &= line.isBlank();
    }
    if (blank) {
      throw DocumentUnreadable.empty();
    }
    if (characters > limits.characters()) {
      throw DocumentUnreadable.tooLarge(
          "文字超过 " + limits.characters() + " 个字符",
          "the text is longer than " + limits.characters() + " characters");
    }
    return lines;
  }

  private DocumentUnreadable fileTooLarge() {
    return DocumentUnreadable.tooLarge(
        "文件超过 " + megabytes() + " MB", "the file is larger than " + megabytes() + " MB");
  }

  private long megabytes() {
    return Math.max(1, limits.bytes() >> 20);
  }

  private static boolean isPicture(byte[] bytes) {
    return startsWith(bytes, "\u0089PNG")
        || startsWith(bytes, "\u00ff\u00d8\u00ff")
        || startsWith(bytes, "GIF8")
        || startsWith(bytes, "II*\u0000")
        || startsWith(bytes, "MM\u0000*");
  }

  private static boolean startsWith(byte[] bytes, String latin) {
    return indexOf(bytes, latin.getBytes(StandardCharsets.ISO_8859_1), 0) == 0;
  }

  /// The first place of `wanted` that begins at `lastStart` or before, or -1.
  private static int indexOf(byte[] bytes, byte[] wanted, int lastStart) {
    int end = Math.min(lastStart, bytes.length - wanted.length);
    for (int start = 0; start <= end; start++) {
      int at = 0;
      while (at < wanted.length && bytes[start + at] == wanted[at]) {
        at++;
      }
      if (at == wanted.length) {
        return start;
      }
    }
    return -1;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
