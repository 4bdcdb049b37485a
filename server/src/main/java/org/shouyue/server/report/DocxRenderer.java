package org.shouyue.server.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.PictureRenderData;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;

/// Writes a manuscript as docx by filling a Word template. Tables are real tables, charts are
/// pictures with a description; everything can be edited on.
final class DocxRenderer implements Renderer {
  private static final double WIDTH_CM = 15.6;

  private final byte[] template;
  private final Painter painter;

  /// @param template a docx file with the tags that the shipped template shows
  DocxRenderer(byte[] template, Typefaces typefaces) {
    this.template = template.clone();
    this.painter = new Painter(typefaces);
  }

  @Override
  public byte[] render(Manuscript manuscript) {
    return render(manuscript, template);
  }

  /// The same with another template.
  byte[] render(Manuscript manuscript, byte[] template) {
    try (XWPFTemplate word =
        XWPFTemplate.compile(new ByteArrayInputStream(template), Configure.builder().build())) {
      word.render(values(manuscript));
      describe(word.getXWPFDocument().getProperties(), manuscript.cover());
      var out = new ByteArrayOutputStream();
      word.write(out);
      return StableZip.settle(out.toByteArray(), WordTemplate.FIRST);
    } catch (IOException failed) {
      throw new ReportFailure("rendering-failed", "the docx cannot be written", failed);
    }
  }

  private Map<String, Object> values(Manuscript manuscript) {
    var values = new HashMap<String, Object>(manuscript.fields());
    values.putAll(manuscript.cover().tags());
    values.put("sections", sections(manuscript.sections()));
    return values;
  }

  private List<Map<String, Object>> sections(List<Section> sections) {
    var written = new ArrayList<Map<String, Object>>();
    int chapter = 0;
    int annex = 0;
    for (Section section : sections) {
      var values = new HashMap<String, Object>();
      String number = section.annex() ? "附件" + ++annex + "　" : Wording.numeral(++chapter) + "、";
      values.put(
          section.annex() ? "annex" : "chapter",
          heading(number, section.chinese(), section.english()));
      values.put("blocks", blocks(section.blocks()));
      written.add(values);
    }
    return written;
  }

  private List<Map<String, Object>> blocks(List<Block> blocks) {
    var written = new ArrayList<Map<String, Object>>();
    int heading = 0;
    for (Block block : blocks) {
      heading += block instanceof Block.Heading ? 1 : 0;
      written.add(block(block, heading));
    }
    return written;
  }

  private Map<String, Object> block(Block block, int heading) {
    return switch (block) {
      case Block.Prose prose -> Map.of("prose", Map.of("text", prose.text()));
      case Block.Notice notice ->
          Map.of(notice.tone() == Tone.BAD ? "bad" : "doubt", Map.of("text", notice.text()));
      case Block.Heading title ->
          Map.of(
              "heading",
              heading("（" + Wording.numeral(heading) + "）", title.chinese(), title.english()));
      case Block.Grid grid -> Map.of("grid", Map.of("table", WordTables.grid(grid)));
      case Block.Facts facts -> Map.of("grid", Map.of("table", WordTables.facts(facts)));
      case Block.Picture picture ->
          Map.of(
              "picture",
              Map.of("image", picture(picture.figure()), "legend", picture.figure().title()));
      case Block.Signatures signatures ->
          Map.of("place", signatures.places().stream().map(DocxRenderer::place).toList());
    };
  }

  private static Map<String, Object> place(SignatoryRow place) {
    return Map.of(
        "side",
        place.side(),
        "organisation",
        Wording.orNone(place.organisation()),
        "name",
        place.name() == null ? "" : place.name(),
        "role",
        place.role() == null ? "" : place.role());
  }

  private static Map<String, Object> heading(String number, String chinese, String english) {
    return Map.of("number", number, "chinese", chinese, "english", english);
  }

  private PictureRenderData picture(Figure figure) {
    return Pictures.ofBytes(painter.png(figure), PictureType.PNG)
        .sizeInCm(WIDTH_CM, WIDTH_CM * figure.height() / figure.width())
        .altMeta(figure.title() + "。" + figure.description())
        .create();
  }

  private static void describe(POIXMLProperties properties, Cover cover) {
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setTitle(cover.heading());
    core.setSubjectProperty(cover.number());
    core.setCreator("Shouyue");
    core.setLastModifiedByUser("Shouyue");
    core.setCreated(Optional.of(Date.from(cover.issuedAt())));
    core.setModified(Optional.of(Date.from(cover.issuedAt())));
  }
}
