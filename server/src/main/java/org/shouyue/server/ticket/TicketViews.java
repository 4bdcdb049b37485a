package org.shouyue.server.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.ticket.Tickets.Told;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tickets as their pages show them to the caller: the client's people see no internal note.
@Component
class TicketViews {
  private final JdbcClient jdbc;
  private final TicketRows rows;
  private final Tickets tickets;
  private final Clocks clocks;
  private final Followers followers;
  private final TicketLinks links;
  private final Directory directory;
  private final ObjectProvider<TicketSubject> subjects;

  TicketViews(
      JdbcClient jdbc,
      TicketRows rows,
      Tickets tickets,
      Clocks clocks,
      Followers followers,
      TicketLinks links,
      Directory directory,
      ObjectProvider<TicketSubject> subjects) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.tickets = tickets;
    this.clocks = clocks;
    this.followers = followers;
    this.links = links;
    this.directory = directory;
    this.subjects = subjects;
  }

  /// What one clock of a ticket shows.
  ///
  /// @param warned the highest warning that has come, in per cent; 0 for none
  record ClockItem(
      String kind,
      Instant dueAt,
      String state,
      long remainingSeconds,
      long limitSeconds,
      int warned,
      @Nullable Instant stoppedAt) {
    static ClockItem of(ClockReading reading) {
      return new ClockItem(
          reading.kind().code(),
          reading.due(),
          reading.state().name().toLowerCase(Locale.ROOT),
          reading.remaining().toSeconds(),
          reading.limit().toSeconds(),
          reading.warned(),
          reading.stopped());
    }
  }

  /// Somebody with an account.
  record PersonItem(UUID id, String name) {}

  /// One ticket in a list.
  ///
  /// @param levelSeverity the grade, as the contract prints it; null when it knows none
  record TicketItem(
      UUID id,
      String number,
      TicketKind kind,
      String title,
      String severity,
      TicketState state,
      Instant openedAt,
      String openedBy,
      @Nullable Instant closedAt,
      UUID clientId,
      UUID contractId,
      @Nullable String serviceId,
      @Nullable UUID assetId,
      @Nullable UUID findingId,
      @Nullable String levelSubject,
      @Nullable String levelSeverity,
      @Nullable PersonItem assignee,
      List<ClockItem> clocks) {
    static TicketItem of(Told told, @Nullable PersonItem assignee) {
      Ticket ticket = told.ticket();
      ServiceLevel level = told.level();
      return new TicketItem(
          ticket.id(),
          ticket.number(),
          ticket.kind(),
          ticket.title(),
          ticket.severity().code(),
          ticket.state(),
          ticket.openedAt(),
          ticket.openedBy(),
          ticket.closedAt(),
          ticket.clientId(),
          ticket.contractId(),
          ticket.serviceId(),
          ticket.assetId(),
          ticket.findingId(),
          level == null ? null : level.subject(),
          level == null ? null : level.severity(),
          assignee,
          told.clocks().stream().map(ClockItem::of).toList());
    }

    @Nullable ClockItem clock(String kind) {
      return clocks.stream().filter(one -> one.kind().equals(kind)).findFirst().orElse(null);
    }
  }

  /// A file of an entry: a piece of evidence.
  record FileItem(UUID contractId, long seq, String name, long sizeBytes) {}

  /// One entry of a ticket's log.
  ///
  /// @param amount what a breach came to when it happened; null where that cannot be told
  record HistoryItem(
      Instant at,
      TicketEventType type,
      @Nullable String clock,
      String who,
      @Nullable String reason,
      @Nullable String text,
      @Nullable BigDecimal amount,
      List<FileItem> files) {}

  /// One ticket with its log and everything that belongs to it.
  ///
  /// @param pauses the reasons for which its clocks may stand still
  /// @param forewarn whether the client must be told before it is late
  /// @param subjects what it is the work of, told by the rooms above
  record TicketPage(
      @JsonUnwrapped TicketItem ticket,
      String body,
      List<HistoryItem> history,
      List<PauseReason> pauses,
      boolean forewarn,
      List<TicketLinks.Link> links,
      List<PersonItem> watchers,
      boolean watching,
      List<TicketSubject.Subject> subjects) {}

  /// These tickets, in this order.
  List<TicketItem> items(List<Ticket> found) {
    Map<UUID, UUID> assignees = followers.assignees(found.stream().map(Ticket::id).toList());
    Map<UUID, String> names = new HashMap<>();
    directory.all(assignees.values()).forEach(card -> names.put(card.id(), card.name()));
    return tickets.told(found).stream()
        .map(told -> TicketItem.of(told, person(assignees.get(told.ticket().id()), names)))
        .toList();
  }

  /// @throws Problem 404 when there is no such ticket that the caller may see
  @Transactional(readOnly = true)
  TicketPage page(UUID id) {
    Ticket ticket = rows.find(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    TicketItem item = items(List.of(ticket)).getFirst();
    ServiceLevel level = clocks.level(ticket);
    List<PersonItem> watchers =
        directory.all(followers.watchers(id)).stream().map(TicketViews::person).toList();
    UUID caller = Caller.current().id();
    return new TicketPage(
        item,
        ticket.body(),
        history(id),
        clocks.pauses(ticket.contractId()),
        level != null && level.forewarn(),
        links.of(id),
        watchers,
        watchers.stream().anyMatch(one -> one.id().equals(caller)),
        subjects.stream().map(room -> room.of(id)).filter(Objects::nonNull).toList());
  }

  private List<HistoryItem> history(UUID id) {
    Map<Integer, List<FileItem>> files = files(id);
    List<TicketEvent> log = rows.log(id);
    boolean inner = Caller.current().provides();
    List<HistoryItem> history = new ArrayList<>();
    for (int n = 0; n < log.size(); n++) {
      TicketEvent event = log.get(n);
      if (inner || event.type() != TicketEventType.NOTE) {
        history.add(
            new HistoryItem(
                event.at(),
                event.type(),
                event.clock(),
                event.who(),
                event.reason(),
                event.text(),
                event.amount(),
                files.getOrDefault(n + 1, List.of())));
      }
    }
    return history;
  }

  /// The files of each entry, by the entry's number.
  private Map<Integer, List<FileItem>> files(UUID ticket) {
    Map<Integer, List<FileItem>> files = new HashMap<>();
    jdbc.sql("select * from ticket_file where ticket_id = :ticket order by n, position")
        .param("ticket", ticket)
        .query((row, _) ->
            files
                .computeIfAbsent(row.getInt("n"), _ -> new ArrayList<>())
                .add(
                    new FileItem(
                        Sql.uuid(row, "contract_id"),
                        row.getLong("seq"),
                        Sql.text(row, "name"),
                        row.getLong("size_bytes"))))
        .list();
    return files;
  }

  static PersonItem person(PersonCard card) {
    return new PersonItem(card.id(), card.name());
  }

  private static @Nullable PersonItem person(@Nullable UUID id, Map<UUID, String> names) {
    String name = id == null ? null : names.get(id);
    return id == null || name == null ? null : new PersonItem(id, name);
  }
}
