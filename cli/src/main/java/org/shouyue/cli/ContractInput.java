package org.shouyue.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.shouyue.contract.Contract;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.document.DocumentUnreadable;
import org.shouyue.contract.language.ContractJson;
import org.shouyue.contract.language.ContractYaml;
import org.shouyue.contract.language.Decoding;
import org.shouyue.contract.language.Problem;
import org.shouyue.contract.reading.ContractReader;

/// A contract from a file: a document to be read, or our own contract language (`.yaml`, `.yml`,
/// `.json`).
final class ContractInput {

  private ContractInput() {}

  /// The contract in the file.
  ///
  /// @throws BadInput when the file holds none, naming every place that is wrong
  static Contract of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(Words.say("file.absent", file));
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return decoded(ContractYaml.read(file.toString(), text(file)));
    }
    if (name.endsWith(".json")) {
      return decoded(ContractJson.read(file.toString(), text(file)));
    }
    return new ContractReader().read(lines(file));
  }

  /// The lines of a document, numbered from 1.
  ///
  /// @throws BadInput when the document cannot be turned into text, naming the file and the remedy
  static List<String> lines(Path file) {
    try {
      return new DocumentReader().read(file).lines();
    } catch (DocumentUnreadable unreadable) {
      throw new BadInput(file + ": " + Failures.sentence(unreadable));
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new BadInput(Words.say("file.too-large", file, MOST_BYTES >> 20));
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static final long MOST_BYTES = 16L << 20;

  private static Contract decoded(Decoding decoding) {
    return switch (decoding) {
      case Decoding.Decoded(Contract contract) -> contract;
      case Decoding.Refused(var problems) ->
          throw new BadInput(
              String.join("\n", problems.stream().map(ContractInput::sentence).toList()));
    };
  }

  /// Begins like a compiler's message and goes on in the reader's language.
  private static String sentence(Problem problem) {
    Locale locale = Locale.getDefault();
    return problem.file()
        + (problem.line() == 0 ? ": " : ":%d:%d: ".formatted(problem.line(), problem.column()))
        + (problem.path().isEmpty() ? "" : problem.path() + ": ")
        + problem.wording().in(locale)
        + Words.choose("。", ". ")
        + problem.remedy().in(locale);
  }
}
