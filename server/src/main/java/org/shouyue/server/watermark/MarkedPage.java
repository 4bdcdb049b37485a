package org.shouyue.server.watermark;

import java.nio.charset.StandardCharsets;

/// Marks an HTML page: a line at its top for eyes, and the mark behind every piece of words.
public final class MarkedPage {
  private static final String STYLE =
      "font:12px sans-serif;color:#8a4b00;background:#fff7e6;padding:4px 12px;"
          + "border-bottom:1px solid #e0b070";

  private MarkedPage() {}

  /// The marked page.
  ///
  /// @param note what everybody may read
  public static byte[] mark(byte[] html, Mark mark, String note) {
    String page = new String(html, StandardCharsets.UTF_8);
    String hidden = HiddenText.of(mark);
    StringBuilder out = new StringBuilder(page.length() * 2);
    int body = page.indexOf("<body");
    int at = body < 0 ? 0 : page.indexOf('>', body) + 1;
    out.append(page, 0, at);
    out.append("<div style=\"%s\">%s%s</div>".formatted(STYLE, escape(note), hidden));
    words(page, at, hidden, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Copies what is left of a page and hides the mark before each tag that ends words.
  private static void words(String page, int start, String hidden, StringBuilder out) {
    int at = start;
    while (at < page.length()) {
      int tag = page.indexOf('<', at);
      int end = tag < 0 ? page.length() : tag;
      String text = page.substring(at, end);
      out.append(text);
      if (HiddenText.isWords(text)) {
        out.append(hidden);
      }
      if (tag < 0) {
        return;
      }
      at = after(page, tag);
      out.append(page, tag, at);
    }
  }

  /// Where reading goes on after a tag; what stands in a style or script is no text.
  private static int after(String page, int tag) {
    for (String name : new String[] {"style", "script"}) {
      if (page.startsWith("<" + name, tag)) {
        int close = page.indexOf("</" + name + ">", tag);
        return close < 0 ? page.length() : close + name.length() + 3;
      }
    }
    int close = page.indexOf('>', tag);
    return close < 0 ? page.length() : close + 1;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
