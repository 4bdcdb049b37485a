package org.shouyue.engine.site;

/// Text that counts how often it is looked at: the only brake that java.util.regex has. An
/// expression written for a small page may backtrack for hours on a hostile one.
final class CountedText implements CharSequence {
  /// About a second's work.
  private static final int MAX_LOOKS = 100_000_000;

  private final CharSequence text;
  private int looks;

  CountedText(CharSequence text) {
    this.text = text;
  }

  /// The expression looks at the page again and again without an end in sight.
  static final class TooManyLooks extends RuntimeException {
    TooManyLooks() {
      super("the expression backtracks too much on this page");
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > MAX_LOOKS) {
      throw new TooManyLooks();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
