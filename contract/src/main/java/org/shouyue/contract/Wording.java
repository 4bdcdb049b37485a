package org.shouyue.contract;

import java.util.Locale;

/// One sentence for people, in Chinese and in English.
public record Wording(String chinese, String english) {

  /// The sentence in the reader's language: Chinese for Chinese locales, English for all others.
  public String in(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
  }

  /// Both languages on one line.
  @Override
  public String toString() {
    return chinese + " / " + english;
  }
}
