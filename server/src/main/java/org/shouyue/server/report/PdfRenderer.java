package org.shouyue.server.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
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

/// Writes a manuscript as PDF in the typography of official documents (GB/T 9704-2012): A4, margins
/// 37, 26, 35 and 28 mm, 22 lines of 28 characters, page numbers at the outer foot. Typefaces are
/// embedded; charts stay lines and areas.
final class PdfRenderer implements Renderer {
  private static final String STYLE = Resources.text("report-pdf.css");
  private static final String SIGNED = "application/x-shouyue-signature";
  private static final String DRAWN = "application/x-shouyue-figure";

  static {
    XRLog.setLoggingEnabled(false); // it writes to the console what it does; failures are thrown
  }

  private final Typefaces typefaces;
  private final Painter painter;

  PdfRenderer(Typefaces typefaces) {
    this.typefaces = typefaces;
    this.painter = new Painter(typefaces);
  }

  @Override
  public byte[] render(Manuscript manuscript) {
    var figures = new ArrayList<Figure>();
    Cover cover = manuscript.cover();
    String body = new Markup(figure -> object(figures, figure)).body(manuscript);
    var about = new About(cover.heading(), cover.number(), cover.issuedAt(), cover.zone());
    return write(page(cover.heading(), body), about, DRAWN, drawer(figures));
  }

  /// The page with the client's signature.
  byte[] signaturePage(SignOff signOff) {
    String title = signOff.title() + "验收签署页";
    String place = "<object type=\"" + SIGNED + "\" style=\"width:72mm;height:27mm\"></object>";
    var about = new About(title, signOff.number(), signOff.signedAt(), signOff.zone());
    return write(
        page(title, SignaturePage.body(signOff, place)), about, SIGNED, signature(signOff));
  }

  /// What a PDF file says about itself.
  private record About(String title, String number, Instant at, ZoneId zone) {}

  private static String page(String title, String body) {
    return "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>"
        + Markup.escape(title)
        + "</title><style>"
        + STYLE
        + "</style></head><body>"
        + body
        + "</body></html>";
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

  private byte[] write(String page, About about, String drawn, FSObjectDrawer drawer) {
    var builder = new PdfRendererBuilder();
    face(builder, Typefaces.Face.SERIF, "serif-sc", 400);
    face(builder, Typefaces.Face.SERIF_BOLD, "serif-sc", 700);
    face(builder, Typefaces.Face.SANS, "sans-sc", 400);
    face(builder, Typefaces.Face.SANS_BOLD, "sans-sc", 700);
    var drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(drawn, drawer);
    builder
        .useObjectDrawerFactory(drawers)
        .useUriResolver((_, uri) -> uri)
        .useExternalResourceAccessControl(
            (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .withDiagnosticConsumer(_ -> {})
        .withProducer("Shouyue")
        .withHtmlContent(page, null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      return save(renderer.getPdfDocument(), about);
    } catch (IOException failed) {
      throw new ReportFailure("rendering-failed", "the PDF cannot be written", failed);
    }
  }

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

  private static FSObjectDrawer signature(SignOff signOff) {
    return (_, x, y, width, height, device, _, dotsPerPixel) -> {
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width / dotsPerPixel,
          (float) height / dotsPerPixel,
          surface ->
              Painter.fit(signOff.drawing(), surface, width / dotsPerPixel, height / dotsPerPixel));
      return Map.of();
    };
  }

  /// Saves with times and identity taken from the content, so that the same content makes the same
  /// file.
  private static byte[] save(PDDocument document, About about) throws IOException {
    Calendar issued = new GregorianCalendar(TimeZone.getTimeZone(about.zone()), Locale.ROOT);
    issued.setTimeInMillis(about.at().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(about.title());
    information.setSubject(about.number());
    information.setCreationDate(issued);
    information.setModificationDate(issued);
    document.setDocumentId(identity(about));
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  private static long identity(About about) {
    var sum = new CRC32C();
    sum.update((about.number() + about.at()).getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
