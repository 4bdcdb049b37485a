package org.shouyue.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.engine.site.SiteFinding;
import org.shouyue.scope.Limits;
import org.shouyue.scope.Method;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Purpose;
import org.shouyue.scope.Resolver;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// What the looks at a site have in common: an address, a permit, and how an answer is printed.
final class SiteLook {

  enum Format {
    text,
    json
  }

  @Parameters(paramLabel = "URL", descriptionKey = "URL")
  private URI url;

  @Option(names = "--permit", paramLabel = "FILE", descriptionKey = "permit")
  private @Nullable Path permit;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      descriptionKey = "format")
  private Format format;

  URI url() {
    return url;
  }

  /// For whom and by which permit.
  Purpose purpose(String capability) throws IOException {
    return new Purpose(
        PermitFile.client(), List.of(PermitFile.read(permit)), Method.OBSERVE, capability);
  }

  /// The way out; its refusals are part of the answer.
  static NetworkBroker broker() {
    return new NetworkBroker(Resolver.system(), _ -> {}, InstantSource.system(), Limits.GENTLE);
  }

  /// Prints what was seen.
  ///
  /// @return 1 when something is wrong, else 0
  int tell(CommandSpec spec, Map<String, Object> facts, List<SiteFinding> findings) {
    var out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(
          new JsonMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(Map.of("facts", facts, "findings", findings(findings))));
    } else {
      facts.forEach((name, value) -> out.println("%-18s %s".formatted(name, value)));
      for (SiteFinding finding : findings) {
        out.println(
            "! "
                + Words.choose(finding.message().zh(), finding.message().en())
                + Words.choose("。", ". ")
                + Words.choose(finding.remedy().zh(), finding.remedy().en()));
      }
    }
    return findings.isEmpty() ? 0 : 1;
  }

  private static List<Map<String, Object>> findings(List<SiteFinding> findings) {
    return findings.stream()
        .map(finding ->
            Map.<String, Object>of(
                "code", finding.code(),
                "subject", finding.subject(),
                "severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                "message", Words.choose(finding.message().zh(), finding.message().en()),
                "fingerprint", finding.fingerprint()))
        .toList();
  }
}
