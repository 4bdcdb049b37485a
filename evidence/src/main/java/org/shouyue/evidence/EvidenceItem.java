package org.shouyue.evidence;

import java.time.Instant;
import java.util.UUID;

/// What is said about a piece of evidence when it is handed in.
///
/// @param name what people call it, a file name
/// @param effectiveAt when what it shows took place
/// @param receivedAt when it was handed in
/// @param origin where it came from: `run`, `upload`, `replay` …
public record EvidenceItem(
    UUID contract,
    String name,
    String mediaType,
    Instant effectiveAt,
    Instant receivedAt,
    String origin) {
  private static final int MAX_TEXT = 500;

  public EvidenceItem {
    requireText(name);
    requireText(mediaType);
    requireText(origin);
  }

  /// Plain, short text whose canonical form is beyond doubt: no control characters, and no half of
  /// a surrogate pair, which UTF-8 cannot carry.
  private static void requireText(String text) {
    boolean odd =
        text.codePoints()
            .anyMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    if (text.isBlank() || text.length() > MAX_TEXT || odd) {
      throw new IllegalArgumentException("not a name, type or origin: " + text);
    }
  }
}
