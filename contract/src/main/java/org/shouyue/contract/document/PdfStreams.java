package org.shouyue.contract.document;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks every compressed stream of a PDF once without keeping anything, so that a small file
/// that would unpack into gigabytes is refused before anybody tries to hold it in memory.
final class PdfStreams {

  private static final byte[] MARK = {'s', 't', 'r', 'e', 'a', 'm'};

  private PdfStreams() {}

  /// Returns when all streams together stay below the limit.
  ///
  /// @throws DocumentUnreadable when they do not
  static void refuseBombs(byte[] bytes, DocumentLimits limits) {
    long expanded = 0;
    byte[] sink = new byte[1 << 16];
    for (int at = 0; at + MARK.length + 2 < bytes.length; at++) {
      if (!isMark(bytes, at)) {
        continue;
      }
      int start = at + MARK.length;
      while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
        start++;
      }
      at = start - 1;
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(bytes, start, bytes.length - start);
        while (!inflater.finished() && expanded <= limits.expandedBytes()) {
          int unpacked = inflater.inflate(sink);
          if (unpacked == 0) {
            break;
          }
          expanded += unpacked;
        }
        at += (int) inflater.getBytesRead();
      } catch (DataFormatException notCompressed) {
        // another filter, or the word stands in a text: nothing unpacks
      } finally {
        inflater.end();
      }
      if (expanded > limits.expandedBytes()) {
        throw DocumentUnreadable.tooLarge(
            "PDF 解压后超过 " + (limits.expandedBytes() >> 20) + " MB，疑似压缩炸弹",
            "the PDF unpacks to more than " + (limits.expandedBytes() >> 20) + " MB");
      }
    }
  }

  private static boolean isMark(byte[] bytes, int at) {
    for (int offset = 0; offset < MARK.length; offset++) {
      if (bytes[at + offset] != MARK[offset]) {
        return false;
      }
    }
    return bytes[at + MARK.length] == '\r' || bytes[at + MARK.length] == '\n';
  }
}
