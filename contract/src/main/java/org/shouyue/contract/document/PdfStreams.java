package org.shouyue.contract.document;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks every compressed stream of a PDF once without keeping anything, so that a small file
/// that would unpack into gigabytes is refused before anybody tries to hold it in memory.
final class PdfStreams {

  private static final byte[] MARK = {'s', 't', 'r', 'e', 'a', 'm'};

  private final byte[] bytes;
  private final long most;
  private final byte[] sink = new byte[1 << 16];
  private long expanded;

  private PdfStreams(byte[] bytes, long most) {
    this.bytes = bytes;
    this.most = most;
  }

  /// Returns when all streams together stay below the limit.
  ///
  /// @throws DocumentUnreadable when they do not
  static void refuseBombs(byte[] bytes, DocumentLimits limits) {
    PdfStreams streams = new PdfStreams(bytes, limits.expandedBytes());
    int at = 0;
    while (at + MARK.length < bytes.length) {
      at = isMark(bytes, at) ? streams.unpack(at + MARK.length) : at + 1;
    }
  }

  /// Unpacks one stream and answers where to look for the next.
  private int unpack(int mark) {
    int start = mark;
    while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      int unpacked = inflater.inflate(sink);
      while (unpacked > 0) {
        count(unpacked);
        unpacked = inflater.inflate(sink);
      }
      return start + (int) inflater.getBytesRead();
    } catch (DataFormatException notCompressed) {
      // another filter, or the word stands in a text: nothing unpacks
      return start;
    } finally {
      inflater.end();
    }
  }

  private void count(int unpacked) {
    expanded += unpacked;
    if (expanded > most) {
      throw DocumentUnreadable.tooLarge(
          "PDF 解压后超过 " + (most >> 20) + " MB，疑似压缩炸弹",
          "the PDF unpacks to more than " + (most >> 20) + " MB");
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
