package org.shouyue.server.bulletin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells people of bulletins, and keeps as evidence that they were told. Callers bring the
/// transaction.
@Component
class BulletinTelling {
  /// Those of a client who are sent bulletins.
  static final List<Audience> CLIENT =
      List.of(new Audience.OfRole(Role.CLIENT_READER), new Audience.OfRole(Role.CLIENT_SIGNATORY));

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.SHANGHAI);

  private final EvidenceLog evidence;
  private final JsonMapper json;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  BulletinTelling(
      EvidenceLog evidence,
      JsonMapper json,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.evidence = evidence;
    this.json = json;
    this.clock = clock;
    this.events = events;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static String who() {
    return Caller.ifPresent().map(Caller::name).orElse("守约");
  }

  /// Writes a change into the audit trail.
  ///
  /// @param client whose it is; null for the bulletin itself
  void audit(@Nullable UUID client, String action, Bulletin bulletin, Map<String, ?> details) {
    Map<String, Object> all = new HashMap<>(details);
    all.put("number", bulletin.number());
    all.put("by", who());
    events.publishEvent(new Changed(client, "bulletin." + action, bulletin.about(), all));
  }

  /// Keeps a fact about a bulletin in the contract's chain, or the client's where there is none.
  void keep(Bulletin bulletin, UUID client, @Nullable UUID contract, Map<String, ?> facts) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bulletin", bulletin.number());
    all.put("version", bulletin.version());
    all.put("by", who());
    all.put("at", now().toString());
    all.putAll(facts);
    byte[] content =
        (json.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    String act = String.valueOf(facts.get("act"));
    var _ =
        evidence.keep(
            new NewEvidence(
                client,
                contract == null ? client : contract,
                "bulletin-%s-%s.json".formatted(bulletin.number(), act),
                "application/json",
                content,
                bulletin.about(),
                now()));
  }

  /// Tells people of a bulletin, each audience once for each key.
  ///
  /// @param more words of the template besides those about the bulletin itself
  void tell(
      Bulletin bulletin,
      UUID client,
      String template,
      List<Audience> audiences,
      Map<String, String> more,
      String key) {
    Advisory advisory = bulletin.advisory();
    Map<String, String> words = new HashMap<>(more);
    words.put("number", bulletin.number());
    words.put("title", advisory.title());
    words.put("severity", Words.of(advisory.grade()));
    words.put("advice", brief(advisory));
    Urgency urgency = advisory.grade().atLeast(Severity.HIGH) ? Urgency.HIGH : Urgency.NORMAL;
    for (int n = 0; n < audiences.size(); n++) {
      events.publishEvent(
          new NoticeWanted(
              client,
              audiences.get(n),
              urgency,
              template,
              words,
              bulletin.about(),
              "%s/%s/%s/%d".formatted(template, bulletin.id(), key, n)));
    }
  }

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  private static String brief(Advisory advisory) {
    String advice = advisory.advice().isBlank() ? advisory.workaround() : advisory.advice();
    return advice.isBlank() ? "见通告" : CsafReading.shortened(advice, 500);
  }
}
