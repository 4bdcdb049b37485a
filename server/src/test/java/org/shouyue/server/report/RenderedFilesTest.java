package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class RenderedFilesTest {
  private static final Rendering RENDERING = Rendering.shipped();

  @Test
  void sameDossierMakesTheSameBytes() {
    for (Format format : Rendering.formats()) {
      byte[] once = RENDERING.render(SampleDossier.month(), format);
      byte[] again = Rendering.shipped().render(SampleDossier.month(), format);

      assertThat(again).as(format.extension()).isEqualTo(once);
    }
  }

  @Test
  void jsonReadsBackAsTheSameDossier() {
    Dossier year = SampleDossier.year();

    assertThat(RENDERING.read(RENDERING.render(year, Format.JSON))).isEqualTo(year);
  }

  @Test
  void htmlNeedsNothingFromElsewhere() {
    String html =
        new String(RENDERING.render(SampleDossier.year(), Format.HTML), StandardCharsets.UTF_8);

    assertThat(html)
        .doesNotContain("<script", "src=\"", "@import", "url(", "http-equiv=\"refresh\"");
    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://");
    assertThat(html)
        .contains("href=\"evidence/observation-0001.json\"", "lang=\"zh-CN\"", "<th scope=\"col\"");
  }

  @Test
  void htmlKeepsHostileTextAsText() {
    String html =
        new String(
            RENDERING.render(titled("<script>alert(1)</script>{{number}}\u0001"), Format.HTML),
            StandardCharsets.UTF_8);

    assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void templateTagsInContractTextStayText() throws IOException {
    byte[] docx = RENDERING.render(titled("合同{{number}}{{@image}}"), Format.DOCX);

    assertThat(FormatsAgreeTest.docxText(docx)).contains("合同{{number}}{{@image}}");
  }

  @Test
  void pdfEmbedsItsTypefacesOnA4() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(RENDERING.render(SampleDossier.month(), Format.PDF))) {
      var names = new HashSet<String>();
      for (var page : pdf.getPages()) {
        assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
        assertThat(page.getMediaBox().getHeight()).isBetween(841f, 843f);
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          names.add(font.getName().replaceAll("^[A-Z]{6}\\+", ""));
        }
      }
      assertThat(names).allMatch(name -> name.startsWith("NotoS"));
      assertThat(names).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void docxCarriesTypographyOfOfficialDocuments() throws IOException {
    try (var docx =
        new XWPFDocument(
            new ByteArrayInputStream(RENDERING.render(SampleDossier.year(), Format.DOCX)))) {
      var page = docx.getDocument().getBody().getSectPr();

      assertThat(page.getPgMar().getTop()).hasToString("2098");
      assertThat(page.getPgMar().getLeft()).hasToString("1588");
      assertThat(page.getPgMar().getRight()).hasToString("1474");
      assertThat(docx.getAllPictures()).hasSize(3);
      assertThat(docx.getTables()).hasSizeGreaterThan(8);
      assertThat(docx.getFooterList()).hasSize(2);
      assertThat(FormatsAgreeTest.docxText(RENDERING.render(SampleDossier.year(), Format.DOCX)))
          .doesNotContain("{{");
    }
  }

  @Test
  void replayClockIsToldOnTheFirstPage() throws IOException {
    assertThat(FormatsAgreeTest.pdfText(RENDERING.render(SampleDossier.year(), Format.PDF)))
        .contains("重放时钟");
    assertThat(FormatsAgreeTest.pdfText(RENDERING.render(SampleDossier.month(), Format.PDF)))
        .doesNotContain("重放时钟");
  }

  @Test
  void emptyPeriodIsSaidInWords() throws IOException {
    String text = FormatsAgreeTest.pdfText(RENDERING.render(SampleDossier.empty(), Format.PDF));

    assertThat(text).contains("本期没有发现问题。", "本期没有登记工单。", "本期没有可用性观测记录。", "本期没有留存证据。");
    for (Format format : Rendering.formats()) {
      assertThat(RENDERING.render(SampleDossier.empty(), format)).isNotEmpty();
    }
  }

  @Test
  void aYearIsWrittenInSeconds() throws IOException {
    Path folder = Path.of("target", "reports");
    Files.createDirectories(folder);
    for (Dossier dossier : List.of(SampleDossier.year(), SampleDossier.month())) {
      for (Format format : Rendering.formats()) {
        long start = System.nanoTime();
        byte[] file = RENDERING.render(dossier, format);
        long took = (System.nanoTime() - start) / 1_000_000;

        Files.write(folder.resolve(dossier.stem() + "." + format.extension()), file);
        System.out.printf(
            "%s.%s: %d bytes in %d ms%n", dossier.stem(), format.extension(), file.length, took);
        assertThat(took).isLessThan(30_000);
      }
    }
  }

  private static Dossier titled(String title) {
    Dossier empty = SampleDossier.empty();
    return new Dossier(
        empty.kind(),
        "YS-1",
        new Dossier.Header(
            "c", null, title, "某单位", null, null, null, new BigDecimal("1.00"), null, null),
        empty.from(),
        empty.to(),
        Instant.EPOCH,
        empty.zone(),
        false,
        List.of(
            new ClauseRow(
                "1",
                null,
                title,
                title,
                null,
                "on-event",
                null,
                false,
                false,
                List.of(),
                List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
