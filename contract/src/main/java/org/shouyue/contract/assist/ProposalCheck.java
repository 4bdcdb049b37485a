package org.shouyue.contract.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.contract.language.ContractEdit;
import org.shouyue.contract.language.Decoding;
import tools.jackson.databind.JsonNode;

/// Keeps the proposals that a person can judge: a field that exists, a value that leaves the
/// contract valid and changes something, lines that exist, a reason.
final class ProposalCheck {

  private static final int MOST_PROPOSALS = 50;
  private static final int MOST_PATH = 200;
  private static final int MOST_VALUE = 4_000;
  private static final int MOST_REASON = 500;
  private static final int MOST_LINES = 40;

  private final List<String> lines;
  private final Contract contract;
  private final Set<String> paths = new HashSet<>();

  ProposalCheck(List<String> lines, Contract contract) {
    this.lines = lines;
    this.contract = contract;
  }

  AssistOutcome.Proposed check(JsonNode proposals) {
    List<Proposal> kept = new ArrayList<>();
    List<String> discarded = new ArrayList<>();
    for (JsonNode proposal : proposals) {
      if (kept.size() + discarded.size() == MOST_PROPOSALS) {
        discarded.add("more than " + MOST_PROPOSALS + " proposals");
        break;
      }
      String fault = fault(proposal);
      if (fault == null) {
        kept.add(proposal(proposal));
      } else {
        discarded.add(fault);
      }
    }
    return new AssistOutcome.Proposed(kept, discarded);
  }

  private static Proposal proposal(JsonNode proposal) {
    JsonNode place = proposal.get("lines");
    return new Proposal(
        proposal.get("path").asString(),
        proposal.get("value"),
        new Lines(place.get(0).asInt(), place.get(1).asInt()),
        proposal.get("reason").asString().replaceAll("\\p{Cntrl}+", " ").strip());
  }

  private @Nullable String fault(JsonNode proposal) {
    JsonNode path = proposal.path("path");
    if (!path.isString() || path.asString().length() > MOST_PATH) {
      return "a proposal without a path";
    }
    String shown = path.asString();
    JsonNode value = proposal.path("value");
    if (value.isMissingNode() || value.isNull() || value.toString().length() > MOST_VALUE) {
      return shown + ": no usable value";
    }
    if (!isReason(proposal.path("reason"))) {
      return shown + ": no usable reason";
    }
    if (!isPlace(proposal.path("lines"))) {
      return shown + ": cites no lines of the document";
    }
    return changeFault(shown, value);
  }

  private @Nullable String changeFault(String path, JsonNode value) {
    if (path.startsWith("ambiguities")) {
      return path + ": what is ambiguous only a person decides";
    }
    if (value.equals(ContractEdit.at(contract, path))) {
      return path + ": changes nothing";
    }
    if (ContractEdit.apply(contract, Map.of(path, value)) instanceof Decoding.Refused refused) {
      return path + ": " + refused.problems().getFirst().wording().english();
    }
    return paths.add(path) ? null : path + ": proposed twice";
  }

  private static boolean isReason(JsonNode reason) {
    return reason.isString()
        && !reason.asString().isBlank()
        && reason.asString().length() <= MOST_REASON;
  }

  private boolean isPlace(JsonNode place) {
    if (!place.isArray()
        || place.size() != 2
        || !place.get(0).canConvertToInt()
        || !place.get(1).canConvertToInt()) {
      return false;
    }
    int from = place.get(0).asInt();
    int to = place.get(1).asInt();
    return from >= 1
        && from <= to
        && to <= lines.size()
        && to - from < MOST_LINES
        && lines.subList(from - 1, to).stream().anyMatch(line -> !line.isBlank());
  }
}
