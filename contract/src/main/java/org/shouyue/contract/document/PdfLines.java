package org.shouyue.contract.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Collects the visual lines of a PDF with their places.
final class PdfLines extends PDFTextStripper {

  /// One visual line.
  ///
  /// @param page from 1
  /// @param left where it begins, in points
  /// @param right where it ends, in points
  /// @param top distance from the page's top to the base of the line, in points
  /// @param size height of its first character's font, in points
  /// @param width of the page, in points
  record Line(String text, int page, float left, float right, float top, float size, float width) {}

  /// A gap wider than this many characters parts two cells of a table.
  private static final float CELL_GAP = 1.6f;

  /// A gap narrower than this many characters between two Chinese characters is only justification.
  private static final float JUSTIFIED_GAP = 0.8f;

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final int mostCharacters;
  private long characters;
  private float left;
  private float right;
  private float top;
  private float size;
  private float pageWidth;

  PdfLines(int mostCharacters) {
    this.mostCharacters = mostCharacters;
    setSortByPosition(true);
  }

  /// The lines of all pages, top to bottom.
  List<Line> read(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
    return List.copyOf(lines);
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    if (positions.isEmpty()) {
      return;
    }
    TextPosition first = positions.getFirst();
    float em = Math.max(1f, first.getFontSizeInPt());
    if (text.isEmpty()) {
      left = first.getXDirAdj();
      top = first.getYDirAdj();
      size = em;
      pageWidth = first.getPageWidth();
    } else {
      text.append(gap(first.getXDirAdj() - right, em, word));
    }
    text.append(word);
    TextPosition last = positions.getLast();
    right = last.getXDirAdj() + last.getWidthDirAdj();
  }

  private String gap(float width, float em, String next) {
    if (width > CELL_GAP * em) {
      return "\t";
    }
    boolean chinese = isWide(text.charAt(text.length() - 1)) && isWide(next.charAt(0));
    return chinese && width < JUSTIFIED_GAP * em ? "" : " ";
  }

  private static boolean isWide(char character) {
    return character >= '\u2e80';
  }

  @Override
  protected void writeWordSeparator() {
    // decided by the width of the gap, when the next word is known
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  @Override
  protected void endPage(PDPage page) {
    endLine();
  }

  private void endLine() {
    if (text.isEmpty()) {
      return;
    }
    characters += text.length();
    if (characters > mostCharacters) {
      throw DocumentUnreadable.tooLarge(
          "文字超过 " + mostCharacters + " 个字符",
          "the text is longer than " + mostCharacters + " characters");
    }
    String line = Characters.clean(text.toString()).stripTrailing();
    lines.add(new Line(line, getCurrentPageNo(), left, right, top, size, pageWidth));
    text.setLength(0);
  }
}
