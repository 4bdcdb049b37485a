package org.shouyue.server.signature;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The picture of a signature that was made with a certificate, for the place where a drawn one
/// would stand.
final class SignatureCard {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 200;
  private static final Color INK = new Color(0x14263f);
  private static final Color SOFT = new Color(0x4a5b73);

  private SignatureCard() {}

  static byte[] draw(CertificateSignature signature) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D surface = picture.createGraphics();
    surface.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    surface.setColor(Color.WHITE);
    surface.fillRect(0, 0, WIDTH, HEIGHT);
    surface.setColor(INK);
    surface.drawRect(6, 6, WIDTH - 13, HEIGHT - 13);
    Font font = font();
    surface.setFont(font.deriveFont(48f));
    surface.drawString(signature.personName(), 28, 76);
    surface.setColor(SOFT);
    surface.setFont(font.deriveFont(18f));
    surface.drawString("数字证书签名 · " + signature.algorithm(), 28, 112);
    surface.drawString("证书序列号 " + shortened(signature.serial()), 28, 140);
    surface.drawString("文件摘要 SHA-256 " + signature.documentSha256().substring(0, 32), 28, 168);
    surface.dispose();
    return png(picture);
  }

  private static String shortened(String serial) {
    return serial.length() <= 40 ? serial : serial.substring(0, 40) + "…";
  }

  private static Font font() {
    try (InputStream in =
        SignatureCard.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks the typefaces: build the web module");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException unreadable) {
      throw new IllegalStateException("the typeface of the build cannot be read", unreadable);
    }
  }

  private static byte[] png(BufferedImage picture) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
