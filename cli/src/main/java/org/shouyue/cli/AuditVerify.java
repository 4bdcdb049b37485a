package org.shouyue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.shouyue.evidence.AuditFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shouyue audit verify FILE`: whether an exported audit trail is whole.
@Command(
    name = "verify",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class AuditVerify implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  private Path file;

  @Option(names = "--fingerprint", paramLabel = "HEX", descriptionKey = "fingerprint")
  private Set<String> fingerprints = Set.of();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(Words.say("audit.no-file", file));
    }
    PrintWriter out = spec.commandLine().getOut();
    return switch (AuditFile.verify(file, fingerprints)) {
      case AuditFile.Outcome.Intact intact -> {
        out.println(Words.say("audit.intact", intact.entries(), intact.chains()));
        intact
            .fingerprints()
            .forEach((algorithm, print) -> out.println("  " + algorithm + "  " + print));
        if (!intact.trusted()) {
          out.println(Words.say("evidence.untrusted"));
        }
        yield 0;
      }
      case AuditFile.Outcome.Broken broken -> {
        out.println(Words.say("evidence.broken", Words.choose(broken.zh(), broken.en())));
        yield 1;
      }
    };
  }
}
