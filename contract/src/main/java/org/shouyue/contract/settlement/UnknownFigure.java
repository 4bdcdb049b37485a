package org.shouyue.contract.settlement;

/// A figure that a clause needs and nobody knows. Caught where the clause becomes
/// [ClauseResult.Unknown].
final class UnknownFigure extends Exception {

  private final Explanation explanation;

  UnknownFigure(String chinese, String english) {
    super(english);
    this.explanation = new Explanation(chinese, english);
  }

  Explanation explanation() {
    return explanation;
  }
}
