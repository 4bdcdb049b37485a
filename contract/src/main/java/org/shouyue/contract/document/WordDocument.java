package org.shouyue.contract.document;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// The text of a .docx file in the order of its body: a line for each paragraph and each row of a
/// table, list numbers as Word prints them, text boxes after the paragraph that holds them, nested
/// tables after the row that holds them. Deleted and hidden text is left out, inserted text is
/// kept.
final class WordDocument {

  private final WordXml xml;
  private final WordNumbering numbering;

  private WordDocument(WordXml xml, WordNumbering numbering) {
    this.xml = xml;
    this.numbering = numbering;
  }

  /// The lines of a packed document.
  ///
  /// @throws DocumentUnreadable when it is damaged, too large or no Word document
  static List<String> lines(byte[] archive, DocumentLimits limits) {
    WordPackage parts = WordPackage.open(archive, limits);
    try {
      WordNumbering numbering = WordNumbering.read(parts.part("numbering"), parts.part("styles"));
      return new WordDocument(new WordXml(parts.document()), numbering).body();
    } catch (XMLStreamException damaged) {
      throw DocumentUnreadable.malformed(
          "Word 文档已损坏，正文不是有效的 XML",
          "the Word document is damaged: its text is not valid XML",
          damaged);
    }
  }

  private List<String> body() throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    while (xml.next()) {
      if (xml.starting().equals("body")) {
        blocks(lines, lines);
      }
    }
    return lines;
  }

  /// Reads paragraphs and tables until the element that starts here ends.
  ///
  /// @param lines takes the paragraphs
  /// @param tables takes the rows of tables
  private void blocks(List<String> lines, List<String> tables) throws XMLStreamException {
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "p" -> paragraph(lines);
        case "tbl" -> table(tables);
        case "del", "moveFrom", "sdtPr", "sectPr", "tcPr" -> xml.skip();
        default -> {}
      }
    }
  }

  private void paragraph(List<String> lines) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    List<String> boxes = new ArrayList<>();
    String label = "";
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      if (xml.starting().equals("pPr")) {
        label = numbering.label(WordNumbering.Place.read(xml));
      } else {
        inline(text, boxes);
      }
    }
    for (String line : (label + text).split("\n", -1)) {
      lines.add(Characters.clean(line));
    }
    lines.addAll(boxes);
  }

  private void inline(StringBuilder text, List<String> boxes) throws XMLStreamException {
    switch (xml.starting()) {
      case "r" -> run(text, boxes);
      case "del", "moveFrom", "sdtPr", "rt" -> xml.skip();
      case "t" -> text.append(xml.text());
      case "AlternateContent" -> alternatives(text, boxes);
      default -> {}
    }
  }

  private void run(StringBuilder text, List<String> boxes) throws XMLStreamException {
    boolean hidden = false;
    int outer = xml.depth();
    StringBuilder own = new StringBuilder();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "vanish" -> hidden = xml.isOn();
        case "t" -> own.append(xml.text());
        case "tab", "ptab" -> own.append('\t');
        case "br", "cr" -> own.append('\n');
        case "noBreakHyphen" -> own.append('-');
        case "AlternateContent" -> alternatives(own, boxes);
        case "txbxContent" -> blocks(boxes, boxes);
        case "instrText", "delText", "rt", "rPrChange" -> xml.skip();
        default -> {}
      }
    }
    if (!hidden) {
      text.append(own);
    }
  }

  /// The same content in several dialects: the first one counts.
  private void alternatives(StringBuilder text, List<String> boxes) throws XMLStreamException {
    boolean taken = false;
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "Choice", "Fallback" -> {
          if (taken) {
            xml.skip();
          }
          taken = true;
        }
        case "txbxContent" -> blocks(boxes, boxes);
        case "t" -> text.append(xml.text());
        default -> {}
      }
    }
  }

  private void table(List<String> lines) throws XMLStreamException {
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "tr" -> row(lines);
        case "tblPr", "tblGrid", "sdtPr" -> xml.skip();
        default -> {}
      }
    }
  }

  private void row(List<String> lines) throws XMLStreamException {
    StringBuilder row = new StringBuilder();
    List<String> nested = new ArrayList<>();
    int outer = xml.depth();
    boolean first = true;
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "gridBefore" -> row.append("\t".repeat(xml.number("val", 63, 0)));
        case "tc" -> {
          if (!first) {
            row.append('\t');
          }
          first = false;
          cell(row, nested);
        }
        default -> {}
      }
    }
    lines.add(row.toString());
    lines.addAll(nested);
  }

  private void cell(StringBuilder row, List<String> nested) throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    int span = 1;
    int outer = xml.depth();
    while (xml.nextInside(outer)) {
      switch (xml.starting()) {
        case "gridSpan" -> span = Math.max(1, xml.number("val", 63, 1));
        case "p" -> paragraph(lines);
        case "tbl" -> table(nested);
        case "del", "moveFrom", "sdtPr", "tcPrChange" -> xml.skip();
        default -> {}
      }
    }
    lines.removeIf(String::isBlank);
    row.append(String.join(" ", lines).replace('\t', ' ').strip());
    row.append("\t".repeat(span - 1));
  }
}
