package org.shouyue.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The command line's messages in the reader's language.
final class Words {

  private Words() {}

  /// The message with this key, its places filled in.
  ///
  /// @throws java.util.MissingResourceException when neither language has it
  static String say(String key, Object... values) {
    String pattern = ResourceBundle.getBundle("org.shouyue.cli.messages").getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  /// Chooses between two texts that are not in the bundle, such as an engine's own messages.
  static String choose(String chinese, String english) {
    return chinese() ? chinese : english;
  }

  static boolean chinese() {
    return Locale.getDefault().getLanguage().equals("zh");
  }
}
