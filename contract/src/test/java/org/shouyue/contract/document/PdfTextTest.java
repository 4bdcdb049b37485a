package org.shouyue.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PdfTextTest {

  private final DocumentReader reader = new DocumentReader();

  @Test
  void readsLinesFromTopToBottomWhateverTheirOrderInTheFile() throws IOException {
    byte[] pdf =
        pdf(
            new Text("Article 2 Payment within ten days", 50, 650),
            new Text("Article 1 Services of the provider", 50, 700));

    assertThat(read(pdf).lines())
        .containsExactly("Article 1 Services of the provider", "Article 2 Payment within ten days");
  }

  @Test
  void partsTheCellsOfATableByTabs() throws IOException {
    byte[] pdf =
        pdf(
            new Text("No.", 50, 700),
            new Text("Service", 120, 700),
            new Text("Cycle", 300, 700),
            new Text("1", 50, 680),
            new Text("Penetration test", 120, 680),
            new Text("once a year", 300, 680));

    assertThat(read(pdf).lines())
        .containsExactly("No.\tService\tCycle", "1\tPenetration test\tonce a year");
  }

  @Test
  void joinsLinesThatTheMarginBroke() throws IOException {
    byte[] pdf =
        pdf(
            new Text(
                "1. The provider checks the public site of the client every day of the year,",
                70,
                700),
            new Text("and reports what it found within four working hours.", 50, 680),
            new Text("2. The client pays.", 70, 660),
            new Text("- 1 -", 280, 40));

    assertThat(read(pdf).lines())
        .containsExactly(
            "1. The provider checks the public site of the client every day of the year,"
                + " and reports what it found within four working hours.",
            "2. The client pays.");
  }

  @Test
  void leavesOutWhatEveryPageRepeats() throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int page = 1; page <= 4; page++) {
        draw(
            document,
            new Text("Contract No. A-17, page " + page + " of 4", 50, 750),
            new Text(page + ". Clause " + "abcd".charAt(page - 1) + " of the contract", 50, 700),
            new Text("Harbour City", 50, 40));
      }

      assertThat(read(saved(document)).lines())
          .containsExactly(
              "Contract No. A-17, page 1 of 4",
              "1. Clause a of the contract",
              "Harbour City",
              "2. Clause b of the contract",
              "3. Clause c of the contract",
              "4. Clause d of the contract");
    }
  }

  @Test
  void readsChineseWhoseFontIsNotInTheFile() {
    byte[] pdf =
        chinese("第一条 漏洞扫描：乙方应对门户网站及业务系统每季度开展一次漏洞扫描，并提交", "《漏洞扫描报告》。", "第二条 甲方在收到发票后十个工作日内付款。");

    assertThat(read(pdf).lines())
        .containsExactly("第一条 漏洞扫描：乙方应对门户网站及业务系统每季度开展一次漏洞扫描，并提交《漏洞扫描报告》。", "第二条 甲方在收到发票后十个工作日内付款。");
  }

  @Test
  void refusesALockedPdf() throws IOException {
    assertThat(codeOf(locked("open"))).isEqualTo(DocumentUnreadable.Code.ENCRYPTED);
    assertThat(codeOf(locked(""))).isEqualTo(DocumentUnreadable.Code.ENCRYPTED);
  }

  @Test
  void tellsAScanFromADamagedFile() throws IOException {
    assertThat(codeOf(pdf())).isEqualTo(DocumentUnreadable.Code.NOT_TEXT);
    assertThat(codeOf("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(DocumentUnreadable.Code.MALFORMED);
  }

  @Test
  @Timeout(30)
  void refusesAPdfThatUnpacksWithoutEnd() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(
        "%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n".getBytes(StandardCharsets.US_ASCII));
    DeflaterOutputStream packed = new DeflaterOutputStream(bomb);
    byte[] zeros = new byte[1 << 20];
    for (int megabyte = 0; megabyte < 300; megabyte++) {
      packed.write(zeros);
    }
    packed.finish();
    bomb.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(codeOf(bomb.toByteArray())).isEqualTo(DocumentUnreadable.Code.TOO_LARGE);
  }

  @Test
  void refusesMorePagesThanTheLimit() throws IOException {
    byte[] pdf = pdf(new Text("Article 1 Services of the provider", 50, 700));
    DocumentReader narrow = new DocumentReader(new DocumentLimits(1 << 20, 1 << 20, 10, 1));

    assertThat(codeOf(narrow, pdf)).isEqualTo(DocumentUnreadable.Code.TOO_LARGE);
  }

  @Test
  @Timeout(120)
  void answersEveryDamagedPdfWithTextOrAReason() throws IOException {
    byte[] sound = pdf(new Text("Article 1 Services of the provider", 50, 700));
    Random random = new Random(20260101);
    int refused = 0;

    for (int round = 0; round < 400; round++) {
      byte[] damaged =
          round % 2 == 0 ? Arrays.copyOf(sound, random.nextInt(1, sound.length)) : sound.clone();
      for (int flips = round % 2 * 6; flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        read(damaged);
      } catch (DocumentUnreadable unreadable) {
        refused++;
      }
    }

    assertThat(refused).isGreaterThan(50);
  }

  private SourceDocument read(byte[] bytes) {
    return reader.read("contract.pdf", new ByteArrayInputStream(bytes));
  }

  private DocumentUnreadable.Code codeOf(byte[] bytes) {
    return codeOf(reader, bytes);
  }

  private static DocumentUnreadable.Code codeOf(DocumentReader reader, byte[] bytes) {
    try {
      throw new AssertionError(
          "was read: " + reader.read("contract.pdf", new ByteArrayInputStream(bytes)).lines());
    } catch (DocumentUnreadable refused) {
      return refused.code();
    }
  }

  /// A PDF as Chinese office programs write them: the font is named, and the codes are GBK.
  private static byte[] chinese(String... lines) {
    StringBuilder content = new StringBuilder();
    for (int at = 0; at < lines.length; at++) {
      content.append(
          "BT /F 12 Tf 72 %d Td <%s> Tj ET\n"
              .formatted(
                  700 - 20 * at,
                  HexFormat.of().formatHex(lines[at].getBytes(Charset.forName("GBK")))));
    }
    String pdf =
        """
        %%PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
          /Resources<</Font<</F 5 0 R>>>>>> endobj
        4 0 obj <</Length %d>>
        stream
        %sendstream endobj
        5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H
          /DescendantFonts[6 0 R]>> endobj
        6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000
          /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>> endobj
        7 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]
          /ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>> endobj
        trailer <</Root 1 0 R/Size 8>>
        %%%%EOF
        """;
    return pdf.formatted(content.length(), content).getBytes(StandardCharsets.ISO_8859_1);
  }

  private record Text(String text, float x, float y) {}

  private static byte[] pdf(Text... texts) throws IOException {
    try (PDDocument document = drawn(texts)) {
      return saved(document);
    }
  }

  private static byte[] locked(String password) throws IOException {
    try (PDDocument document = drawn(new Text("Article 1 Services of the provider", 50, 700))) {
      AccessPermission permission = new AccessPermission();
      permission.setCanExtractContent(false);
      document.protect(new StandardProtectionPolicy("owner", password, permission));
      return saved(document);
    }
  }

  private static PDDocument drawn(Text... texts) throws IOException {
    PDDocument document = new PDDocument();
    draw(document, texts);
    return document;
  }

  private static void draw(PDDocument document, Text... texts) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (Text text : texts) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(text.x(), text.y());
        content.showText(text.text());
        content.endText();
      }
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
