package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes the page that carries the client's signature.
final class SignaturePage {
  private static final String STYLE = Resources.text("report.css");

  private SignaturePage() {}

  /// The page as one HTML file that opens offline.
  static byte[] html(SignOff signOff) {
    String picture =
        "<img alt=\"签名\" style=\"height:96px\" src=\"data:image/png;base64,"
            + Base64.getEncoder().encodeToString(signOff.drawing())
            + "\"/>";
    String page =
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/><title>"
            + Markup.escape(signOff.title())
            + "验收签署页</title><meta http-equiv=\"Content-Security-Policy\" content=\""
            + "default-src 'none'; style-src 'unsafe-inline'; img-src data:\"/><style>\n"
            + STYLE
            + "</style></head><body><main>\n"
            + body(signOff, picture)
            + "</main></body></html>\n";
    return page.getBytes(StandardCharsets.UTF_8);
  }

  /// What stands on the page, with the picture of the signature where it belongs.
  static String body(SignOff signOff, String picture) {
    var out = new StringBuilder();
    out.append("<div class=\"head\"><p class=\"number\">编号：").append(escape(signOff.number()));
    out.append("</p><h1>").append(escape(signOff.title()));
    out.append("<br/>验收签署页<span class=\"en\" lang=\"en\">Signature Page</span></h1></div>\n");
    out.append("<table class=\"grid facts\"><caption>签署内容</caption><tbody>");
    row(out, "甲方", "Client", escape(signOff.client()));
    row(
        out,
        "验收结论",
        "Verdict",
        signOff.accepted()
            ? "<span class=\"good\">验收通过</span>"
            : "<span class=\"bad\">验收不通过</span>");
    row(out, "意见", "Remarks", escape(Wording.orNone(signOff.remarks())));
    row(out, "签署人", "Signed by", escape(signOff.name()));
    row(out, "职务", "Office", escape(signOff.role()));
    row(
        out,
        "签署时间",
        "Signed at",
        Wording.minute(signOff.signedAt(), signOff.zone()) + "（" + signOff.zone() + "）");
    row(
        out,
        "所签验收包摘要",
        "SHA-256 of the manifest",
        "<span class=\"code\">" + escape(signOff.packageDigest()) + "</span>");
    row(out, "签名", "Signature", picture);
    out.append("</tbody></table>\n");
    out.append("<p class=\"colophon\">签署人所见的验收包由上列摘要唯一确定；签署页、签名图和签署记录另行存证并封签。</p>\n");
    return out.toString();
  }

  private static void row(StringBuilder out, String chinese, String english, String value) {
    out.append("<tr><th scope=\"row\">").append(chinese).append("<span class=\"en\" lang=\"en\">");
    out.append(english).append("</span></th><td>").append(value).append("</td></tr>\n");
  }

  private static String escape(String text) {
    return Markup.escape(text);
  }
}
