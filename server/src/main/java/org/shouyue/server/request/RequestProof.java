package org.shouyue.server.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.ticket.Ticket;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps every step of a request as evidence.
@Component
class RequestProof {
  private final EvidenceLog evidence;
  private final JsonMapper json;

  RequestProof(EvidenceLog evidence, JsonMapper json) {
    this.evidence = evidence;
    this.json = json;
  }

  /// Keeps a step, with the words of the request as they are at that moment.
  ///
  /// @return its place in the contract's chain
  long step(ServiceRequest request, Ticket ticket, RequestStep step) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", ticket.id().toString());
    fields.put("number", ticket.number());
    fields.put("title", ticket.title());
    fields.put("body", ticket.body());
    fields.put("act", step.act().code());
    fields.put("state", request.state().code());
    fields.put("who", step.who());
    fields.put("at", step.at().toString());
    fields.put("text", words(step.text()));
    fields.put("channel", request.origin().channel().code());
    fields.put("askedBy", request.origin().askedBy());
    fields.put("proof", words(request.origin().proof()));
    fields.put("warning", words(request.warning()));
    fields.put("digest", RequestText.digest(ticket, request.warning()));
    byte[] content =
        (json.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    String name = "request-%s-%s.json".formatted(ticket.number(), step.act().code());
    return file(request, name, "application/json", content, step.at());
  }

  /// Keeps a file about a request.
  ///
  /// @return its place in the contract's chain
  long file(ServiceRequest request, String name, String type, byte[] content, Instant at) {
    return evidence
        .keep(
            new NewEvidence(
                request.clientId(), request.contractId(), name, type, content, request.about(), at))
        .seq();
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text;
  }
}
