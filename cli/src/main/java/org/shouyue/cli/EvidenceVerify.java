package org.shouyue.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.shouyue.evidence.PackageVerifier;
import org.shouyue.evidence.VerifyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `shouyue evidence verify DIR`: whether a package is what was signed.
@Command(
    name = "verify",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class EvidenceVerify implements Callable<Integer> {

  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIRECTORY", descriptionKey = "DIRECTORY")
  private Path folder;

  @Option(names = "--fingerprint", paramLabel = "HEX")
  private Set<String> fingerprints = Set.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      descriptionKey = "format")
  private Format format;

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(Words.say("evidence.no-directory", folder));
    }
    VerifyResult result = PackageVerifier.verify(folder, fingerprints);
    if (format == Format.json) {
      spec.commandLine().getOut().println(json(result));
    } else {
      tell(result);
    }
    return result instanceof VerifyResult.Intact ? 0 : 1;
  }

  private void tell(VerifyResult result) {
    PrintWriter out = spec.commandLine().getOut();
    switch (result) {
      case VerifyResult.Intact intact -> {
        out.println(Words.say("evidence.intact", folder));
        out.println(Words.say("evidence.counts", intact.files(), intact.records()));
        intact
            .fingerprints()
            .forEach((algorithm, print) -> out.println("  " + algorithm + "  " + print));
        if (!intact.trusted()) {
          out.println(Words.say("evidence.untrusted"));
        }
      }
      case VerifyResult.Broken broken ->
          out.println(Words.say("evidence.broken", Words.choose(broken.zh(), broken.en())));
    }
  }

  private static String json(VerifyResult result) {
    ObjectNode answer = new JsonMapper().createObjectNode();
    switch (result) {
      case VerifyResult.Intact intact -> {
        answer
            .put("intact", true)
            .put("files", intact.files())
            .put("records", intact.records())
            .put("head", intact.head())
            .put("trusted", intact.trusted());
        ObjectNode prints = answer.putObject("fingerprints");
        intact.fingerprints().forEach((algorithm, print) -> prints.put(algorithm.name(), print));
      }
      case VerifyResult.Broken broken -> {
        answer
            .put("intact", false)
            .put("code", broken.code().code())
            .put("path", broken.path())
            .put("message", Words.choose(broken.zh(), broken.en()));
        if (broken.seq() != null) {
          answer.put("record", broken.seq());
        }
      }
    }
    return answer.toPrettyString();
  }
}
