package org.shouyue.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.evidence.EvidenceException;
import org.shouyue.evidence.EvidenceItem;
import org.shouyue.evidence.EvidenceStore;
import org.shouyue.server.clock.ServerClock;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps evidence and finds it again. A chain is extended by one writer at a time, across all
/// nodes.
@Repository
public class EvidenceLog {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceLog.class);

  private final JdbcClient jdbc;
  private final EvidenceStore store;
  private final ServerClock clock;
  private final WallClock wall;
  private final ApplicationEventPublisher events;

  EvidenceLog(
      JdbcClient jdbc,
      EvidenceStore store,
      ServerClock clock,
      WallClock wall,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.store = store;
    this.clock = clock;
    this.wall = wall;
    this.events = events;
  }

  /// Stores the bytes and adds their record to the chain, within the caller's transaction if there
  /// is one. The bytes are on disk before the record is written.
  @Transactional
  public EvidenceRecord keep(NewEvidence given) {
    return keep(given, store(given.content()));
  }

  /// Puts bytes on disk, for a later [#keep(NewEvidence, ContentDigest)]. Slow: call it before a
  /// transaction holds anything that others wait for.
  public ContentDigest store(byte[] content) {
    return store.put(new ByteArrayInputStream(content));
  }

  /// Adds the record of bytes that are on disk already. From here until the caller's transaction
  /// ends nobody else extends this chain: let it be the last thing that a transaction does.
  @Transactional
  public EvidenceRecord keep(NewEvidence given, ContentDigest content) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:chain, 800))")
        .param("chain", given.contractId().toString())
        .query((_, _) -> true)
        .list();
    EvidenceItem item =
        new EvidenceItem(
            given.contractId(),
            given.name(),
            given.mediaType(),
            stored(given.effectiveAt()),
            stored(wall.instant()),
            clock.origin());
    EvidenceRecord record = record(given, item, content, last(given.contractId()));
    insert(record);
    events.publishEvent(
        new Changed(
            record.clientId(),
            "evidence.kept",
            "evidence/" + record.contractId() + "/" + record.seq(),
            Map.of("name", record.name(), "sha256", record.sha256(), "about", record.about())));
    return record;
  }

  private static EvidenceRecord record(
      NewEvidence given, EvidenceItem item, ContentDigest content, Optional<EvidenceRecord> last) {
    var link =
        org.shouyue.evidence.EvidenceRecord.following(
            last.map(EvidenceRecord::link).orElse(null), item, content);
    return new EvidenceRecord(
        given.clientId(),
        given.contractId(),
        link.seq(),
        item.name(),
        item.mediaType(),
        content.sizeBytes(),
        content.sha256(),
        content.sm3(),
        item.origin(),
        given.about(),
        item.effectiveAt(),
        item.receivedAt(),
        link.previous(),
        link.digest());
  }

  /// The record, empty when there is none or it is out of scope.
  public Optional<EvidenceRecord> find(UUID contractId, long seq) {
    return jdbc.sql("select * from evidence_record where contract_id = :contract and seq = :seq")
        .param("contract", contractId)
        .param("seq", seq)
        .query(EvidenceLog::evidence)
        .optional();
  }

  /// A contract's whole chain, in order.
  public List<EvidenceRecord> chain(UUID contractId) {
    return jdbc.sql("select * from evidence_record where contract_id = :contract order by seq")
        .param("contract", contractId)
        .query(EvidenceLog::evidence)
        .list();
  }

  /// What is kept about one thing, in order.
  public List<EvidenceRecord> about(String about) {
    return jdbc.sql("select * from evidence_record where about = :about order by contract_id, seq")
        .param("about", about)
        .query(EvidenceLog::evidence)
        .list();
  }

  /// The bytes of a record, empty when the file is gone or was altered.
  public Optional<byte[]> content(EvidenceRecord record) {
    try (InputStream in = store.content(record.sha256())) {
      return Optional.of(in.readAllBytes());
    } catch (EvidenceException | IOException e) {
      LOG.error("the content of evidence {}/{} is lost", record.contractId(), record.seq(), e);
      return Optional.empty();
    }
  }

  /// Walks a contract's chain with all its files; the first fault is null when all is well.
  ///
  /// @throws Problem 404 when there is no record in scope: of nothing nobody can say that it is
  ///   whole
  Verified verify(UUID contractId) {
    List<EvidenceRecord> records = chain(contractId);
    if (records.isEmpty()) {
      throw Problem.notFound("evidence of contract", contractId);
    }
    Chain.Fault fault = new Chain(store).firstFault(records);
    return new Verified(fault == null, records.size(), fault);
  }

  /// Whether a chain and all its files are as they were stored.
  ///
  /// @throws Problem 404 when there is no record in scope
  public boolean isWhole(UUID contractId) {
    return verify(contractId).ok();
  }

  /// Whether the chain and every file in it are as they were stored.
  record Verified(boolean ok, int checked, Chain.@Nullable Fault firstProblem) {}

  Page<EvidenceRecord> page(
      @Nullable UUID contractId, @Nullable String about, PageRequest request) {
    return new Listing(jdbc, "*", "evidence_record", "received_at desc, contract_id, seq desc")
        .where("contract_id = :contract", "contract", contractId)
        .where("about = :about", "about", about)
        .search("name", "sha256", "about")
        .sort("seq", "seq")
        .sort("name", "name")
        .sort("effectiveAt", "effective_at")
        .sort("receivedAt", "received_at")
        .page(request, EvidenceLog::evidence);
  }

  private Optional<EvidenceRecord> last(UUID contractId) {
    return jdbc.sql(
            """
            select * from evidence_record where contract_id = :contract
            order by seq desc limit 1
            """)
        .param("contract", contractId)
        .query(EvidenceLog::evidence)
        .optional();
  }

  private void insert(EvidenceRecord record) {
    jdbc.sql(
            """
            insert into evidence_record (client_id, contract_id, seq, name, media_type, size_bytes,
              sha256, sm3, origin, about, effective_at, received_at, previous, digest)
            values (:client, :contract, :seq, :name, :type, :size,
              :sha256, :sm3, :origin, :about, :effective, :received, :previous, :digest)
            """)
        .param("client", record.clientId())
        .param("contract", record.contractId())
        .param("seq", record.seq())
        .param("name", record.name())
        .param("type", record.mediaType())
        .param("size", record.sizeBytes())
        .param("sha256", record.sha256())
        .param("sm3", record.sm3())
        .param("origin", record.origin())
        .param("about", record.about())
        .param("effective", Sql.at(record.effectiveAt()))
        .param("received", Sql.at(record.receivedAt()))
        .param("previous", record.previous())
        .param("digest", record.digest())
        .update();
  }

  /// As the database will give it back: it keeps microseconds.
  private static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static EvidenceRecord evidence(ResultSet row, int number) throws SQLException {
    return new EvidenceRecord(
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getLong("seq"),
        Sql.text(row, "name"),
        Sql.text(row, "media_type"),
        row.getLong("size_bytes"),
        Sql.text(row, "sha256"),
        Sql.text(row, "sm3"),
        Sql.text(row, "origin"),
        Sql.text(row, "about"),
        Sql.instant(row, "effective_at"),
        Sql.instant(row, "received_at"),
        Sql.text(row, "previous"),
        Sql.text(row, "digest"));
  }
}
