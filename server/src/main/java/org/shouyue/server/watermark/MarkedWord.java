package org.shouyue.server.watermark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Marks a Word file (docx): a line in the header of every page for eyes; for the trace, characters
/// without width behind every paragraph of words, and a custom property. The parts are changed as
/// text at places that the format fixes, so that everything else stays as it was written.
public final class MarkedWord {
  private static final String DOCUMENT = "word/document.xml";
  private static final String TYPES = "[Content_Types].xml";
  private static final String LINKS = "word/_rels/document.xml.rels";
  private static final String FILE_LINKS = "_rels/.rels";
  private static final String HEADER = "word/header-export.xml";
  private static final String CUSTOM = "docProps/custom.xml";
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final Pattern PARAGRAPH_END = Pattern.compile("</w:p>");
  private static final Pattern TEXT = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>");
  private static final Pattern SECTION = Pattern.compile("<w:sectPr(?: [^>]*?)?(/?)>");
  private static final Pattern HEADERS = Pattern.compile("word/header[^/]*\\.xml");

  private final Map<String, byte[]> parts;
  private final Mark mark;
  private final String note;

  private MarkedWord(Map<String, byte[]> parts, Mark mark, String note) {
    this.parts = parts;
    this.mark = mark;
    this.note = note;
  }

  /// The marked file.
  ///
  /// @throws UncheckedIOException when it is no zip file
  public static byte[] mark(byte[] docx, Mark mark, String note) {
    try {
      MarkedWord word = new MarkedWord(read(docx), mark, note);
      word.hide();
      word.head();
      word.property();
      return write(word.parts);
    } catch (IOException broken) {
      throw new UncheckedIOException("the Word file cannot be marked", broken);
    }
  }

  private void hide() {
    String hidden = HiddenText.of(mark);
    change(DOCUMENT, text -> paragraphs(text, hidden));
  }

  /// Hides the mark behind the last text of each paragraph that has words.
  static String paragraphs(String xml, String hidden) {
    StringBuilder out = new StringBuilder(xml.length() * 5 / 4);
    Matcher ends = PARAGRAPH_END.matcher(xml);
    int from = 0;
    while (ends.find()) {
      String paragraph = xml.substring(from, ends.end());
      StringBuilder said = new StringBuilder();
      int last = -1;
      Matcher texts = TEXT.matcher(paragraph);
      while (texts.find()) {
        said.append(texts.group(1));
        last = texts.end(1);
      }
      if (last >= 0 && HiddenText.isWords(said.toString())) {
        out.append(paragraph, 0, last).append(hidden).append(paragraph, last, paragraph.length());
      } else {
        out.append(paragraph);
      }
      from = ends.end();
    }
    return out.append(xml, from, xml.length()).toString();
  }

  private void head() {
    String line = line();
    boolean[] there = {false};
    for (String name : parts.keySet().stream().filter(HEADERS.asMatchPredicate()).toList()) {
      there[0] = true;
      change(name, xml -> xml.replace("</w:hdr>", line + "</w:hdr>"));
    }
    if (there[0] || !parts.containsKey(DOCUMENT)) {
      return;
    }
    put(
        HEADER,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:hdr xmlns:w=\""
            + WORD
            + "\">"
            + line
            + "</w:hdr>");
    type("/" + HEADER, "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");
    link(LINKS, "rIdExport", "relationships/header", HEADER.substring("word/".length()));
    String reference =
        "<w:headerReference xmlns:r=\""
            + OFFICE
            + "relationships\" w:type=\"default\" r:id=\"rIdExport\"/>";
    change(DOCUMENT, xml -> sections(xml, reference));
  }

  private static String sections(String xml, String reference) {
    Matcher found = SECTION.matcher(xml);
    if (!found.find()) {
      return xml.replace("</w:body>", "<w:sectPr>" + reference + "</w:sectPr></w:body>");
    }
    return found.replaceAll(section -> {
      String open = section.group();
      return Matcher.quoteReplacement(
          section.group(1).isEmpty()
              ? open + reference
              : open.substring(0, open.length() - 2) + ">" + reference + "</w:sectPr>");
    });
  }

  private String line() {
    return "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:color w:val=\"8A4B00\"/>"
        + "<w:sz w:val=\"16\"/></w:rPr><w:t xml:space=\"preserve\">"
        + MarkedPage.escape(note)
        + HiddenText.of(mark)
        + "</w:t></w:r></w:p>";
  }

  private void property() {
    String property =
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"%d\" name=\"%s\">"
                .formatted(9000, MarkedPdf.PROPERTY)
            + "<vt:lpwstr>"
            + mark.code()
            + "</vt:lpwstr></property>";
    if (parts.containsKey(CUSTOM)) {
      change(CUSTOM, xml -> xml.replace("</Properties>", property + "</Properties>"));
      return;
    }
    put(
        CUSTOM,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Properties xmlns=\""
            + OFFICE
            + "custom-properties\" xmlns:vt=\""
            + OFFICE
            + "docPropsVTypes\">"
            + property.replace("9000", "2")
            + "</Properties>");
    type("/" + CUSTOM, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    link(FILE_LINKS, "rIdExportProperties", "relationships/custom-properties", CUSTOM);
  }

  private void type(String part, String type) {
    String override = "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
    change(TYPES, xml -> xml.replace("</Types>", override + "</Types>"));
  }

  private void link(String file, String id, String type, String target) {
    String link =
        "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, OFFICE + type, target);
    change(file, xml -> xml.replace("</Relationships>", link + "</Relationships>"));
  }

  private void change(String name, java.util.function.UnaryOperator<String> change) {
    byte[] part = parts.get(name);
    if (part != null) {
      put(name, change.apply(new String(part, StandardCharsets.UTF_8)));
    }
  }

  private void put(String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> read(byte[] docx) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] write(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
