package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `docs/promises.yaml` is complete and names only tests that exist.
class PromisesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path ROWS = ROOT.resolveSibling("shared").resolve("design/clauses.md");
  private static final Pattern ROW = Pattern.compile("\\| ([^|]+?) \\| [^|]+ \\| [^|]+ \\|");

  private record Promise(String area, String id, String state, String how, List<String> tests) {}

  @Test
  void everyEntrySaysItsStateAndHow() throws IOException {
    assertThat(promises())
        .isNotEmpty()
        .allSatisfy(promise -> {
          assertThat(promise.state).isIn("done", "partial", "absent");
          assertThat(promise.how).isNotBlank();
        });
  }

  @Test
  void onlyWhatNothingExecutesNamesNoTest() throws IOException {
    assertThat(promises())
        .allSatisfy(promise ->
            assertThat(promise.tests.isEmpty())
                .as(promise.area + " " + promise.id)
                .isEqualTo(promise.state.equals("absent")));
  }

  @Test
  void everyNamedTestExists() throws IOException {
    Set<String> existing = testClasses();

    assertThat(promises().stream().flatMap(promise -> promise.tests.stream()))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(existing).contains(test));
  }

  @Test
  void everyRowOfTheContractsIsThere() throws IOException {
    assumeTrue(Files.exists(ROWS), "skipped: no shared data");

    Set<String> named =
        promises().stream()
            .map(promise -> promise.area + ": " + promise.id)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).isEqualTo(rows());
  }

  private static List<Promise> promises() throws IOException {
    List<?> entries =
        (List<?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(ROOT.resolve("docs/promises.yaml")));
    return entries.stream().map(entry -> promise((Map<?, ?>) entry)).toList();
  }

  private static Promise promise(Map<?, ?> entry) {
    return new Promise(
        text(entry, "area"),
        text(entry, "id"),
        text(entry, "state"),
        text(entry, "how"),
        ((List<?>) entry.get("tests")).stream().map(String.class::cast).toList());
  }

  private static String text(Map<?, ?> entry, String key) {
    assertThat(entry.get(key)).as(key + " of " + entry).isInstanceOf(String.class);
    return (String) entry.get(key);
  }

  private static Set<String> rows() throws IOException {
    Set<String> rows = new TreeSet<>();
    String area = null;
    for (String line : Files.readAllLines(ROWS)) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("### ")) {
        area = line.substring(4).strip();
      } else if (area != null && row.find() && !Set.of("id", "---").contains(row.group(1))) {
        rows.add(area + ": " + row.group(1));
      }
    }
    return rows;
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(Path::toString)
          .filter(name -> name.contains("/src/test/") || name.contains("/web/src/"))
          .filter(name -> name.endsWith("Test.java") || name.matches(".*\\.test\\.tsx?"))
          .map(name -> name.substring(name.lastIndexOf('/') + 1).replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }
}
