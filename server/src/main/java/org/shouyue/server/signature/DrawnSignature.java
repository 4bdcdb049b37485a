package org.shouyue.server.signature;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.shouyue.server.problem.Problem;

/// Reads a signature that was drawn in the browser.
public final class DrawnSignature {
  private static final String PREFIX = "data:image/png;base64,";
  private static final int LONGEST = 400_000;
  private static final int WIDEST = 3_000;
  private static final int FEWEST_MARKS = 40;
  private static final int DARK = 200;

  private DrawnSignature() {}

  /// The PNG picture in a data address.
  ///
  /// @throws Problem 400 when it is no PNG picture, too large, or nothing is drawn on it
  public static byte[] read(String address) {
    if (!address.startsWith(PREFIX) || address.length() > LONGEST) {
      throw Problem.invalid("drawing", "must be a PNG picture of at most 300 kB as a data address");
    }
    byte[] png = decoded(address.substring(PREFIX.length()));
    if (marks(picture(png)) < FEWEST_MARKS) {
      throw Problem.invalid("drawing", "must not be empty: draw the signature");
    }
    return png;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw Problem.invalid("drawing", "is not in Base64");
    }
  }

  /// The size is read before the pixels, so that a small file cannot ask for a huge picture.
  private static BufferedImage picture(byte[] png) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
          throw Problem.invalid("drawing", "must not be larger than 3000 by 3000 pixels");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException _) {
      throw Problem.invalid("drawing", "is not a PNG picture");
    }
  }

  private static int marks(BufferedImage picture) {
    int marks = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        marks += isDark(picture.getRGB(x, y)) ? 1 : 0;
      }
    }
    return marks;
  }

  private static boolean isDark(int argb) {
    boolean opaque = (argb >>> 24) > 100;
    int brightest = Math.max(Math.max((argb >> 16) & 255, (argb >> 8) & 255), argb & 255);
    return opaque && brightest < DARK;
  }
}
