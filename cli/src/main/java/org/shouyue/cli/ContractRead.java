package org.shouyue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.language.ContractJson;
import org.shouyue.contract.language.ContractYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shouyue contract read FILE`: everything that the document promises, with its source lines.
@Command(
    name = "read",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class ContractRead implements Callable<Integer> {

  enum Format {
    json,
    yaml,
    text
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  private Path file;

  @Option(names = "--format", defaultValue = "json", paramLabel = "json|yaml|text")
  private Format format;

  @Mixin private AssistOptions assist = new AssistOptions();

  @Override
  public Integer call() throws IOException {
    Contract contract = ContractInput.of(file);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        switch (format) {
          case json -> ContractJson.write(contract);
          case yaml -> ContractYaml.write(contract);
          case text -> ContractText.of(contract);
        });
    out.flush();
    if (!assist.isOff()) {
      assist.tell(ContractInput.lines(file), contract, spec.commandLine().getErr());
    }
    return 0;
  }
}
