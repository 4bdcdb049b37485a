package org.shouyue.server.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides a mark in text by characters without width: two bits to a character, 32 characters to a
/// mark, behind the last letter. It survives copying, sorting, and every encoding of Unicode; it is
/// lost where a program writes GBK or takes such characters out.
public final class HiddenText {
  /// Zero width space, non-joiner, joiner, and word joiner: none is drawn, none breaks Chinese
  /// text.
  private static final String ALPHABET = "\u200b\u200c\u200d\u2060";

  private static final int LENGTH = 32;
  private static final Pattern RUN = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + ",}");
  private static final Pattern CODE = Pattern.compile("SY([0-9a-f]{16})");

  /// The shortest text that is marked: shorter ones are names, codes and figures, which programs
  /// look up and compare.
  private static final int SHORTEST = 8;

  private static final Pattern SENTENCE =
      Pattern.compile("\\p{IsHan}.*\\p{IsHan}|\\p{L}+ .*\\p{L}+", Pattern.DOTALL);

  private HiddenText() {}

  /// The mark alone.
  public static String of(Mark mark) {
    StringBuilder hidden = new StringBuilder(LENGTH);
    for (int shift = 62; shift >= 0; shift -= 2) {
      hidden.append(ALPHABET.charAt((int) (mark.bits() >>> shift & 3)));
    }
    return hidden.toString();
  }

  /// Whether this is words for people, which may be marked, and not a name or a code.
  public static boolean isWords(String text) {
    return text.length() >= SHORTEST && SENTENCE.matcher(text).find();
  }

  /// Every mark that a text may hold, one for each place where it stands; the key tells which are
  /// real.
  public static List<Mark> in(CharSequence text) {
    List<Mark> found = new ArrayList<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String run = runs.group();
      for (int from = 0; from + LENGTH <= run.length(); from++) {
        found.add(read(run, from));
      }
    }
    Matcher codes = CODE.matcher(text);
    while (codes.find()) {
      found.add(new Mark(Long.parseUnsignedLong(codes.group(1), 16)));
    }
    return found;
  }

  private static Mark read(String run, int from) {
    long bits = 0;
    for (int i = from; i < from + LENGTH; i++) {
      bits = bits << 2 | ALPHABET.indexOf(run.charAt(i));
    }
    return new Mark(bits);
  }
}
