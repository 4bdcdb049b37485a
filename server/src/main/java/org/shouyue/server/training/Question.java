package org.shouyue.server.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.shouyue.server.problem.Checks;

/// A question of a course's bank.
///
/// @param answers the right options, counted from 0
record Question(Kind kind, String asks, List<String> options, List<Integer> answers) {
  private static final int MOST_OPTIONS = 8;

  Question {
    new Checks()
        .present("kind", kind)
        .text("asks", asks, 1000)
        .present("options", options)
        .some("answers", answers)
        .done();
    options = kind == Kind.TRUTH ? List.of("对", "错") : List.copyOf(options);
    answers = List.copyOf(new TreeSet<>(answers));
    int count = options.size();
    new Checks()
        .that(count >= 2 && count <= MOST_OPTIONS, "options", "must be 2 to " + MOST_OPTIONS)
        .that(
            options.stream().noneMatch(String::isBlank)
                && options.stream().distinct().count() == count,
            "options",
            "must differ and not be empty")
        .that(
            answers.stream().allMatch(answer -> answer >= 0 && answer < count),
            "answers",
            "must be among the options")
        .that(kind == Kind.MULTIPLE || answers.size() == 1, "answers", "must be exactly one")
        .done();
  }

  /// How it is answered.
  enum Kind {
    SINGLE,
    MULTIPLE,
    TRUTH;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Whether exactly the right options were chosen.
  boolean isRight(List<Integer> chosen) {
    return answers.equals(List.copyOf(new TreeSet<>(chosen)));
  }
}
