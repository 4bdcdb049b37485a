package org.shouyue.server.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.incident.CustodyRows.Deed;
import org.shouyue.server.incident.CustodyRows.Item;
import org.shouyue.server.incident.CustodyRows.Step;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Secures things as evidence and keeps account of every hand through which they go (保管链). Each
/// step is a record in the contract's evidence chain that names the digest of the thing and of the
/// step before.
@Service
class Custody {
  private static final String NONE = "";

  private final Incidents incidents;
  private final CustodyRows rows;
  private final EvidenceLog evidence;
  private final JsonMapper json;
  private final InstantSource clock;

  Custody(
      Incidents incidents,
      CustodyRows rows,
      EvidenceLog evidence,
      JsonMapper json,
      InstantSource clock) {
    this.incidents = incidents;
    this.rows = rows;
    this.evidence = evidence;
    this.json = json;
    this.clock = clock;
  }

  /// @param from where or from whom it was taken
  /// @param how by which means: a copy made with what tool, a disk taken out
  /// @param seal the number of the seal; empty when there is none
  record Collected(String name, String note, String from, String how, String seal) {}

  /// @param drawing the receiver's drawn signature, a PNG picture
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record HandedOver(String giver, String receiver, String how, String seal, byte[] drawing) {}

  /// Secures a file.
  @Transactional
  UUID collect(UUID incident, Collected given, String type, byte[] content) {
    Incident of = incidents.lockOpen(incident);
    EvidenceRecord kept = keep(of, given.name(), type, content);
    return add(of, given, kept);
  }

  /// Takes what lies in the evidence store already.
  @Transactional
  UUID take(UUID incident, Collected given, UUID chain, long seq) {
    Incident of = incidents.lockOpen(incident);
    EvidenceRecord kept =
        evidence
            .find(chain, seq)
            .filter(record -> record.clientId().equals(of.clientId()))
            .orElseThrow(() -> Problem.notFound("evidence", chain + "/" + seq));
    return add(of, given, kept);
  }

  private UUID add(Incident incident, Collected given, EvidenceRecord kept) {
    Item item =
        new Item(
            UUID.randomUUID(),
            given.name(),
            given.note(),
            kept.contractId(),
            kept.seq(),
            kept.sha256(),
            kept.sm3(),
            kept.sizeBytes());
    rows.add(incident, item);
    String by = Caller.current().name();
    Hands hands = new Hands(Deed.COLLECTED, given.from(), by, given.how(), given.seal());
    step(incident, item, hands, null);
    return item.id();
  }

  /// Writes down that a thing went into other hands; the receiver signs.
  ///
  /// @throws Problem 409 when the giver is not who holds it
  @Transactional
  void handOver(UUID incident, UUID id, HandedOver given) {
    Incident of = incidents.lock(incident);
    Item item = rows.require(incident, id);
    String holder = rows.steps(id).getLast().receiver();
    if (!holder.equals(given.giver())) {
      throw Problem.conflict("not-the-holder", "该证物现由 %s 保管，只能由保管人移交".formatted(holder));
    }
    EvidenceRecord signature = keep(of, "接收人签名.png", "image/png", given.drawing());
    Hands hands =
        new Hands(Deed.HANDED_OVER, given.giver(), given.receiver(), given.how(), given.seal());
    step(of, item, hands, signature.seq());
  }

  private record Hands(Deed deed, String giver, String receiver, String how, String seal) {}

  private void step(Incident incident, Item item, Hands hands, @Nullable Long signature) {
    List<Step> before = rows.steps(item.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database gives it back
    String by = Caller.current().name();
    int n = before.size() + 1;
    Step drafted =
        new Step(
            n,
            now,
            hands.deed(),
            hands.giver(),
            hands.receiver(),
            hands.how(),
            hands.seal(),
            by,
            signature,
            0,
            NONE);
    String previous = before.isEmpty() ? NONE : before.getLast().sha256();
    EvidenceRecord kept =
        keep(
            incident,
            "保管链-%s-%d.json".formatted(item.name(), n),
            "application/json",
            written(item, drafted, previous));
    rows.add(incident, item, drafted.kept(kept.seq(), kept.sha256()));
  }

  private EvidenceRecord keep(Incident incident, String name, String type, byte[] content) {
    String shown = name.length() > 200 ? name.substring(0, 200) : name;
    return evidence.keep(
        new NewEvidence(
            incident.clientId(),
            incident.contractId(),
            shown,
            type,
            content,
            incident.about(),
            clock.instant()));
  }

  /// A step as the chain keeps it.
  private byte[] written(Item item, Step step, String previous) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("item", item.id().toString());
    fields.put("name", item.name());
    fields.put("sha256", item.sha256());
    fields.put("sm3", item.sm3());
    fields.put("n", step.n());
    fields.put("at", step.at().toString());
    fields.put("deed", step.deed().code());
    fields.put("giver", step.giver());
    fields.put("receiver", step.receiver());
    fields.put("how", step.how());
    fields.put("seal", step.seal());
    fields.put("by", step.by());
    fields.put("signature", step.signature() == null ? NONE : step.signature());
    fields.put("previousStep", previous);
    return (json.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What a look at a thing's custody found.
  ///
  /// @param faults what is wrong, for people; none when all is well
  record Verified(boolean ok, int steps, String sha256, String sm3, List<String> faults) {}

  /// Reads the thing, every step and the whole chain again, and compares.
  @Transactional(readOnly = true)
  Verified verify(UUID incident, UUID id) {
    Incident of = incidents.require(incident);
    Item item = rows.require(incident, id);
    List<String> faults = new ArrayList<>();
    EvidenceRecord thing = evidence.find(item.chain(), item.seq()).orElse(null);
    if (thing == null
        || !thing.sha256().equals(item.sha256())
        || !thing.sm3().equals(item.sm3())
        || evidence.content(thing).isEmpty()) {
      faults.add("证物文件缺失或被改动");
    }
    String previous = NONE;
    List<Step> steps = rows.steps(id);
    for (Step step : steps) {
      if (!stands(of, item, step, previous)) {
        faults.add("第 %d 步的记录缺失或被改动".formatted(step.n()));
      }
      previous = step.sha256();
    }
    if (!evidence.isWhole(of.contractId())) {
      faults.add("合同的证据链不完整");
    }
    return new Verified(faults.isEmpty(), steps.size(), item.sha256(), item.sm3(), faults);
  }

  private boolean stands(Incident incident, Item item, Step step, String previous) {
    return evidence
        .find(incident.contractId(), step.seq())
        .filter(record -> record.sha256().equals(step.sha256()))
        .flatMap(evidence::content)
        .filter(content -> Arrays.equals(content, written(item, step, previous)))
        .isPresent();
  }
}
