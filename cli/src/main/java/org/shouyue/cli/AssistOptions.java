package org.shouyue.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.assist.AssistOutcome;
import org.shouyue.contract.assist.AssistSettings;
import org.shouyue.contract.assist.ContractAssist;
import org.shouyue.contract.assist.Proposal;
import picocli.CommandLine.Option;

/// The optional second look by a language model: off unless an endpoint is named. It only proposes;
/// what was read is printed unchanged.
final class AssistOptions {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @Option(names = "--assist", paramLabel = "URL")
  private @Nullable URI endpoint;

  @Option(names = "--assist-model", paramLabel = "NAME", defaultValue = "default")
  private String model;

  boolean isOff() {
    return endpoint == null;
  }

  /// Prints the proposals; the key, when the endpoint needs one, is taken from the environment so
  /// that it stands in no process list.
  void tell(List<String> lines, Contract contract, PrintWriter err) {
    if (endpoint == null) {
      return;
    }
    AssistSettings settings = settings(endpoint);
    switch (new ContractAssist(settings, new AssistOverHttp()).propose(lines, contract)) {
      case AssistOutcome.Proposed(List<Proposal> proposals, List<String> discarded) -> {
        err.println(Words.say("assist.proposals", proposals.size(), discarded.size()));
        for (Proposal proposal : proposals) {
          err.println(
              "  "
                  + proposal.lines().from()
                  + "-"
                  + proposal.lines().to()
                  + "  "
                  + proposal.path()
                  + " = "
                  + proposal.value()
                  + "  "
                  + proposal.reason());
        }
      }
      case AssistOutcome.Unavailable(var reason) ->
          err.println(Words.choose(reason.chinese(), reason.english()));
    }
  }

  private AssistSettings settings(URI address) {
    try {
      return new AssistSettings(address, model, System.getenv("SHOUYUE_ASSIST_KEY"), LONGEST_WAIT);
    } catch (IllegalArgumentException wrong) {
      throw new BadInput(String.valueOf(wrong.getMessage()));
    }
  }
}
