package org.shouyue.server.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A signature as the browser draws it.
public final class TestSignature {
  private TestSignature() {}

  public static String drawn() {
    var image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
    var surface = image.createGraphics();
    surface.setColor(Color.BLACK);
    surface.drawLine(10, 80, 280, 20);
    surface.dispose();
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
