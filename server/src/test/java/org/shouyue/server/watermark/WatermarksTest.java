package org.shouyue.server.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is hidden in a file is found again in what is left of it, and nothing is found in others.
class WatermarksTest {
  private static final MarkKey KEY = new MarkKey(new byte[32]);
  private static final long NUMBER = 123_456;
  private static final Mark MARK = KEY.mark(NUMBER);
  private static final String NOTE = "E-123456 Zhang 2026-11-25";
  private static final Lettering LETTERS =
      (text, size) -> new Lettering.Line(boxes(text.length(), size), text.length() * size * 0.6);

  private static Path2D boxes(int count, double size) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < count; i++) {
      path.append(
          new java.awt.geom.Rectangle2D.Double(i * size * 0.6, -size * 0.7, size / 2, size * 0.7),
          false);
    }
    return path;
  }

  @Test
  void carriesEveryNumberAndKnowsWhatIsNone() {
    for (long number : new long[] {0, 1, 77, NUMBER, MarkKey.LARGEST}) {
      assertThat(KEY.number(KEY.mark(number))).hasValue(number);
    }
    assertThatThrownBy(() -> KEY.mark(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> KEY.mark(MarkKey.LARGEST + 1)).isInstanceOf(RuntimeException.class);
    Random random = new Random(5);
    assertThat(random.longs(100_000).filter(bits -> KEY.number(new Mark(bits)).isPresent()).count())
        .isLessThanOrEqualTo(1);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new MarkKey(other).number(MARK)).isEmpty();
  }

  @Test
  void findsWhatIsHiddenInAnyPieceOfText() {
    String hidden = HiddenText.of(MARK);

    assertThat(hidden.codePoints().allMatch(c -> Character.getType(c) == Character.FORMAT))
        .isTrue();
    assertThat(traced(("第三季度漏洞整改情况说明" + hidden).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(NUMBER);
    assertThat(traced(("x" + hidden + "y").getBytes(StandardCharsets.UTF_16LE), 0xff, 0xfe))
        .isEqualTo(NUMBER);
    assertThat(clean("第三季度漏洞整改情况说明".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(clean(("x" + hidden.substring(1)).getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(Traces.in("导出编号 E-000042 张三".getBytes(StandardCharsets.UTF_8), KEY).written())
        .containsOnlyKeys(42L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"门户网站", "2026-01-01T00:00:00Z", "CVE-2026-0001", "10.1.2.3", "a,b", ""})
  void leavesNamesAndCodesAlone(String text) {
    assertThat(HiddenText.isWords(text)).isFalse();
  }

  @Test
  void marksAPageBehindItsWordsOnly() {
    String page =
        "<html><head><title>x</title><style>p{color:red /* 这里不是正文的文字内容 */}</style></head>"
            + "<body class=\"a\"><p>本月共完成巡检四次，发现问题两处。</p><td>12</td></body></html>";

    String marked =
        new String(
            MarkedPage.mark(page.getBytes(StandardCharsets.UTF_8), MARK, "E-123456 <张三>"),
            StandardCharsets.UTF_8);

    assertThat(marked).contains("本月共完成巡检四次，发现问题两处。", "E-123456 &lt;张三&gt;", "<td>12</td>");
    String sentence = marked.substring(marked.indexOf("<p>"), marked.indexOf("</p>"));
    assertThat(traced(sentence.getBytes(StandardCharsets.UTF_8))).isEqualTo(NUMBER);
    assertThat(marked).contains("正文的文字内容 */}</style>");
  }

  @Test
  void tracesAPageTakenOutOfAPdf() throws IOException {
    byte[] marked = MarkedPdf.mark(pdf(3), MARK, NOTE, LETTERS);

    try (PDDocument whole = Loader.loadPDF(marked);
        PDDocument one = new PDDocument()) {
      assertThat(new PDFTextStripper().getText(whole)).contains("page 2 of the report");
      one.importPage(whole.getPage(1));
      var out = new ByteArrayOutputStream();
      one.save(out);
      assertThat(traced(out.toByteArray())).isEqualTo(NUMBER);
    }
    assertThat(clean(pdf(2))).isTrue();
  }

  @Test
  void tracesHalfOfTheParagraphsOfAWordFile() throws IOException {
    byte[] marked = MarkedWord.mark(word(8), MARK, NOTE);

    try (var word = new XWPFDocument(new ByteArrayInputStream(marked));
        var half = new XWPFDocument()) {
      assertThat(word.getHeaderList()).hasSize(1);
      assertThat(word.getHeaderList().getFirst().getText()).contains(NOTE);
      assertThat(word.getProperties().getCustomProperties().contains("ShouyueExport")).isTrue();
      assertThat(word.getParagraphs().get(3).getText()).startsWith("第3段：本次巡检覆盖全部资产");
      for (int i = 4; i < 8; i++) {
        half.createParagraph().createRun().setText(word.getParagraphs().get(i).getText());
      }
      assertThat(traced(written(half))).isEqualTo(NUMBER);
    }
    assertThat(clean(word(8))).isTrue();
  }

  @Test
  void tracesAPictureSavedAsJpegAndCropped() throws IOException {
    for (boolean lively : new boolean[] {false, true}) {
      byte[] marked = MarkedPicture.mark(png(screen(900, 700, lively)), "png", MARK, NOTE, LETTERS);
      assertThat(traced(marked)).isEqualTo(NUMBER);
      assertThat(Traces.in(marked, KEY).chance()).isBetween(87_000L, 1L << 19);

      BufferedImage read = ImageIO.read(new ByteArrayInputStream(marked));
      byte[] jpeg = MarkedPicture.jpeg(read, 0.8f);
      assertThat(traced(jpeg)).isEqualTo(NUMBER);
      BufferedImage crop =
          ImageIO.read(new ByteArrayInputStream(jpeg)).getSubimage(131, 77, 520, 430);
      assertThat(traced(lively ? png(crop) : MarkedPicture.jpeg(crop, 0.8f)))
          .as("lively %s", lively)
          .isEqualTo(NUMBER);
      assertThat(clean(png(screen(900, 700, lively)))).isTrue();
    }
  }

  @Test
  void marksSmallAndTransparentPictures() throws IOException {
    BufferedImage signature = new BufferedImage(360, 140, BufferedImage.TYPE_INT_ARGB);
    signature.setRGB(5, 5, 0xff00_0000);

    byte[] marked = MarkedPicture.mark(png(signature), "png", MARK, NOTE, LETTERS);

    assertThat(ImageIO.read(new ByteArrayInputStream(marked)).getColorModel().hasAlpha()).isTrue();
    byte[] flat = MarkedPicture.mark(png(screen(360, 140, false)), "png", MARK, NOTE, LETTERS);
    assertThat(traced(flat)).isEqualTo(NUMBER);
  }

  private static long traced(byte[] file, int... before) {
    byte[] whole = new byte[before.length + file.length];
    for (int i = 0; i < before.length; i++) {
      whole[i] = (byte) before[i];
    }
    System.arraycopy(file, 0, whole, before.length, file.length);
    var found = Traces.in(whole, KEY).hidden().keySet();
    return found.size() == 1 ? found.iterator().next() : -found.size() - 1;
  }

  private static boolean clean(byte[] file) {
    Traces.Found found = Traces.in(file, KEY);
    return found.hidden().isEmpty() && found.written().isEmpty();
  }

  private static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (var surface = new PDPageContentStream(document, page)) {
          surface.beginText();
          surface.setFont(new PDType1Font(FontName.HELVETICA), 12);
          surface.newLineAtOffset(72, 700);
          surface.showText("page " + i + " of the report");
          surface.endText();
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] word(int paragraphs) throws IOException {
    try (var word = new XWPFDocument()) {
      for (int i = 0; i < paragraphs; i++) {
        var paragraph = word.createParagraph();
        paragraph.createRun().setText("第" + i + "段：");
        paragraph.createRun().setText("本次巡检覆盖全部资产，未发现高危漏洞。");
      }
      return written(word);
    }
  }

  private static byte[] written(XWPFDocument word) throws IOException {
    var out = new ByteArrayOutputStream();
    word.write(out);
    return out.toByteArray();
  }

  /// A picture like a screenshot, or like a photograph.
  private static BufferedImage screen(int width, int height, boolean lively) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D surface = image.createGraphics();
    surface.setColor(Color.WHITE);
    surface.fillRect(0, 0, width, height);
    Random random = new Random(11);
    for (int i = 0; i < width * height / 900; i++) {
      surface.setColor(new Color(random.nextInt(0x1000000)));
      int size = lively ? 30 : 6;
      surface.fillRect(
          random.nextInt(width),
          random.nextInt(height),
          random.nextInt(size),
          random.nextInt(size));
    }
    surface.dispose();
    if (lively) {
      noise(image, random);
    }
    return image;
  }

  private static void noise(BufferedImage image, Random random) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int grey = (int) (random.nextGaussian() * 5);
        int pixel = image.getRGB(x, y);
        int red = Math.clamp((pixel >> 16 & 255) + grey, 0, 255);
        int green = Math.clamp((pixel >> 8 & 255) + grey, 0, 255);
        int blue = Math.clamp((pixel & 255) + grey, 0, 255);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
