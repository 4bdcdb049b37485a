package org.shouyue.contract.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.reading.ContractReader;

/// Scores of several contracts.
///
/// @param contracts the score of each, by file name
public record ScoreReport(Map<String, ContractScore> contracts) {

  private static final List<String> ORDER =
      List.of(
          "title",
          "number",
          "client",
          "provider",
          "term",
          "total",
          "services",
          "services.deliverables",
          "services.scope",
          "serviceLevels",
          "payments",
          "acceptances",
          "penalties",
          "secrecy",
          "ambiguities");

  /// Plain texts first: a key's line numbers are those of the text.
  private static final Comparator<Path> PREFERRED =
      Comparator.comparing((Path file) -> !file.toString().endsWith(".txt"))
          .thenComparing(Comparator.naturalOrder());

  /// Turns a document into its lines.
  @FunctionalInterface
  public interface LineSource {
    List<String> lines(Path document) throws IOException;
  }

  /// Reads every document that has a key of the same name (`a.docx`, `a.yaml`) and scores it; of
  /// several documents with one key only the plain text, else the first by name.
  ///
  /// @throws IllegalArgumentException when no document has a key, or a key is unreadable
  public static ScoreReport of(Path documents, Path keys, LineSource source) throws IOException {
    Map<String, ContractScore> scores = new LinkedHashMap<>();
    ContractReader reader = new ContractReader();
    try (Stream<Path> files = Files.list(documents)) {
      Set<Path> used = new HashSet<>();
      for (Path document : files.filter(Files::isRegularFile).sorted(PREFERRED).toList()) {
        Path key = keyOf(document, keys);
        if (key != null && used.add(key)) {
          AnswerKey answers = AnswerKey.parse(Files.readString(key));
          Contract read = reader.read(source.lines(document));
          scores.put(String.valueOf(document.getFileName()), ContractScore.of(read, answers));
        }
      }
    }
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("no document in " + documents + " has a key in " + keys);
    }
    return new ScoreReport(scores);
  }

  private static @Nullable Path keyOf(Path document, Path keys) {
    String name = String.valueOf(document.getFileName());
    int dot = name.lastIndexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    for (String extension : new String[] {".yaml", ".yml", ".json"}) {
      Path key = keys.resolve(base + extension);
      if (Files.isRegularFile(key) && !key.equals(document)) {
        return key;
      }
    }
    return null;
  }

  /// Counts by field over all contracts.
  public Map<String, Tally> totals() {
    Map<String, Tally> totals = new LinkedHashMap<>();
    for (String field : ORDER) {
      Tally sum = Tally.NONE;
      for (ContractScore score : contracts.values()) {
        sum = sum.plus(score.fields().getOrDefault(field, Tally.NONE));
      }
      totals.put(field, sum);
    }
    return totals;
  }

  /// A table for people: a line for each field, precision/recall for each contract and for all.
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%-22s", "field"));
    contracts
        .keySet()
        .forEach(name -> out.append(String.format(Locale.ROOT, " %14s", shortened(name))));
    out.append(String.format(Locale.ROOT, " %14s %s%n", "all", "right/read/key"));
    totals().forEach((field, total) -> line(out, field, total));
    return out.toString();
  }

  private void line(StringBuilder out, String field, Tally total) {
    out.append(String.format(Locale.ROOT, "%-22s", field));
    for (ContractScore score : contracts.values()) {
      out.append(String.format(Locale.ROOT, " %14s", cell(score.fields().get(field))));
    }
    out.append(
        String.format(
            Locale.ROOT,
            " %14s %d/%d/%d%n",
            cell(total),
            total.right(),
            total.read(),
            total.expected()));
  }

  private static String cell(@Nullable Tally tally) {
    boolean empty = tally == null || (tally.read() == 0 && tally.expected() == 0);
    return empty || tally == null
        ? "-"
        : String.format(Locale.ROOT, "%.3f/%.3f", tally.precision(), tally.recall());
  }

  private static String shortened(String name) {
    return name.length() <= 14 ? name : name.substring(0, 14);
  }

  /// The same for machines: figures by contract and field, with the faults in words.
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> byContract = new LinkedHashMap<>();
    contracts.forEach((name, score) -> {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("fields", figures(score.fields()));
      entry.put("faults", score.faults());
      byContract.put(name, entry);
    });
    tree.put("contracts", byContract);
    tree.put("all", figures(totals()));
    return tree;
  }

  private static Map<String, Object> figures(Map<String, Tally> fields) {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(ORDER);
    names.retainAll(fields.keySet());
    for (String name : names) {
      Tally tally = fields.getOrDefault(name, Tally.NONE);
      Map<String, Object> figure = new LinkedHashMap<>();
      figure.put("precision", tally.precision());
      figure.put("recall", tally.recall());
      figure.put("right", tally.right());
      figure.put("read", tally.read());
      figure.put("expected", tally.expected());
      figures.put(name, figure);
    }
    return figures;
  }
}
