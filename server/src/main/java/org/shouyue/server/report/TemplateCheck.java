package org.shouyue.server.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.shouyue.server.problem.Problem;

/// Says whether a file that somebody uploads can be a Word template: a plain docx of bounded size
/// without macros, embedded objects or links that Word would follow by itself, whose tags are all
/// known, and that makes a document in a dry run.
final class TemplateCheck {
  static final int LARGEST = 2 * 1024 * 1024;
  private static final long LARGEST_UNPACKED = 30L * 1024 * 1024;
  private static final int MOST_PARTS = 300;
  private static final Pattern LINK = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final Typefaces typefaces;

  TemplateCheck(Typefaces typefaces) {
    this.typefaces = typefaces;
  }

  /// Passes, or says what is wrong and how to mend it.
  ///
  /// @return the names of particulars that it places, in order
  /// @throws Problem 400 for anything wrong
  List<String> check(byte[] file) {
    if (file.length > LARGEST) {
      throw refused("模板不能大于 2 MB；请压缩其中的图片");
    }
    try {
      parts(file);
      List<String> fields = tags(file);
      dryRun(file);
      return fields;
    } catch (ZipException _) {
      throw refused("不是 docx 文件；请在 Word 中另存为 .docx");
    } catch (IOException broken) {
      throw refused("无法读取：" + broken.getMessage());
    }
  }

  private static void parts(byte[] file) throws IOException {
    long unpacked = 0;
    int count = 0;
    boolean document = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) (LARGEST_UNPACKED - unpacked) + 1);
        unpacked += content.length;
        if (++count > MOST_PARTS || unpacked > LARGEST_UNPACKED) {
          throw refused("解压后过大或部件过多，像是压缩炸弹");
        }
        part(entry.getName().toLowerCase(Locale.ROOT), content);
        document |= entry.getName().equals("word/document.xml");
      }
    }
    if (!document) {
      throw refused("不是 docx 文件；请在 Word 中另存为 .docx");
    }
  }

  private static void part(String name, byte[] content) {
    if (name.contains("vbaproject") || name.contains("activex") || name.endsWith(".bin")) {
      throw refused("含有宏或控件；请另存为不含宏的 .docx");
    }
    if (name.contains("/embeddings/")) {
      throw refused("含有嵌入对象；请删除嵌入的文件");
    }
    if (name.equals("[content_types].xml") && text(content).contains("macroEnabled")) {
      throw refused("是启用宏的文档；请另存为不含宏的 .docx");
    }
    if (name.endsWith(".rels")) {
      LINK.matcher(text(content))
          .results()
          .map(link -> link.group())
          .filter(link -> link.contains("External") && !link.contains("/hyperlink\""))
          .findFirst()
          .ifPresent(_ -> {
            throw refused("引用了外部文件或远程模板；请改为嵌入图片并清除附加模板");
          });
    }
  }

  private static List<String> tags(byte[] file) throws IOException {
    Set<String> fields = new LinkedHashSet<>();
    Set<String> unknown = new TreeSet<>();
    Set<String> seen = new LinkedHashSet<>();
    try (XWPFTemplate word =
        XWPFTemplate.compile(new ByteArrayInputStream(file), Configure.builder().build())) {
      collect(word.getElementTemplates(), seen);
    } catch (RuntimeException misread) {
      // poi-tl reports unclosed blocks and the like by exceptions of several kinds
      throw refused("标签写法有误：" + misread.getMessage());
    }
    for (String tag : seen) {
      if (HAN.matcher(tag).find()) {
        fields.add(tag);
      } else if (!TemplateTag.names().contains(tag)) {
        unknown.add(tag);
      }
    }
    if (!unknown.isEmpty()) {
      throw refused(
          "有不认识的标签 "
              + unknown.stream().map(t -> "{{" + t + "}}").collect(Collectors.joining("、"))
              + "；可用的标签有 "
              + String.join("、", TemplateTag.names()));
    }
    if (!seen.contains("sections")) {
      throw refused("缺少 {{?sections}}…{{/sections}}，报告的正文无处可放");
    }
    return List.copyOf(fields);
  }

  private static void collect(List<MetaTemplate> templates, Set<String> seen) {
    for (MetaTemplate one : templates) {
      switch (one) {
        case BlockTemplate block -> {
          seen.add(block.getStartMark().getTagName());
          collect(block.getTemplates(), seen);
        }
        case RunTemplate run -> seen.add(run.getTagName());
        default -> {}
      }
    }
  }

  private void dryRun(byte[] file) {
    try {
      byte[] made = new DocxRenderer(file, typefaces).render(sample());
      parts(made);
    } catch (IOException | RuntimeException failed) {
      // whatever a strange file makes the libraries throw, the person who sent it is told
      throw refused("试生成失败：" + failed.getMessage());
    }
  }

  /// Every kind of block once.
  static Manuscript sample() {
    List<Block> blocks =
        List.of(
            new Block.Prose("正文"),
            new Block.Notice("不履约", Tone.BAD),
            new Block.Notice("存疑", Tone.DOUBT),
            new Block.Heading("小标题", "Heading"),
            new Block.Grid(
                "表", List.of(Block.Column.text("名称", "Name", 100)), List.of(List.of(Cell.of("甲")))),
            new Block.Picture(
                new Figure("图", "一个方框", 40, 20, List.of(new Figure.Box(0, 0, 10, 10, "1e6b42")))),
            new Block.Signatures(List.of(new SignatoryRow("甲方", "某局", null, null))));
    return new Manuscript(
        new Cover(
            "YB-0",
            "试生成",
            "月报",
            "Monthly Report",
            "2026年1月",
            "某局",
            "落款",
            Instant.EPOCH,
            ZoneId.of("Asia/Shanghai")),
        List.of(
            Section.of("a", "概要", "Summary", blocks), Section.annex("b", "明细", "Details", blocks)),
        Map.of());
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static Problem refused(String why) {
    return Problem.invalid("file", why);
  }
}
