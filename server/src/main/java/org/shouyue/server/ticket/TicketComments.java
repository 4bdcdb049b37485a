package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what people write on tickets, with files.
@Service
public class TicketComments {
  static final int LONGEST = 20_000;

  private final TicketRows rows;
  private final TicketDesk desk;
  private final TicketFiles files;
  private final Followers followers;
  private final TicketNotices notices;
  private final TransactionTemplate transactions;

  TicketComments(
      TicketRows rows,
      TicketDesk desk,
      TicketFiles files,
      Followers followers,
      TicketNotices notices,
      TransactionTemplate transactions) {
    this.rows = rows;
    this.desk = desk;
    this.files = files;
    this.followers = followers;
    this.notices = notices;
    this.transactions = transactions;
  }

  /// Somebody's words.
  ///
  /// @param who the writer's name
  /// @param writer the writer's account
  public record Comment(String who, UUID writer, String text, Instant at) {}

  /// Writes a comment that everybody sees, and tells those who follow the ticket.
  ///
  /// @throws Problem 404 when there is no such ticket, 400 or 413 when a file is not taken
  public void add(UUID ticket, Comment comment, List<Attachment> attachments) {
    List<TicketFiles.Stored> stored = files.store(attachments);
    write(ticket, TicketEventType.COMMENT, comment, stored);
  }

  /// Writes a note that the client does not see. Evidence is seen by both sides, so a note has no
  /// files.
  void note(UUID ticket, Comment comment) {
    write(ticket, TicketEventType.NOTE, comment, List.of());
  }

  private void write(
      UUID id, TicketEventType type, Comment comment, List<TicketFiles.Stored> stored) {
    new Checks().text("text", comment.text(), LONGEST).done();
    transactions.executeWithoutResult(_ -> {
      Ticket ticket = rows.lock(id);
      if (ticket == null) {
        throw Problem.notFound("ticket", id);
      }
      TicketEvent event = TicketEvent.of(comment.at(), type, comment.who(), comment.text().strip());
      int n = desk.write(ticket, event);
      boolean inner = type == TicketEventType.NOTE;
      List<UUID> told =
          followers.of(ticket, inner).stream()
              .filter(person -> !person.equals(comment.writer()))
              .toList();
      notices.commented(ticket, event, n, told);
      files.keep(ticket, n, stored, comment.at());
    });
  }
}
