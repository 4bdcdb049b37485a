package org.shouyue.server.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Paints a figure with outlines alone, so that no font of the system takes part.
final class Painter {
  private static final double SCALE = 2.5;

  private final Typefaces typefaces;

  Painter(Typefaces typefaces) {
    this.typefaces = typefaces;
  }

  /// Paints at one drawing unit to one unit of the surface.
  void paint(Figure figure, Graphics2D surface) {
    for (Figure.Shape shape : figure.shapes()) {
      switch (shape) {
        case Figure.Box box -> {
          surface.setColor(colour(box.fill()));
          surface.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        }
        case Figure.Stroke stroke -> stroke(stroke, surface);
        case Figure.Label label -> label(label, surface);
      }
    }
  }

  /// The figure as a PNG picture, 2.5 pixels to a drawing unit.
  byte[] png(Figure figure) {
    var image =
        new BufferedImage(
            (int) (figure.width() * SCALE),
            (int) (figure.height() * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D surface = image.createGraphics();
    surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    surface.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    surface.setColor(Color.WHITE);
    surface.fillRect(0, 0, image.getWidth(), image.getHeight());
    surface.scale(SCALE, SCALE);
    paint(figure, surface);
    surface.dispose();
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException failed) {
      throw new ReportFailure("rendering-failed", "a chart cannot be painted", failed);
    }
  }

  /// Paints a picture as large as fits, standing at the left edge.
  static void fit(byte[] png, Graphics2D surface, double width, double height) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
      if (picture == null) {
        throw new ReportFailure("rendering-failed", "the drawn signature is no picture");
      }
      double scale = Math.min(width / picture.getWidth(), height / picture.getHeight());
      surface.drawImage(picture, AffineTransform.getScaleInstance(scale, scale), null);
    } catch (IOException unreadable) {
      throw new ReportFailure("rendering-failed", "the drawn signature cannot be read", unreadable);
    }
  }

  private static void stroke(Figure.Stroke stroke, Graphics2D surface) {
    var path = new Path2D.Double();
    path.moveTo(stroke.points().get(0), stroke.points().get(1));
    for (int i = 2; i < stroke.points().size(); i += 2) {
      path.lineTo(stroke.points().get(i), stroke.points().get(i + 1));
    }
    surface.setColor(colour(stroke.colour()));
    surface.setStroke(
        new BasicStroke((float) stroke.thickness(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    surface.draw(path);
  }

  private void label(Figure.Label label, Graphics2D surface) {
    Typefaces.Outline outline = typefaces.outline(label.text(), label.size());
    double x =
        switch (label.side()) {
          case START -> label.x();
          case MIDDLE -> label.x() - outline.width() / 2;
          case END -> label.x() - outline.width();
        };
    surface.setColor(colour(label.colour()));
    surface.fill(
        outline.path().createTransformedShape(AffineTransform.getTranslateInstance(x, label.y())));
  }

  private static Color colour(String hexadecimal) {
    return new Color(Integer.parseInt(hexadecimal, 16));
  }
}
