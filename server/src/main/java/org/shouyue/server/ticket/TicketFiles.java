package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Files that were handed in with an entry of a ticket's log: kept as evidence about the ticket.
@Component
class TicketFiles {
  static final int MOST = 10;
  static final long LARGEST_BYTES = 20L << 20;

  private final EvidenceLog evidence;
  private final JdbcClient jdbc;

  TicketFiles(EvidenceLog evidence, JdbcClient jdbc) {
    this.evidence = evidence;
    this.jdbc = jdbc;
  }

  /// A file whose bytes are on disk and that no record names yet.
  record Stored(Attachment file, ContentDigest content) {}

  /// Puts the bytes on disk. Slow: before the transaction that records them.
  ///
  /// @throws Problem 400 for too many or empty files, 413 for one that is too large
  List<Stored> store(List<Attachment> files) {
    if (files.size() > MOST) {
      throw Problem.invalid("file", "最多 %d 个附件".formatted(MOST));
    }
    List<Stored> stored = new ArrayList<>();
    for (Attachment file : files) {
      if (file.content().length == 0) {
        throw Problem.invalid("file", "附件“%s”是空的".formatted(file.name()));
      }
      if (file.content().length > LARGEST_BYTES) {
        throw Problem.of(
            HttpStatus.CONTENT_TOO_LARGE,
            "content-too-large",
            "附件“%s”超过 %d MB，请压缩或拆分".formatted(file.name(), LARGEST_BYTES >> 20));
      }
    }
    files.forEach(file -> stored.add(new Stored(file, evidence.store(file.content()))));
    return stored;
  }

  /// Records files as evidence and ties them to an entry. The last thing that a transaction does.
  void keep(Ticket ticket, int n, List<Stored> files, Instant at) {
    for (int position = 0; position < files.size(); position++) {
      Stored stored = files.get(position);
      EvidenceRecord record =
          evidence.keep(
              new NewEvidence(
                  ticket.clientId(),
                  ticket.contractId(),
                  stored.file().name(),
                  stored.file().mediaType(),
                  stored.file().content(),
                  "ticket/" + ticket.id(),
                  at),
              stored.content());
      tie(ticket, n, position, record);
    }
  }

  private void tie(Ticket ticket, int n, int position, EvidenceRecord record) {
    jdbc.sql(
            """
            insert into ticket_file
              (ticket_id, n, position, client_id, contract_id, seq, name, size_bytes)
            values (:ticket, :n, :position, :client, :contract, :seq, :name, :size)\
            """)
        .param("ticket", ticket.id())
        .param("n", n)
        .param("position", position)
        .param("client", ticket.clientId())
        .param("contract", record.contractId())
        .param("seq", record.seq())
        .param("name", record.name())
        .param("size", record.sizeBytes())
        .update();
  }
}
