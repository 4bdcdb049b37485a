package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.Lines;
import org.shouyue.contract.text.Normaliser;

/// A whole document, read once into lines, clauses and sentences; what every grammar works on.
///
/// @param sentences all sentences in reading order, rows of tables among them
/// @param signature the first line of the signatures, or one beyond the end
record Script(List<Line> lines, Clause root, List<Sentence> sentences, int signature) {

  static Script of(List<String> raw) {
    List<Line> lines = Line.of(raw);
    Clause root = ClauseTree.of(lines);
    List<Sentence> sentences = new ArrayList<>();
    collect(root, sentences);
    return new Script(List.copyOf(lines), root, List.copyOf(sentences), signature(lines));
  }

  private static void collect(Clause clause, List<Sentence> sentences) {
    boolean chinese = isChinese(clause.title());
    for (Paragraph paragraph : clause.paragraphs()) {
      chinese |= isChinese(paragraph.text());
      int number = sentences.isEmpty() ? 0 : sentences.getLast().paragraph() + 1;
      for (Text.Piece piece : Text.split(paragraph.text(), "。;!?")) {
        if (chinese && isTranslation(piece.text())) {
          continue;
        }
        Lines lines = paragraph.lines(piece.start(), piece.start() + piece.text().length());
        sentences.add(Sentence.of(piece.text(), lines, clause, number));
      }
    }
    for (Table table : clause.tables()) {
      for (Table.Row row : table.rows()) {
        int number = sentences.isEmpty() ? 0 : sentences.getLast().paragraph() + 1;
        sentences.add(Sentence.of(row.joined().replace(';', ','), row.lines(), clause, number));
      }
    }
    for (Clause child : clause.children()) {
      if (child.paragraphs().isEmpty() && !child.title().isEmpty()) {
        int number = sentences.isEmpty() ? 0 : sentences.getLast().paragraph() + 1;
        sentences.add(Sentence.of(child.title(), Lines.at(child.firstLine()), child, number));
      }
      collect(child, sentences);
    }
  }

  /// An English sentence next to, or below, Chinese ones says the same again.
  private static boolean isTranslation(String sentence) {
    return sentence.length() > 20 && !isChinese(sentence);
  }

  private static boolean isChinese(String text) {
    return text.chars().anyMatch(character -> Normaliser.isWide((char) character));
  }

  private static int signature(List<Line> lines) {
    for (Line line : lines) {
      String text = line.text();
      if (text.length() < 40 && text.contains("无正文")) {
        return line.number();
      }
    }
    return lines.size() + 1;
  }
}
