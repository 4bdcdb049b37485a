package org.shouyue.server.watermark;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Marks a picture (PNG, JPEG): words in its lower corner for eyes; for the trace, a pattern of
/// [Chips] in its brightness, three steps of 255 strong where it is flat and up to eleven where it
/// is not. It survives being saved as JPEG, cropped and pasted, not being scaled or turned.
public final class MarkedPicture {
  private static final int FAINT = 3;
  private static final int STRONGER = 8;
  private static final float JPEG_QUALITY = 0.92f;
  private static final float WORDS = 0.6f;

  private MarkedPicture() {}

  /// The marked picture in the same format.
  ///
  /// @param format `png` or `jpg`
  /// @throws UncheckedIOException when it is no picture
  public static byte[] mark(
      byte[] picture, String format, Mark mark, String note, Lettering lettering) {
    try {
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
      if (read == null) {
        throw new IOException("no picture that Java reads");
      }
      boolean png = format.equals("png");
      BufferedImage canvas = canvas(read, png && read.getColorModel().hasAlpha());
      letter(canvas, note, lettering);
      hide(canvas, mark);
      return png ? png(canvas) : jpeg(canvas, JPEG_QUALITY);
    } catch (IOException broken) {
      throw new UncheckedIOException("the picture cannot be marked", broken);
    }
  }

  private static BufferedImage canvas(BufferedImage read, boolean transparent) {
    BufferedImage canvas =
        new BufferedImage(
            read.getWidth(),
            read.getHeight(),
            transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D surface = canvas.createGraphics();
    surface.drawImage(read, 0, 0, null);
    surface.dispose();
    return canvas;
  }

  private static void letter(BufferedImage canvas, String note, Lettering lettering) {
    double size = Math.clamp(canvas.getWidth() / 60.0, 9, 28);
    Lettering.Line line = lettering.line(note, size);
    double fit = Math.min(1, (canvas.getWidth() - 8) / line.width());
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            Math.max(4, canvas.getWidth() - line.width() * fit - 4), canvas.getHeight() - size / 2);
    place.scale(fit, fit);
    Shape words = line.path().createTransformedShape(place);
    Graphics2D surface = canvas.createGraphics();
    surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    surface.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, WORDS));
    surface.setColor(Color.WHITE);
    surface.setStroke(new BasicStroke(2));
    surface.draw(words);
    surface.setColor(new Color(0x8a4b00));
    surface.fill(words);
    surface.dispose();
  }

  private static void hide(BufferedImage canvas, Mark mark) {
    int width = canvas.getWidth();
    int[] line = new int[width];
    for (int y = 0; y < canvas.getHeight(); y++) {
      canvas.getRGB(0, y, width, 1, line, 0, width);
      int row = y / Chips.PIXELS % Chips.SIDE * Chips.SIDE;
      int before = line[0];
      for (int x = 0; x < width; x++) {
        int pixel = line[x];
        int lively = Math.min(STRONGER, Math.abs((pixel >> 8 & 255) - (before >> 8 & 255)) / 4);
        int chip = row + x / Chips.PIXELS % Chips.SIDE;
        line[x] = brighter(pixel, Chips.value(chip, mark) * (FAINT + lively));
        before = pixel;
      }
      canvas.setRGB(0, y, width, 1, line, 0, width);
    }
  }

  private static int brighter(int pixel, int by) {
    int red = Math.clamp((pixel >> 16 & 255) + by, 0, 255);
    int green = Math.clamp((pixel >> 8 & 255) + by, 0, 255);
    int blue = Math.clamp((pixel & 255) + by, 0, 255);
    return (pixel & 0xff00_0000) | (red << 16) | (green << 8) | blue;
  }

  private static byte[] png(BufferedImage canvas) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(canvas, "png", out);
    return out.toByteArray();
  }

  static byte[] jpeg(BufferedImage canvas, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(canvas, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
