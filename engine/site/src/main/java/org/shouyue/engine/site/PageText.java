package org.shouyue.engine.site;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of a page, read with the character set that it states.
record PageText(String text) {
  private static final Pattern STATED =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})");
  private static final Pattern TITLE =
      Pattern.compile("(?is)<title\\b[^>]{0,500}>(.{0,4000}?)</title");

  /// How many bytes of a page may say its character set (HTML standard, "prescan a byte stream").
  private static final int PRESCAN = 1024;

  static PageText read(byte[] octets, @Nullable String contentType) {
    return new PageText(new String(octets, charset(octets, contentType)));
  }

  private static Charset charset(byte[] octets, @Nullable String contentType) {
    Charset stated = contentType == null ? null : stated(contentType);
    if (stated == null) {
      int length = Math.min(octets.length, PRESCAN);
      stated = stated(new String(octets, 0, length, StandardCharsets.ISO_8859_1));
    }
    return stated == null ? StandardCharsets.UTF_8 : stated;
  }

  private static @Nullable Charset stated(String text) {
    Matcher matcher = STATED.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    try {
      // GB 18030 contains GBK and GB 2312, and pages that claim those use its characters.
      return Charset.forName(name.startsWith("gb") ? "GB18030" : name);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// The title with white space collapsed and the commonest entities undone; empty when there is
  /// none.
  String title() {
    Matcher matcher = TITLE.matcher(text);
    if (!matcher.find()) {
      return "";
    }
    return matcher
        .group(1)
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// The first assertion that does not hold, or null when all do.
  ///
  /// @throws CountedText.TooManyLooks when an expression backtracks beyond reason on this page
  @Nullable Assertion firstFailing(Iterable<Assertion> assertions) {
    for (Assertion assertion : assertions) {
      if (!holds(assertion)) {
        return assertion;
      }
    }
    return null;
  }

  private boolean holds(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Contains contains -> text.contains(contains.text());
      case Assertion.Lacks lacks -> !text.contains(lacks.text());
      case Assertion.TitleContains title -> title().contains(title.text());
      case Assertion.Matches matches -> matches(Pattern.compile(matches.expression()));
    };
  }

  private boolean matches(Pattern expression) {
    try {
      return expression.matcher(new CountedText(text)).find();
    } catch (StackOverflowError _) {
      // How java.util.regex says that it recursed too deep for this text.
      throw new CountedText.TooManyLooks();
    }
  }
}
