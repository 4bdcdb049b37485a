package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.text.Lexer;
import org.shouyue.contract.text.Token;

/// One sentence with the typed values in it.
///
/// @param paragraph number of the paragraph that it stands in, the same for its neighbours
record Sentence(String text, List<Token> tokens, Lines lines, Clause clause, int paragraph) {

  static Sentence of(String text, Lines lines, Clause clause, int paragraph) {
    return new Sentence(text, Lexer.tokens(text), lines, clause, paragraph);
  }

  boolean has(String... words) {
    return Text.hasAny(text, words);
  }

  boolean isIn(Section section) {
    return clause.isIn(section);
  }

  <T extends Token> @Nullable T first(Class<T> kind) {
    for (Token token : tokens) {
      if (kind.isInstance(token)) {
        return kind.cast(token);
      }
    }
    return null;
  }

  <T extends Token> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Token token : tokens) {
      if (kind.isInstance(token)) {
        found.add(kind.cast(token));
      }
    }
    return found;
  }

  /// The text in front of a place, at most so many characters.
  String before(int at, int length) {
    return text.substring(Math.max(0, at - length), at);
  }

  /// The text behind a place, at most so many characters.
  String after(int at, int length) {
    return text.substring(at, Math.min(text.length(), at + length));
  }
}
