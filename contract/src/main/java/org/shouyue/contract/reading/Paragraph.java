package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.Lines;

/// Running text that may have been broken over several lines.
///
/// @param offsets where in the text each line begins
/// @param numbers the number of the line that begins there
record Paragraph(String text, List<Integer> offsets, List<Integer> numbers) {

  static Paragraph of(String text, int number) {
    return new Paragraph(text, List.of(0), List.of(number));
  }

  Paragraph followedBy(String more, int number) {
    List<Integer> allOffsets = new ArrayList<>(offsets);
    List<Integer> allNumbers = new ArrayList<>(numbers);
    boolean words = endsLatin(text) && !more.isEmpty() && isLatin(more.charAt(0));
    allOffsets.add(text.length());
    allNumbers.add(number);
    return new Paragraph(words ? text + " " + more : text + more, allOffsets, allNumbers);
  }

  /// The source lines of a part of the text.
  Lines lines(int start, int end) {
    return new Lines(numberAt(start), numberAt(Math.max(start, end - 1)));
  }

  Lines lines() {
    return lines(0, Math.max(1, text.length()));
  }

  private int numberAt(int offset) {
    int number = numbers.getFirst();
    for (int i = 0; i < offsets.size() && offsets.get(i) <= offset; i++) {
      number = numbers.get(i);
    }
    return number;
  }

  private static boolean endsLatin(String text) {
    return !text.isEmpty() && isLatin(text.charAt(text.length() - 1));
  }

  private static boolean isLatin(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }
}
