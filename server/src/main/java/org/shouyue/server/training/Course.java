package org.shouyue.server.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// What is taught.
///
/// @param drawn how many questions an attempt draws; 0 for no quiz
/// @param passMark per cent of right answers from which it is passed
/// @param attempts how often a participant may try
/// @param questions how many the bank holds
/// @param materials how many files there are
record Course(
    UUID id,
    UUID clientId,
    String client,
    Topic topic,
    String name,
    String syllabus,
    int drawn,
    int passMark,
    int attempts,
    int questions,
    int materials,
    Instant createdAt) {

  /// What a course is for.
  enum Topic {
    /// Security awareness (信息安全意识).
    AWARENESS,
    /// How to operate a system.
    OPERATION;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Topic of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
