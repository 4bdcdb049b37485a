package org.shouyue.server.notify;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Deliveries.Ended;
import org.shouyue.server.notify.Sending.Parcel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps that a notice went out as evidence in the client's own chain: what was said to whom by
/// which channel, and the peer's answer to each try.
@Component
class Proofs {
  private final EvidenceLog evidence;
  private final JsonMapper json;

  Proofs(EvidenceLog evidence, JsonMapper json) {
    this.evidence = evidence;
    this.json = json;
  }

  /// A proof whose bytes are on disk already.
  record Prepared(NewEvidence given, ContentDigest digest) {}

  /// Puts the bytes on disk, before the transaction.
  Prepared prepare(Parcel parcel, Ended ended) {
    Delivery delivery = parcel.delivery();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("delivery", delivery.id());
    told.put("about", delivery.about());
    told.put("urgency", delivery.urgency().code());
    told.put("channel", parcel.channel().kind().code());
    told.put("channelName", parcel.channel().name());
    told.put("recipient", delivery.recipient());
    told.put("address", delivery.address());
    told.put("title", parcel.message().title());
    told.put("body", parcel.message().body());
    told.put("queuedAt", delivery.createdAt());
    told.put("sentAt", ended.at());
    told.put("attempts", delivery.attempts());
    told.put("answerCode", ended.code());
    told.put("answer", ended.said());
    told.put("providerId", ended.providerId());
    byte[] content = json.writeValueAsString(told).getBytes(StandardCharsets.UTF_8);
    NewEvidence given =
        new NewEvidence(
            delivery.clientId(),
            delivery.clientId(),
            "notice-" + delivery.means().code() + ".json",
            "application/json",
            content,
            delivery.about(),
            delivery.createdAt());
    return new Prepared(given, evidence.store(content));
  }

  /// Adds the record; the last thing that a transaction does.
  void keep(Prepared proof) {
    evidence.keep(proof.given(), proof.digest());
  }
}
