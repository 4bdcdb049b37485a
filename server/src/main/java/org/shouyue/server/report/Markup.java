package org.shouyue.server.report;

import java.util.List;
import java.util.function.Function;

/// Writes chapters as XHTML, which browsers and the PDF layout both read. Figures are written by
/// whoever asks, since a browser wants SVG and a PDF page is painted on.
final class Markup {
  private final StringBuilder out = new StringBuilder(64 * 1024);
  private final Function<Figure, String> figures;

  Markup(Function<Figure, String> figures) {
    this.figures = figures;
  }

  /// The whole body of a report.
  String body(Manuscript manuscript) {
    head(manuscript.cover());
    int chapter = 0;
    int annex = 0;
    for (Section section : manuscript.sections()) {
      String number = section.annex() ? "附件" + ++annex + "　" : Wording.numeral(++chapter) + "、";
      section(section, number);
    }
    paragraph("colophon", manuscript.cover().colophon());
    return out.toString();
  }

  private void head(Cover cover) {
    out.append("<div class=\"head\"><p class=\"number\">编号：").append(escape(cover.number()));
    out.append("</p><h1>").append(escape(cover.title())).append("<br/>");
    out.append(escape(cover.chinese())).append("<span class=\"en\" lang=\"en\">");
    out.append(escape(cover.english())).append("</span></h1>");
    out.append("<p class=\"period\">（").append(escape(cover.period())).append("）</p></div>");
    out.append("<p class=\"addressee\">").append(escape(cover.client())).append("：</p>\n");
  }

  private void section(Section section, String number) {
    out.append("<div class=\"").append(section.annex() ? "section annex" : "section");
    out.append("\" id=\"").append(section.key()).append("\"><h2>");
    out.append(number).append(escape(section.chinese()));
    english(section.english());
    out.append("</h2>\n");
    int heading = 0;
    for (Block block : section.blocks()) {
      if (block instanceof Block.Heading inside) {
        heading++;
        heading(inside, heading);
      } else {
        block(block);
      }
    }
    out.append("</div>\n");
  }

  private void heading(Block.Heading heading, int number) {
    out.append("<h3>（").append(Wording.numeral(number)).append("）");
    out.append(escape(heading.chinese()));
    english(heading.english());
    out.append("</h3>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Prose prose -> paragraph("prose", prose.text());
      case Block.Notice notice -> paragraph("notice " + notice.tone().style(), notice.text());
      case Block.Heading heading -> heading(heading, 1);
      case Block.Grid grid -> grid(grid);
      case Block.Facts facts -> facts(facts);
      case Block.Picture picture -> picture(picture.figure());
      case Block.Signatures signatures -> signatures(signatures);
    }
  }

  private void paragraph(String style, String text) {
    out.append("<p class=\"").append(style).append("\">").append(escape(text)).append("</p>\n");
  }

  private void grid(Block.Grid grid) {
    out.append("<table class=\"grid\"><caption>").append(escape(grid.caption()));
    out.append("</caption><thead><tr>");
    for (Block.Column column : grid.columns()) {
      out.append("<th scope=\"col\" style=\"width:").append(column.width()).append("%\">");
      out.append(escape(column.chinese()));
      english(column.english());
      out.append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    grid.rows().forEach(row -> row(grid.columns(), row));
    out.append("</tbody></table>\n");
  }

  private void row(List<Block.Column> columns, List<Cell> cells) {
    out.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      out.append("<td class=\"").append(columns.get(i).side().style()).append("\">");
      cell(cells.get(i));
      out.append("</td>");
    }
    out.append("</tr>\n");
  }

  private void cell(Cell cell) {
    if (cell.tone() != Tone.PLAIN) {
      out.append("<span class=\"").append(cell.tone().style()).append("\">");
    }
    for (Cell.Piece piece : cell.pieces()) {
      if (piece.link() == null) {
        out.append(escape(piece.text()));
      } else {
        out.append("<a href=\"").append(escape(piece.link())).append("\">");
        out.append(escape(piece.text())).append("</a>");
      }
    }
    if (cell.tone() != Tone.PLAIN) {
      out.append("</span>");
    }
  }

  private void facts(Block.Facts facts) {
    out.append("<table class=\"grid facts\"><caption>").append(escape(facts.caption()));
    out.append("</caption><tbody>\n");
    for (Block.Fact fact : facts.facts()) {
      out.append("<tr><th scope=\"row\">").append(escape(fact.chinese()));
      english(fact.english());
      out.append("</th><td>");
      cell(fact.value());
      out.append("</td></tr>\n");
    }
    out.append("</tbody></table>\n");
  }

  private void picture(Figure figure) {
    out.append("<div class=\"figure\">").append(figures.apply(figure));
    out.append("<p class=\"legend\">").append(escape(figure.title())).append("</p></div>\n");
  }

  private void signatures(Block.Signatures signatures) {
    if (signatures.places().isEmpty()) {
      return;
    }
    out.append("<table class=\"place\"><tbody><tr>");
    for (SignatoryRow place : signatures.places()) {
      out.append("<td><p>").append(escape(place.side())).append("（盖章）：</p><p>");
      out.append(escape(Wording.orNone(place.organisation()))).append("</p><p>代表（签字）：");
      out.append(escape(place.name() == null ? "" : place.name())).append("</p><p>职务：");
      out.append(escape(place.role() == null ? "" : place.role()));
      out.append("</p><p>　　　　年　　月　　日</p></td>");
    }
    out.append("</tr></tbody></table>\n");
  }

  private void english(String text) {
    out.append("<span class=\"en\" lang=\"en\">").append(escape(text)).append("</span>");
  }

  /// Text that is safe inside elements and quoted attributes; characters that XML forbids are
  /// replaced.
  static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(allowed(c) ? c : '\uFFFD');
          }
        });
    return safe.toString();
  }

  private static boolean allowed(int c) {
    boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !lone && c != 0xFFFE && c != 0xFFFF;
  }
}
