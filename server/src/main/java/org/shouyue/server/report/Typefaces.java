package org.shouyue.server.report;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// The free Chinese typefaces that reports are set in: Noto Serif SC for 仿宋, Noto Sans SC for 黑体.
/// Read from the class path, so that a report looks the same on every machine and no typeface of
/// the system is ever asked for.
final class Typefaces {

  /// One typeface.
  enum Face {
    SERIF("NotoSerifSC-Regular.ttf"),
    SERIF_BOLD("NotoSerifSC-Bold.ttf"),
    SANS("NotoSansSC-Regular.ttf"),
    SANS_BOLD("NotoSansSC-Bold.ttf");

    private final String file;

    Face(String file) {
      this.file = file;
    }
  }

  /// The outline of a word.
  ///
  /// @param path starts at the origin of its base line
  record Outline(GeneralPath path, double width) {}

  private final Map<Face, byte[]> files = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private final Map<Integer, Glyph> glyphs = new HashMap<>();

  private @Nullable TrueTypeFont sans;

  private record Glyph(GeneralPath path, double advance) {}

  /// The bytes of a typeface, held once for all renderers.
  ///
  /// @throws ReportFailure when the build lacks it
  byte[] bytes(Face face) {
    return files.computeIfAbsent(face, Typefaces::read);
  }

  /// The outline of a word in Noto Sans SC, one unit of `size` to an em.
  Outline outline(String text, double size) {
    var path = new GeneralPath();
    double x = 0;
    synchronized (lock) {
      for (int c : text.codePoints().toArray()) {
        Glyph glyph = glyph(c);
        var place = AffineTransform.getTranslateInstance(x, 0);
        place.scale(size, -size);
        path.append(glyph.path().createTransformedShape(place), false);
        x += glyph.advance() * size;
      }
    }
    return new Outline(path, x);
  }

  private Glyph glyph(int c) {
    return glyphs.computeIfAbsent(c, this::learn);
  }

  private Glyph learn(int c) {
    try {
      TrueTypeFont font = sans();
      double em = font.getUnitsPerEm();
      int id = font.getUnicodeCmapLookup().getGlyphId(c);
      GlyphData data = font.getGlyph().getGlyph(id);
      var path = data == null ? new GeneralPath() : new GeneralPath(data.getPath());
      path.transform(AffineTransform.getScaleInstance(1 / em, 1 / em));
      return new Glyph(path, font.getAdvanceWidth(id) / em);
    } catch (IOException unreadable) {
      throw new ReportFailure(
          "typeface-missing", "the typeface " + Face.SANS.file + " cannot be read", unreadable);
    }
  }

  /// The opened typeface that charts are lettered with; it stays open as long as the renderers
  /// live.
  private TrueTypeFont sans() throws IOException {
    if (sans == null) {
      sans = new TTFParser().parse(new RandomAccessReadBuffer(bytes(Face.SANS)));
    }
    return sans;
  }

  private static byte[] read(Face face) {
    try (InputStream in = Typefaces.class.getResourceAsStream("/fonts/" + face.file)) {
      if (in == null) {
        throw new ReportFailure(
            "typeface-missing",
            "the build lacks the typeface fonts/" + face.file + ": build the web module");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new ReportFailure(
          "typeface-missing", "the typeface " + face.file + " cannot be read", unreadable);
    }
  }
}
