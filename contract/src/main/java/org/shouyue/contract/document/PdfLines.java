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

  /// In a row that is known to be of a table, less will do.
  private static final float NEXT_CELL_GAP = 0.9f;

  /// A gap narrower than this many characters between two Chinese characters is only justification.
  private static final float JUSTIFIED_GAP = 0.8f;

  /// A run of text and the gap before it, in characters.
  private record Word(String text, float gap) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
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
    if (words.isEmpty()) {
      left = first.getXDirAdj();
      top = first.getYDirAdj();
      size = em;
      pageWidth = first.getPageWidth();
      right = left;
    }
    words.add(new Word(word, (first.getXDirAdj() - right) / em));
    TextPosition last = positions.getLast();
    right = last.getXDirAdj() + last.getWidthDirAdj();
  }

  private static String joined(List<Word> words) {
    boolean row = words.stream().anyMatch(word -> word.gap() > CELL_GAP);
    float cell = row ? NEXT_CELL_GAP : CELL_GAP;
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      if (!text.isEmpty() && !word.text().isEmpty()) {
        boolean chinese = isWide(text.charAt(text.length() - 1)) && isWide(word.text().charAt(0));
        boolean justified = chinese && word.gap() < JUSTIFIED_GAP;
        text.append(word.gap() > cell ? "\t" : justified ? "" : " ");
      }
      text.append(word.text());
    }
    return text.toString();
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
    if (words.isEmpty()) {
      return;
    }
    String text = joined(words);
    words.clear();
    characters += text.length();
    if (characters > mostCharacters) {
      throw DocumentUnreadable.tooLarge(
          "文字超过 " + mostCharacters + " 个字符",
          "the text is longer than " + mostCharacters + " characters");
    }
    String line = Characters.clean(text).stripTrailing();
    lines.add(new Line(line, getCurrentPageNo(), left, right, top, size, pageWidth));
  }
}
