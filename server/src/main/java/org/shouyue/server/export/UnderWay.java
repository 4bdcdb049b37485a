package org.shouyue.server.export;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The request of the present thread, seen as something that may take a file. For one thread.
final class UnderWay {
  private static final ScopedValue<UnderWay> CURRENT = ScopedValue.newInstance();

  /// What says nothing about which data are meant.
  private static final List<String> OF_NO_MATTER = List.of("page", "size", "sort", "format");

  private final String path;
  private final Map<String, String> query;
  private boolean passed;
  private int leftOut;

  private UnderWay(String path, Map<String, String> query) {
    this.path = path;
    this.query = query;
  }

  static UnderWay of(HttpServletRequest request) {
    Map<String, String> query = new TreeMap<>();
    Map<String, String[]> given = isReading(request) ? request.getParameterMap() : Map.of();
    given.forEach((name, values) -> {
      String value = String.join(",", values);
      if (!value.isBlank() && !OF_NO_MATTER.contains(name)) {
        query.put(name, value);
      }
    });
    return new UnderWay(request.getRequestURI(), query);
  }

  /// Whether it changes nothing; the body of one that does is its handler's to read.
  static boolean isReading(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /// The present one, null in work that answers no request.
  static @Nullable UnderWay current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  String path() {
    return path;
  }

  /// What narrows the data, as `client=…&kind=fault`, by name.
  String query() {
    return query.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining("&"));
  }

  @Nullable String parameter(String name) {
    return query.get(name);
  }

  /// Whether this asks for no more than what was approved: the same path, and everything that the
  /// approval was narrowed by.
  boolean within(String approvedPath, String approvedQuery) {
    return path.equals(approvedPath)
        && Arrays.stream(approvedQuery.split("&", -1))
            .filter(part -> !part.isEmpty())
            .allMatch(part -> {
              int at = part.indexOf('=');
              return at > 0 && part.substring(at + 1).equals(query.get(part.substring(0, at)));
            });
  }

  /// From now on the answer may carry a file.
  void pass() {
    passed = true;
  }

  boolean hasPassed() {
    return passed;
  }

  void leaveOut(int clients) {
    leftOut = clients;
  }

  /// How many clients' rows the list lacks because they were not asked.
  int leftOut() {
    return leftOut;
  }
}
