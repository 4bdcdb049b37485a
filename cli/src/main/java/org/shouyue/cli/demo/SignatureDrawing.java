package org.shouyue.cli.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A drawn signature, as a person's pen on the acceptance page leaves it.
final class SignatureDrawing {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 120;

  private SignatureDrawing() {}

  /// The drawing as a data address of a PNG picture.
  static String asDataAddress() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0x1f, 0x2a, 0x44));
    pen.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D stroke = new Path2D.Double();
    stroke.moveTo(40, 80);
    stroke.curveTo(70, 10, 100, 10, 110, 60);
    stroke.curveTo(120, 110, 150, 100, 170, 50);
    stroke.curveTo(190, 10, 210, 90, 240, 70);
    stroke.curveTo(270, 50, 290, 60, 320, 40);
    pen.draw(stroke);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
