package org.shouyue.contract.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decodes text files. The encoding is told by validity: a byte order mark, else UTF-8 when every
/// byte agrees, else UTF-16 when there are zero bytes, else GB18030 (which holds GBK and GB2312).
final class PlainText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /// Text that was decoded wrongly is full of characters that nobody writes: more than one in fifty
  /// of them, and a few stray ones more, and it is not text.
  private static final int STRANGE_SHARE = 50;

  private static final int STRAY = 2;

  /// Stands for bytes that mean nothing in an encoding.
  private static final char LOST = '\ufffd';

  private PlainText() {}

  /// The lines as an editor counts them.
  static List<String> lines(byte[] bytes) {
    return split(decode(bytes));
  }

  private static String decode(byte[] bytes) {
    String marked = decodeMarked(bytes);
    if (marked != null) {
      return marked;
    }
    for (Charset charset : candidates(bytes)) {
      String text = decode(bytes, 0, charset);
      if (text != null && isPlausible(text)) {
        return text;
      }
    }
    refuseDamaged(bytes);
    throw DocumentUnreadable.unsupported(
        "文件内容不是文字（既不是 UTF-8、UTF-16，也不是 GB18030）",
        "the content is not text (neither UTF-8 nor UTF-16 nor GB18030)");
  }

  /// Text with a few damaged bytes is worth a better answer than "not text": where they are.
  private static void refuseDamaged(byte[] bytes) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      String text = new String(bytes, charset);
      long lost = text.chars().filter(character -> character == LOST).count();
      if (lost <= STRAY + text.length() / STRANGE_SHARE && isPlausible(text)) {
        long line = text.substring(0, text.indexOf(LOST)).lines().count();
        throw DocumentUnreadable.malformed(
            "第 " + Math.max(1, line) + " 行有损坏的字符（编码 " + charset + "）",
            "there are damaged characters in line " + Math.max(1, line) + " (" + charset + ")",
            null);
      }
    }
  }

  private static List<Charset> candidates(byte[] bytes) {
    for (byte value : bytes) {
      if (value == 0) {
        return List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
      }
    }
    return List.of(StandardCharsets.UTF_8, GB18030);
  }

  private static @Nullable String decodeMarked(byte[] bytes) {
    int first = unsigned(bytes, 0) << 8 | unsigned(bytes, 1);
    return switch (first) {
      case 0xFEFF -> required(decode(bytes, 2, StandardCharsets.UTF_16BE));
      case 0xFFFE -> required(decode(bytes, 2, StandardCharsets.UTF_16LE));
      case 0xEFBB ->
          unsigned(bytes, 2) == 0xBF ? required(decode(bytes, 3, StandardCharsets.UTF_8)) : null;
      default -> null;
    };
  }

  private static int unsigned(byte[] bytes, int at) {
    return at < bytes.length ? bytes[at] & 0xFF : 0;
  }

  private static String required(@Nullable String text) {
    if (text == null) {
      throw DocumentUnreadable.malformed(
          "文件开头声明了编码，内容却不符合", "the content does not fit the encoding that the file claims", null);
    }
    return text;
  }

  private static @Nullable String decode(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException invalid) {
      return null;
    }
  }

  private static boolean isPlausible(String text) {
    long strange = text.codePoints().filter(PlainText::isStrange).count();
    return strange <= STRAY + text.length() / STRANGE_SHARE;
  }

  private static boolean isStrange(int character) {
    return switch (Character.getType(character)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> true;
      case Character.CONTROL -> "\t\n\r\f\u000b\u0085".indexOf(character) < 0;
      default -> false;
    };
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '\n' || character == '\r') {
        lines.add(Characters.clean(text.substring(start, at)));
        if (character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
          at++;
        }
        start = at + 1;
      }
    }
    if (start < text.length()) {
      lines.add(Characters.clean(text.substring(start)));
    }
    return lines;
  }
}
