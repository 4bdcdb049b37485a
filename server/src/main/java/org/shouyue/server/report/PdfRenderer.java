package org.shouyue.server.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.CRC32C;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/// Writes a dossier as PDF in the typography of official documents (GB/T 9704-2012): A4, margins
/// 37, 26, 35 and 28 mm, 22 lines of 28 characters, page numbers at the outer foot. Typefaces are
/// embedded; charts stay lines and areas.
final class PdfRenderer implements Renderer {
  private static final String STYLE = Resources.text("report-pdf.css");
  private static final String DRAWN = "application/x-shouyue-figure";

  private final Typefaces typefaces;
  private final Painter painter;

  PdfRenderer(Typefaces typefaces) {
    this.typefaces = typefaces;
    this.painter = new Painter(typefaces);
  }

  @Override
  public byte[] render(Dossier dossier) {
    return write(page(dossier), dossier);
  }

  private Page page(Dossier dossier) {
    var figures = new ArrayList<Figure>();
    String body = new Markup(figure -> object(figures, figure)).body(dossier, Chapters.of(dossier));
    String title = Markup.escape(dossier.contract().title() + dossier.kind().chinese());
    String text =
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>"
            + title
            + "</title><style>"
            + STYLE
            + "</style></head><body>"
            + body
            + "</body></html>";
    return new Page(text, figures);
  }

  private static String object(List<Figure> figures, Figure figure) {
    figures.add(figure);
    double height = 156.0 * figure.height() / figure.width();
    return String.format(
        Locale.ROOT,
        "<object type=\"%s\" data=\"%d\" style=\"width:156mm;height:%.2fmm\"></object>",
        DRAWN,
        figures.size() - 1,
        height);
  }

  private byte[] write(Page page, Dossier dossier) {
    var builder = new PdfRendererBuilder();
    face(builder, Typefaces.Face.SERIF, "serif-sc", 400);
    face(builder, Typefaces.Face.SERIF_BOLD, "serif-sc", 700);
    face(builder, Typefaces.Face.SANS, "sans-sc", 400);
    face(builder, Typefaces.Face.SANS_BOLD, "sans-sc", 700);
    var drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(DRAWN, drawer(page.figures()));
    builder
        .useObjectDrawerFactory(drawers)
        .useUriResolver((_, uri) -> uri)
        .useExternalResourceAccessControl(
            (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .withDiagnosticConsumer(_ -> {})
        .withProducer("Shouyue")
        .withHtmlContent(page.text(), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      return save(renderer.getPdfDocument(), dossier);
    } catch (IOException failed) {
      throw new ReportFailure("rendering-failed", "the PDF cannot be written", failed);
    }
  }

  private record Page(String text, List<Figure> figures) {}

  private void face(PdfRendererBuilder builder, Typefaces.Face face, String family, int weight) {
    byte[] bytes = typefaces.bytes(face);
    builder.useFont(() -> new ByteArrayInputStream(bytes), family, weight, FontStyle.NORMAL, true);
  }

  private FSObjectDrawer drawer(List<Figure> figures) {
    return (element, x, y, width, height, device, context, dotsPerPixel) -> {
      Figure figure = figures.get(Integer.parseInt(element.getAttribute("data")));
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width / dotsPerPixel,
          (float) height / dotsPerPixel,
          surface -> {
            double scale = width / dotsPerPixel / figure.width();
            surface.scale(scale, scale);
            painter.paint(figure, surface);
          });
      return Map.of();
    };
  }

  /// Saves with times and identity taken from the dossier, so that the same dossier makes the same
  /// file.
  private static byte[] save(PDDocument document, Dossier dossier) throws IOException {
    Calendar issued = new GregorianCalendar(TimeZone.getTimeZone(dossier.zone()), Locale.ROOT);
    issued.setTimeInMillis(dossier.issuedAt().toEpochMilli());
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(dossier.contract().title() + dossier.kind().chinese());
    about.setSubject(dossier.number());
    about.setCreationDate(issued);
    about.setModificationDate(issued);
    document.setDocumentId(identity(dossier));
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static long identity(Dossier dossier) {
    var sum = new CRC32C();
    sum.update((dossier.number() + dossier.issuedAt()).getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
