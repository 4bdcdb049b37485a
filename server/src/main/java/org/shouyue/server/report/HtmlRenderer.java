package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;

/// Writes a manuscript as one HTML file that opens offline: no scripts, nothing fetched from
/// elsewhere; the only links lead to evidence files beside it.
final class HtmlRenderer implements Renderer {
  private static final String STYLE = Resources.text("report.css");

  @Override
  public byte[] render(Manuscript manuscript) {
    var out = new StringBuilder(128 * 1024);
    out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/>");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("style-src 'unsafe-inline'; img-src data:\"/><title>");
    out.append(Markup.escape(manuscript.cover().heading()));
    out.append("</title><style>\n").append(STYLE).append("</style></head><body><main>\n");
    out.append(new Markup(Svg::of).body(manuscript));
    return out.append("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
