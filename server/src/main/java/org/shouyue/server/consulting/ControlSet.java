package org.shouyue.server.consulting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shouyue.server.problem.Problem;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The controls of protection levels 2 and 3 (GB/T 22239-2019 §7, §8), read from
/// `gbt-22239-2019.yaml`.
final class ControlSet {
  private static final String FILE = "/consulting/gbt-22239-2019.yaml";
  private static final List<Control> LEVEL_TWO = read("two");
  private static final List<Control> LEVEL_THREE = read("three");

  private ControlSet() {}

  /// The controls of a level, in the order of the standard.
  ///
  /// @throws IllegalArgumentException for a level other than 2 and 3
  static List<Control> of(int level) {
    return switch (level) {
      case 2 -> LEVEL_TWO;
      case 3 -> LEVEL_THREE;
      default -> throw new IllegalArgumentException("no questions for level " + level);
    };
  }

  /// One control of a level.
  ///
  /// @throws Problem 400 when the level has none of that number
  static Control require(int level, String clause) {
    return of(level).stream()
        .filter(control -> control.clause().equals(clause))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("clause", "is no control of level " + level));
  }

  private static List<Control> read(String level) {
    List<Control> controls = new ArrayList<>();
    for (Object area : list(map(load()), "areas")) {
      for (Object control : list(map(area), "controls")) {
        Object clause = map(control).get(level);
        if (clause != null) {
          controls.add(
              new Control(
                  clause.toString(),
                  text(area, "name"),
                  text(control, "name"),
                  Integer.parseInt(text(control, "weight")),
                  text(control, "asks")));
        }
      }
    }
    return List.copyOf(controls);
  }

  private static Object load() {
    try (InputStream in =
        Objects.requireNonNull(ControlSet.class.getResourceAsStream(FILE), FILE)) {
      return new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<?, ?> map(Object node) {
    return (Map<?, ?>) node;
  }

  private static List<?> list(Map<?, ?> node, String key) {
    return (List<?>) Objects.requireNonNull(node.get(key), key);
  }

  private static String text(Object node, String key) {
    return Objects.requireNonNull(map(node).get(key), key).toString();
  }
}
