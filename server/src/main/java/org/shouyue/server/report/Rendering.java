package org.shouyue.server.report;

import java.util.List;

/// Writes dossiers and papers. Same content, same bytes; safe for use by many threads.
public final class Rendering {
  private final HtmlRenderer html = new HtmlRenderer();
  private final JsonRenderer json = new JsonRenderer();
  private final PdfRenderer pdf;
  private final DocxRenderer docx;
  private final byte[] template;
  private final Typefaces typefaces = new Typefaces();

  /// @param template the docx template to fill
  Rendering(byte[] template) {
    this.template = template.clone();
    this.pdf = new PdfRenderer(typefaces);
    this.docx = new DocxRenderer(template, typefaces);
  }

  /// Rendering with the template that ships with the product.
  public static Rendering shipped() {
    return new Rendering(WordTemplate.shipped());
  }

  /// The typefaces that everything is set in.
  Typefaces typefaces() {
    return typefaces;
  }

  /// The report in one format.
  ///
  /// @throws ReportFailure when it cannot be written
  public byte[] render(Dossier dossier, Format format) {
    return format == Format.JSON ? json.render(dossier) : write(Manuscript.of(dossier), format);
  }

  /// The paper in one format.
  ///
  /// @throws ReportFailure when it cannot be written
  byte[] render(DrawnPaper drawn, Format format) {
    return format == Format.JSON ? json.render(drawn) : write(Manuscript.of(drawn), format);
  }

  private byte[] write(Manuscript manuscript, Format format) {
    return switch (format) {
      case HTML -> html.render(manuscript);
      case PDF -> pdf.render(manuscript);
      case DOCX -> docx.render(manuscript);
      case JSON -> throw new IllegalArgumentException("a manuscript is written for people");
    };
  }

  /// The report as docx, made from a client's own template.
  byte[] docx(Dossier dossier, byte[] own) {
    return docx.render(Manuscript.of(dossier), own);
  }

  /// The paper as docx, made from a client's own template.
  byte[] docx(DrawnPaper drawn, byte[] own) {
    return docx.render(Manuscript.of(drawn), own);
  }

  /// The template that is used where a client has none of its own.
  byte[] template() {
    return template.clone();
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

  /// Reads back a paper that was rendered as JSON.
  ///
  /// @throws ReportFailure when it is no paper
  DrawnPaper readPaper(byte[] written) {
    return json.readPaper(written);
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
