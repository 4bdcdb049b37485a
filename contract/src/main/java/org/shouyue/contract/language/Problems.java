package org.shouyue.contract.language;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.Wording;
import org.shouyue.contract.language.Tree.Mark;

/// Collects what is wrong with one document.
final class Problems {

  /// After so many nobody reads on.
  static final int MOST = 100;

  private final String file;
  private final List<Problem> collected = new ArrayList<>();
  private int count;

  Problems(String file) {
    this.file = file;
  }

  void add(Mark mark, String path, Wording wording, Wording remedy) {
    count++;
    if (collected.size() < MOST) {
      collected.add(new Problem(file, mark.line(), mark.column(), path, wording, remedy));
    }
  }

  /// How many were found, kept or not.
  int count() {
    return count;
  }

  List<Problem> all() {
    return List.copyOf(collected);
  }
}
