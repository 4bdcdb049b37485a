package org.shouyue.server.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a request, so that the caller hears it all at once.
///
/// ```java
/// new Checks().text("name", name, 200).that(from.isBefore(until), "until", "must be after from").done();
/// ```
public final class Checks {
  private final List<FieldError> errors = new ArrayList<>();

  /// The field must be text that is not blank and not longer than this many characters.
  public Checks text(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return fail(field, "must not be empty");
    }
    return that(value.length() <= longest, field, "must not be longer than " + longest);
  }

  /// The field must be there.
  public Checks present(String field, @Nullable Object value) {
    return that(value != null, field, "must be given");
  }

  /// The list must hold at least one element.
  public Checks some(String field, @Nullable Collection<?> value) {
    return that(value != null && !value.isEmpty(), field, "must name at least one");
  }

  /// The condition must hold.
  public Checks that(boolean holds, String field, String message) {
    return holds ? this : fail(field, message);
  }

  private Checks fail(String field, String message) {
    errors.add(new FieldError(field, message));
    return this;
  }

  /// Throws the problem when anything was wrong.
  public void done() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }
}
