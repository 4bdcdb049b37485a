package org.shouyue.server.report;

import java.util.List;

/// Writes dossiers. Same dossier, same bytes; safe for use by many threads.
public final class Rendering {
  private final HtmlRenderer html = new HtmlRenderer();
  private final JsonRenderer json = new JsonRenderer();
  private final PdfRenderer pdf;
  private final DocxRenderer docx;

  /// @param template the docx template to fill
  Rendering(byte[] template) {
    var typefaces = new Typefaces();
    this.pdf = new PdfRenderer(typefaces);
    this.docx = new DocxRenderer(template, typefaces);
  }

  /// Rendering with the template that ships with the product.
  public static Rendering shipped() {
    return new Rendering(WordTemplate.shipped());
  }

  /// The report in one format.
  ///
  /// @throws ReportFailure when it cannot be written
  public byte[] render(Dossier dossier, Format format) {
    return switch (format) {
      case HTML -> html.render(dossier);
      case PDF -> pdf.render(dossier);
      case DOCX -> docx.render(dossier);
      case JSON -> json.render(dossier);
    };
  }

  /// The page with the client's signature, as HTML or PDF.
  ///
  /// @throws IllegalArgumentException for another format
  public byte[] signaturePage(SignOff signOff, Format format) {
    return switch (format) {
      case HTML -> SignaturePage.html(signOff);
      case PDF -> pdf.signaturePage(signOff);
      case DOCX, JSON ->
          throw new IllegalArgumentException(
              "a signature page comes as html or pdf, not " + format);
    };
  }

  /// Reads back what was rendered as JSON.
  ///
  /// @throws ReportFailure when it is no dossier
  public Dossier read(byte[] written) {
    return json.read(written);
  }

  /// The description of the JSON form, a JSON Schema.
  public static byte[] schema() {
    return Resources.bytes("dossier.schema.json");
  }

  /// All formats in the order that they are offered.
  public static List<Format> formats() {
    return List.of(Format.values());
  }
}
