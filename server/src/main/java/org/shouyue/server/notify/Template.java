package org.shouyue.server.notify;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with names in braces where words go.
record Template(String title, String body) {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  /// A file: the first line is the title.
  static Template parse(String file) {
    String[] parts = file.strip().split("\n", 2);
    return new Template(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip());
  }

  /// With the words filled in. A name for which there is no word stays as it is, so that it is
  /// seen.
  Template fill(Map<String, String> words) {
    return new Template(fill(title, words).replace('\n', ' '), fill(body, words));
  }

  private static String fill(String text, Map<String, String> words) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    NAME.matcher(title + "\n" + body).results().forEach(found -> names.add(found.group(1)));
    return names;
  }
}
