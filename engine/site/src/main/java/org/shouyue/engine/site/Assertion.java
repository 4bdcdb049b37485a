package org.shouyue.engine.site;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the text of a page must show for the site to count as working.
public sealed interface Assertion {
  /// The page holds this text.
  record Contains(String text) implements Assertion {
    public Contains {
      requireText(text);
    }
  }

  /// The page does not hold this text: an error banner, a defacement.
  record Lacks(String text) implements Assertion {
    public Lacks {
      requireText(text);
    }
  }

  /// Some part of the page matches this regular expression (java.util.regex).
  record Matches(String expression) implements Assertion {
    public Matches {
      try {
        Pattern.compile(expression);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException("not a regular expression: " + expression, e);
      }
    }
  }

  /// The title, white space collapsed, holds this text.
  record TitleContains(String text) implements Assertion {
    public TitleContains {
      requireText(text);
    }
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an assertion on nothing");
    }
  }
}
