package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// The source lines of one fact: first and last, both counted from 1 and both included. Written as
/// `[from, to]`.
public record Lines(int from, int to) {

  public Lines {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("lines must be 1 <= from <= to, not " + from + ".." + to);
    }
  }

  /// One line alone.
  public static Lines at(int line) {
    return new Lines(line, line);
  }

  /// The smallest range that holds both.
  public Lines union(Lines other) {
    return new Lines(Math.min(from, other.from), Math.max(to, other.to));
  }

  @JsonCreator
  static Lines of(List<Integer> fromTo) {
    if (fromTo.size() != 2) {
      throw new IllegalArgumentException("lines are written [from, to], not " + fromTo);
    }
    return new Lines(fromTo.get(0), fromTo.get(1));
  }

  @JsonValue
  List<Integer> toList() {
    return List.of(from, to);
  }
}
