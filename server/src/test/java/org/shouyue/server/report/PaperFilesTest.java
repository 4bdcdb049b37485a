package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/// A paper says the same in every format and comes back from its JSON unchanged.
class PaperFilesTest {
  private static final Rendering RENDERING = Rendering.shipped();

  /// Every kind of block and shape once.
  static DrawnPaper sample(String title) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("培训时间", "2026-03-05 09:00");
    fields.put("主讲人", "王工");
    var figure =
        new Figure(
            "到场人数",
            "一期十二人",
            100,
            40,
            List.of(
                new Figure.Box(0, 0, 10, 20, "1e6b42"),
                new Figure.Stroke(List.of(0.0, 30.0, 100.0, 30.0), "5b6673", 1),
                new Figure.Label(10, 20, "一期", 10, "1f2933", Block.Side.START)));
    var people =
        Section.of(
            "people",
            "参训人员",
            "Participants",
            List.of(
                new Block.Prose("本次培训十二人到场。"),
                new Block.Notice("一人未通过考核。", Tone.WARN),
                new Block.Heading("签到", "Sign-in"),
                Block.table(
                    "签到表",
                    "没有人签到。",
                    List.of(
                        Block.Column.text("姓名", "Name", 60),
                        Block.Column.number("得分", "Score", 40)),
                    List.of(
                        List.of(Cell.of("李雷"), Cell.of(92)),
                        List.of(Cell.of("韩梅梅", Tone.BAD), Cell.of(41)))),
                Block.table("缺席表", "没有人缺席。", List.of(), List.of()),
                new Block.Picture(figure),
                new Block.Signatures(List.of(new SignatoryRow("甲方", "某局", null, null)))));
    var paper =
        new Paper(
            new UUID(1, 1),
            new UUID(2, 2),
            "training",
            "2026-Q1",
            "training/1",
            title,
            fields,
            List.of(people));
    return new DrawnPaper(
        "PX-HT1-2026-Q1",
        Instant.parse("2026-03-05T04:00:00Z"),
        ZoneId.of("Asia/Shanghai"),
        "某局",
        "安全服务合同",
        false,
        paper);
  }

  @Test
  void readsBackAsTheSameValue() {
    DrawnPaper drawn = sample("钓鱼邮件防范培训记录");

    byte[] json = RENDERING.render(drawn, Format.JSON);

    assertThat(RENDERING.readPaper(json)).isEqualTo(drawn);
    assertThat(List.copyOf(RENDERING.readPaper(json).paper().fields().keySet()))
        .containsExactly("培训时间", "主讲人");
  }

  @Test
  void saysTheSameInEveryFormat() throws IOException {
    DrawnPaper drawn = sample("钓鱼邮件防范培训记录");
    String html = new String(RENDERING.render(drawn, Format.HTML), StandardCharsets.UTF_8);
    String pdf = pdf(RENDERING.render(drawn, Format.PDF));
    String docx = docx(RENDERING.render(drawn, Format.DOCX));

    for (String said :
        List.of(
            "PX-HT1-2026-Q1",
            "2026年第一季度",
            "培训记录",
            "安全服务合同",
            "主讲人",
            "王工",
            "本次培训十二人到场。",
            "一人未通过考核。",
            "韩梅梅",
            "没有人缺席。",
            "到场人数",
            "甲方（盖章）")) {
      assertThat(html).contains(said);
      assertThat(pdf.replaceAll("\\s", "")).contains(said);
      assertThat(docx).contains(said);
    }
    assertThat(html).contains("<h1>钓鱼邮件防范<br/>培训记录");
  }

  @Test
  void samePaperMakesTheSameBytes() {
    for (Format format : Rendering.formats()) {
      assertThat(Rendering.shipped().render(sample("培训"), format))
          .as(format.extension())
          .isEqualTo(RENDERING.render(sample("培训"), format));
    }
  }

  @Test
  void hostileTextStaysText() throws IOException {
    DrawnPaper drawn = sample("<script>alert(1)</script>{{number}}");

    String html = new String(RENDERING.render(drawn, Format.HTML), StandardCharsets.UTF_8);

    assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>");
    assertThat(docx(RENDERING.render(drawn, Format.DOCX))).contains("<script>alert(1)</script>");
  }

  @Test
  void replayedPapersSaySo() {
    DrawnPaper live = sample("培训");
    var replayed =
        new DrawnPaper(
            live.number(), live.issuedAt(), live.zone(), live.client(), null, true, live.paper());

    assertThat(new String(RENDERING.render(replayed, Format.HTML), StandardCharsets.UTF_8))
        .contains("重放时钟")
        .doesNotContain("合同名称");
  }

  @Test
  void refusesTwoChaptersOfOneKeyAndUnspeakableKinds() {
    Section one = Section.of("a", "甲", "A", List.of());

    assertThatThrownBy(() -> paper("training", List.of(one, one)))
        .hasMessageContaining("two chapters");
    assertThatThrownBy(() -> paper("Training!", List.of(one))).hasMessageContaining("a kind is");
  }

  private static Paper paper(String kind, List<Section> sections) {
    return new Paper(new UUID(1, 1), null, kind, "", "a/1", "培训", Map.of(), sections);
  }

  private static String pdf(byte[] file) throws IOException {
    try (var document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String docx(byte[] file) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(file));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }
}
