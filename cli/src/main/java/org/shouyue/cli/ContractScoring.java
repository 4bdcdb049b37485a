package org.shouyue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.score.ScoreReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `shouyue contract score DOCUMENTS KEYS`: how well contracts are read.
@Command(
    name = "score",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class ContractScoring implements Callable<Integer> {

  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DOCUMENTS", descriptionKey = "DOCUMENTS")
  private Path documents;

  @Parameters(paramLabel = "KEYS", descriptionKey = "KEYS")
  private Path keys;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      descriptionKey = "format")
  private Format format;

  @Override
  public Integer call() throws IOException {
    for (Path folder : new Path[] {documents, keys}) {
      if (!Files.isDirectory(folder)) {
        throw new BadInput(Words.say("file.absent", folder));
      }
    }
    ScoreReport report = score();
    spec.commandLine()
        .getOut()
        .println(
            format == Format.json
                ? new JsonMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(report.tree())
                : report.text());
    return 0;
  }

  private ScoreReport score() throws IOException {
    DocumentReader reader = new DocumentReader();
    try {
      return ScoreReport.of(documents, keys, document -> reader.read(document).lines());
    } catch (IllegalArgumentException unfit) {
      throw new BadInput(Words.say("score.unfit", String.valueOf(unfit.getMessage())));
    }
  }
}
