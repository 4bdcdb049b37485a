package org.shouyue.server.mailroom;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// The words of an HTML mail. Nothing of it is ever shown as HTML.
final class HtmlText {
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style|head|title)\\b.*?(</\\1\\s*>|\\z)|<!--.*?(-->|\\z)");
  private static final Map<Pattern, String> SPACED =
      Map.of(
          Pattern.compile("(?i)<br\\s*/?>|</(p|div|tr|li|h[1-6]|table|blockquote)\\s*>"), "\n",
          Pattern.compile("(?i)</t[dh]\\s*>"), "\t");
  private static final Pattern TAG = Pattern.compile("(?s)<[a-zA-Z/!?][^>]{0,20000}>");
  private static final Pattern BLANKS = Pattern.compile("[ \\u00a0]{2,}");
  private static final Pattern EMPTY_LINES = Pattern.compile("(\\s*\\n){3,}");

  private HtmlText() {}

  static String of(String html) {
    String text = UNSEEN.matcher(html).replaceAll(" ").replaceAll("[\\r\\n]+", " ");
    for (Map.Entry<Pattern, String> space : SPACED.entrySet()) {
      text = space.getKey().matcher(text).replaceAll(Matcher.quoteReplacement(space.getValue()));
    }
    String words = HtmlUtils.htmlUnescape(TAG.matcher(text).replaceAll(""));
    return EMPTY_LINES
        .matcher(BLANKS.matcher(words).replaceAll(" "))
        .replaceAll("\n\n")
        .lines()
        .map(String::strip)
        .reduce((one, next) -> one + "\n" + next)
        .orElse("")
        .strip();
  }
}
