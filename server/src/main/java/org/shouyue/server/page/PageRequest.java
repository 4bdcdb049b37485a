package org.shouyue.server.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;

/// Which part of a list is asked for: `page`, `size`, `sort=name` or `sort=name,desc`, `q`. A
/// handler that takes one as argument gets it from the request; an export asks for everything.
///
/// @param page from 0
/// @param size at most [#LARGEST]; an export's size is [#EXPORT]
/// @param sort the field's name, with `,desc` for the other way round
/// @param q words to look for
public record PageRequest(int page, int size, @Nullable String sort, @Nullable String q) {
  public static final int LARGEST = 200;

  /// The most rows that one exported file holds.
  public static final int EXPORT = 50_000;

  static final int USUAL = 20;

  long offset() {
    return (long) page * size;
  }

  /// The `order by` text for this request.
  ///
  /// @param columns what each field that may be sorted by is in SQL
  /// @param usual the order when none is asked for, in SQL
  String orderBy(Map<String, String> columns, String usual) {
    if (sort == null || sort.isBlank()) {
      return usual;
    }
    String[] parts = sort.split(",", 2);
    String column = columns.get(parts[0]);
    if (column == null) {
      throw Problem.invalid(
          "sort", "must be one of " + columns.keySet().stream().sorted().toList());
    }
    boolean down = parts.length == 2 && parts[1].equals("desc");
    return column + (down ? " desc nulls last" : " asc nulls last");
  }
}
