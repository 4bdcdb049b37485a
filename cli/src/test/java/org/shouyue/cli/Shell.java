package org.shouyue.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/// Runs commands as the launcher does, but inside the test, in one of the two languages.
final class Shell {

  static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private Shell() {}

  /// What a command answered.
  record Answer(int exit, String out, String err) {

    /// The one sentence that a refusal says.
    ///
    /// @throws AssertionError when it said more, or less
    String sentence() {
      List<String> lines = err.lines().toList();
      if (lines.size() != 1) {
        throw new AssertionError("one sentence wanted, not " + lines);
      }
      return lines.getFirst();
    }
  }

  static Answer run(Locale language, Object... arguments) {
    Locale before = Locale.getDefault();
    Locale.setDefault(language);
    try {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String[] words = new String[arguments.length];
      for (int n = 0; n < words.length; n++) {
        words[n] = arguments[n].toString();
      }
      int exit = Main.run(words, new PrintWriter(out), new PrintWriter(err));
      return new Answer(exit, out.toString(), err.toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  static Answer run(Object... arguments) {
    return run(Locale.ENGLISH, arguments);
  }

  /// Whether a text is in this language, as far as its letters tell.
  static boolean isIn(Locale language, String text) {
    boolean han = text.codePoints().anyMatch(Character::isIdeographic);
    return han == language.getLanguage().equals("zh");
  }
}
