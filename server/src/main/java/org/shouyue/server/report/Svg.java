package org.shouyue.server.report;

import java.util.Locale;

/// Writes a figure as inline SVG that a screen reader can tell.
final class Svg {
  private Svg() {}

  static String of(Figure figure) {
    var out = new StringBuilder(4096);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
    out.append(figure.width()).append(' ').append(figure.height()).append("\" aria-label=\"");
    out.append(Markup.escape(figure.title() + "。" + figure.description())).append("\"><title>");
    out.append(Markup.escape(figure.title())).append("</title>");
    figure.shapes().forEach(shape -> shape(out, shape));
    return out.append("</svg>").toString();
  }

  private static void shape(StringBuilder out, Figure.Shape shape) {
    switch (shape) {
      case Figure.Box box -> box(out, box);
      case Figure.Stroke stroke -> stroke(out, stroke);
      case Figure.Label label -> label(out, label);
    }
  }

  private static void box(StringBuilder out, Figure.Box box) {
    out.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
    out.append("\" width=\"").append(number(box.width()));
    out.append("\" height=\"").append(number(box.height()));
    out.append("\" fill=\"#").append(box.fill()).append("\"/>");
  }

  private static void stroke(StringBuilder out, Figure.Stroke stroke) {
    out.append("<polyline points=\"");
    for (int i = 0; i < stroke.points().size(); i++) {
      out.append(i == 0 ? "" : " ").append(number(stroke.points().get(i)));
    }
    out.append("\" fill=\"none\" stroke=\"#").append(stroke.colour());
    out.append("\" stroke-width=\"").append(number(stroke.thickness())).append("\"/>");
  }

  private static void label(StringBuilder out, Figure.Label label) {
    String anchor =
        switch (label.side()) {
          case START -> "start";
          case MIDDLE -> "middle";
          case END -> "end";
        };
    out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y()));
    out.append("\" font-size=\"").append(number(label.size())).append("\" fill=\"#");
    out.append(label.colour()).append("\" text-anchor=\"").append(anchor).append("\">");
    out.append(Markup.escape(label.text())).append("</text>");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
