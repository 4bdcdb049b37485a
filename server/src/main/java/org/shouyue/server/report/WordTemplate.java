package org.shouyue.server.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The docx template that ships with the product: plain XML parts in the typography of GB/T 9704,
/// so that a change of it can be read line by line. An office may put its own file in its place;
/// the tags are those of poi-tl.
final class WordTemplate {
  static final String FIRST = "[Content_Types].xml";

  private static final Map<String, String> PARTS =
      Map.of(
          FIRST,
          "content-types.xml",
          "_rels/.rels",
          "package-relations.xml",
          "word/_rels/document.xml.rels",
          "document-relations.xml",
          "word/document.xml",
          "document.xml",
          "word/styles.xml",
          "styles.xml",
          "word/settings.xml",
          "settings.xml",
          "word/fontTable.xml",
          "fontTable.xml",
          "word/footer-odd.xml",
          "footer-odd.xml",
          "word/footer-even.xml",
          "footer-even.xml");

  private WordTemplate() {}

  static byte[] shipped() {
    var entries = new TreeMap<String, byte[]>();
    PARTS.forEach((name, part) -> entries.put(name, Resources.bytes("word/" + part)));
    String document = new String(entries.get("word/document.xml"), StandardCharsets.UTF_8);
    entries.put(
        "word/document.xml", document.replaceAll(">\\s+<", "><").getBytes(StandardCharsets.UTF_8));
    return StableZip.of(entries, FIRST);
  }
}
