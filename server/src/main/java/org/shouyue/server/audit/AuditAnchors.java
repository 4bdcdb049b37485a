package org.shouyue.server.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.work.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Keeps, once a day and before each export, where the audit chains stand as evidence of every
/// client: its own chain's head and the platform's. A chain that was rewritten as a whole is sound
/// in itself, but no longer holds what was anchored.
@Component
class AuditAnchors implements Timed {
  private static final UUID PLATFORM = new UUID(0, 0);

  /// How often a server asks whether a new day has begun.
  private static final Duration LOOK = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final EvidenceLog evidence;
  private final Clients clients;
  private final JsonMapper json;
  private final WallClock wall;
  private final InstantSource business;
  private final TransactionTemplate transaction;
  private final AtomicReference<Instant> looked;

  AuditAnchors(
      JdbcClient jdbc,
      EvidenceLog evidence,
      Clients clients,
      JsonMapper json,
      WallClock wall,
      InstantSource business,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clients = clients;
    this.json = json;
    this.wall = wall;
    this.business = business;
    this.transaction = transaction;
    this.looked = new AtomicReference<>(wall.instant());
  }

  /// Where a chain stood.
  ///
  /// @param seq 0 for a chain without entries
  record Head(UUID chain, long seq, String digest) {}

  /// What is kept.
  record Anchor(LocalDate day, Instant at, List<Head> heads) {
    Anchor {
      heads = List.copyOf(heads);
    }
  }

  /// An anchor that a chain does not hold any more.
  ///
  /// @param client whose chain; null for the platform's own
  /// @param day on which it was anchored: what was changed lies on that day or before
  /// @param seq the entry that was the last one then
  /// @param evidence where the anchor lies
  record Lost(@Nullable UUID client, LocalDate day, long seq, String evidence) {}

  /// The audit trail goes by the clock on the wall, so that a replayed clock asks for nothing.
  @Override
  public @Nullable Instant next(Instant now) {
    return null;
  }

  @Override
  public void at(Instant now) {
    Instant instant = wall.instant();
    Instant before = looked.get();
    if (Duration.between(before, instant).compareTo(LOOK) >= 0
        && looked.compareAndSet(before, instant)) {
      clients.everyId().forEach(client -> TenantScope.of(client).run(() -> anchor(client, true)));
    }
  }

  /// Anchors the chains of the clients in scope as they stand now.
  void anchorVisible() {
    TenantScope.visible().forEach(client -> anchor(client, false));
  }

  /// @param daily whether one anchor on a day is enough
  private void anchor(UUID client, boolean daily) {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended('anchor/' || :client, 181))")
          .param("client", client.toString())
          .query((_, _) -> true)
          .list();
      Instant now = wall.instant();
      LocalDate day = now.atZone(WorkCalendar.SHANGHAI).toLocalDate();
      List<Head> heads = List.of(head(client), head(PLATFORM));
      if (heads.getFirst().seq() == 0 || (daily && anchored(client, day))) {
        return;
      }
      byte[] content = json.writeValueAsBytes(new Anchor(day, now, heads));
      EvidenceRecord record =
          evidence.keep(
              new NewEvidence(
                  client,
                  client,
                  "audit-anchor-" + day + ".json",
                  "application/json",
                  content,
                  "audit/" + client,
                  business.instant()));
      note(record, day, heads, now);
    });
  }

  private boolean anchored(UUID client, LocalDate day) {
    return jdbc.sql(
            "select exists (select from audit_anchor where client_id = :client and day = :day)")
        .param("client", client)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  private Head head(UUID chain) {
    return jdbc.sql(
            """
            select seq, digest from audit_entry where chain = :chain order by seq desc limit 1\
            """)
        .param("chain", chain)
        .query((row, _) -> new Head(chain, row.getLong("seq"), Sql.text(row, "digest")))
        .optional()
        .orElse(new Head(chain, 0, ""));
  }

  private void note(EvidenceRecord record, LocalDate day, List<Head> heads, Instant now) {
    jdbc.sql(
            """
            insert into audit_anchor
              (client_id, evidence_seq, day, seq, platform_seq, anchored_at)
            values (:client, :evidence, :day, :seq, :platform, :at)\
            """)
        .param("client", record.clientId())
        .param("evidence", record.seq())
        .param("day", day)
        .param("seq", heads.getFirst().seq())
        .param("platform", heads.getLast().seq())
        .param("at", Sql.at(now))
        .update();
  }

  /// The first lost anchor of each visible chain, by what the evidence holds.
  List<Lost> lost() {
    List<Lost> lost = new ArrayList<>();
    for (UUID client : TenantScope.visible()) {
      for (EvidenceRecord record : evidence.about("audit/" + client)) {
        lost.addAll(lost(record));
      }
    }
    return lost.stream()
        .collect(
            Collectors.toMap(
                one -> String.valueOf(one.client()),
                one -> one,
                (one, other) -> other.day().isBefore(one.day()) ? other : one,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private List<Lost> lost(EvidenceRecord record) {
    String where = record.contractId() + "/" + record.seq();
    byte[] content = evidence.content(record).orElse(null);
    if (content == null) {
      LocalDate day = record.receivedAt().atZone(WorkCalendar.SHANGHAI).toLocalDate();
      return List.of(new Lost(record.clientId(), day, 0, where));
    }
    Anchor anchor = json.readValue(new String(content, StandardCharsets.UTF_8), Anchor.class);
    List<Lost> lost = new ArrayList<>();
    for (Head head : anchor.heads()) {
      if (head.seq() > 0 && !holds(head)) {
        UUID client = head.chain().equals(PLATFORM) ? null : head.chain();
        lost.add(new Lost(client, anchor.day(), head.seq(), where));
      }
    }
    return lost;
  }

  private boolean holds(Head head) {
    return jdbc.sql(
            """
            select exists (select from audit_entry
              where chain = :chain and seq = :seq and digest = :digest)\
            """)
        .param("chain", head.chain())
        .param("seq", head.seq())
        .param("digest", head.digest())
        .query(Boolean.class)
        .single();
  }
}
