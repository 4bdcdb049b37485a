package org.shouyue.server.watermark;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// Marks a PDF file: slanted words over every page for eyes; for the trace, text on every page that
/// is never drawn, and an entry of the file's properties. The words are outlines.
public final class MarkedPdf {
  /// The property that holds the mark.
  static final String PROPERTY = "ShouyueExport";

  private static final float FAINT = 0.13f;
  private static final float SIZE = 15;
  private static final double SLANT = Math.toRadians(32);
  private static final int STEP_X = 330;
  private static final int STEP_Y = 190;

  private MarkedPdf() {}

  /// The marked file.
  ///
  /// @throws UncheckedIOException when it is no PDF file
  public static byte[] mark(byte[] pdf, Mark mark, String note, Lettering lettering) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFormXObject words = words(document, note, lettering);
      for (PDPage page : document.getPages()) {
        mark(document, page, mark, words);
      }
      document.getDocumentInformation().setCustomMetadataValue(PROPERTY, mark.code());
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length * 5 / 4);
      document.save(out);
      return out.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException("the PDF file cannot be marked", broken);
    }
  }

  private static void mark(PDDocument document, PDPage page, Mark mark, PDFormXObject words)
      throws IOException {
    try (var surface = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      var faint = new PDExtendedGraphicsState();
      faint.setNonStrokingAlphaConstant(FAINT);
      surface.saveGraphicsState();
      surface.setGraphicsStateParameters(faint);
      PDRectangle box = page.getMediaBox();
      for (float y = 60; y < box.getHeight(); y += STEP_Y) {
        for (float x = 20; x < box.getWidth(); x += STEP_X) {
          surface.saveGraphicsState();
          surface.transform(
              Matrix.getRotateInstance(SLANT, box.getLowerLeftX() + x, box.getLowerLeftY() + y));
          surface.drawForm(words);
          surface.restoreGraphicsState();
        }
      }
      surface.restoreGraphicsState();
      hide(surface, mark, box);
    }
  }

  private static void hide(PDPageContentStream surface, Mark mark, PDRectangle box)
      throws IOException {
    surface.beginText();
    surface.setRenderingMode(RenderingMode.NEITHER);
    surface.setFont(new PDType1Font(FontName.HELVETICA), 4);
    surface.newLineAtOffset(box.getLowerLeftX() + 4, box.getLowerLeftY() + 4);
    surface.showText(mark.code());
    surface.endText();
  }

  /// The words, drawn once and used by every page.
  private static PDFormXObject words(PDDocument document, String note, Lettering lettering)
      throws IOException {
    Lettering.Line line = lettering.line(note, SIZE);
    var form = new PDFormXObject(document);
    form.setResources(new PDResources());
    form.setBBox(new PDRectangle(-2, -SIZE, (float) line.width() + 4, 3 * SIZE));
    try (var surface = new PDFormContentStream(form)) {
      surface.setNonStrokingColor(0.25f, 0.25f, 0.3f);
      trace(line.path().getPathIterator(AffineTransform.getScaleInstance(1, -1)), surface);
      surface.fill();
    }
    return form;
  }

  private static void trace(PathIterator path, PDFormContentStream surface) throws IOException {
    float[] p = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> {
          surface.moveTo(p[0], p[1]);
          x = p[0];
          y = p[1];
        }
        case PathIterator.SEG_LINETO -> {
          surface.lineTo(p[0], p[1]);
          x = p[0];
          y = p[1];
        }
        case PathIterator.SEG_QUADTO -> {
          surface.curveTo(
              x + (p[0] - x) * 2 / 3,
              y + (p[1] - y) * 2 / 3,
              p[2] + (p[0] - p[2]) * 2 / 3,
              p[3] + (p[1] - p[3]) * 2 / 3,
              p[2],
              p[3]);
          x = p[2];
          y = p[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          surface.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
          x = p[4];
          y = p[5];
        }
        default -> surface.closePath();
      }
    }
  }
}
