package org.shouyue.server.external;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.document.DocumentUnreadable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.external.NewNotice.NewProblem;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.work.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes notices in: by form, with their document, or many from a table. Each becomes one ticket.
@Service
class NoticeIntake {
  private final NoticeRows rows;
  private final NoticeDesk desk;
  private final TicketDesk tickets;
  private final Agreements agreements;
  private final Assets assets;
  private final DocumentReader documents = new DocumentReader();

  NoticeIntake(
      NoticeRows rows, NoticeDesk desk, TicketDesk tickets, Agreements agreements, Assets assets) {
    this.rows = rows;
    this.desk = desk;
    this.tickets = tickets;
    this.agreements = agreements;
    this.assets = assets;
  }

  /// A file as handed in.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Source(String name, String mediaType, byte[] content) {}

  /// What came of a table.
  ///
  /// @param known notices that were there already, by their line; nothing was changed about them
  record Imported(List<UUID> opened, List<Known> known, List<NoticeTable.Refused> refused) {
    Imported {
      opened = List.copyOf(opened);
      known = List.copyOf(known);
      refused = List.copyOf(refused);
    }
  }

  /// A notice that was there already.
  record Known(int line, UUID ticketId) {}

  /// Proposes the fields of a notice from its document; keeps nothing.
  ///
  /// @throws Problem 400 for a file without text that can be read
  NoticeReading.Proposed read(UUID contract, Source source) {
    Agreement agreement = agreements.requireSigned(contract);
    WorkCalendar calendar = agreements.calendar(agreement);
    return NoticeReading.read(lines(source), calendar.dateOf(desk.now()), calendar);
  }

  /// Takes a notice in.
  ///
  /// @param source its document; null when only the form was filled in
  /// @return the id of its ticket
  /// @throws Problem 409 when the same document of the same issuer is there already
  @Transactional
  UUID take(NewNotice given, @Nullable Source source) {
    Agreement agreement = agreements.requireSigned(given.contractId());
    UUID known = rows.known(agreement.clientId(), given.issuer().strip(), given.number());
    if (known != null) {
      throw Problem.conflict("notice-known", "该文号的通报已登记；请在原通报中继续处理").with("ticketId", known);
    }
    Instant now = desk.now();
    Instant received = given.receivedAt() == null ? now : given.receivedAt();
    if (received.isAfter(now)) {
      throw Problem.invalid("receivedAt", "must not lie in the future");
    }
    Ticket ticket = tickets.open(matter(given), NoticeDesk.who(), now);
    Notice notice = notice(agreement, ticket, given, received);
    rows.add(notice);
    List<Asset> ledger = assets.of(agreement.clientId());
    int n = 1;
    for (NewProblem problem : given.problems()) {
      String target = problem.target() == null ? "" : problem.target();
      UUID asset = AssetMatch.of(target, problem.description(), ledger);
      rows.add(
          notice,
          new ToldProblem(
              n++,
              target,
              problem.description().strip(),
              asset,
              null,
              ToldProblem.State.OPEN,
              null,
              null,
              null));
    }
    if (source != null && source.content().length > 0) {
      rows.source(
          ticket.id(), desk.keep(notice, source.name(), source.mediaType(), source.content()));
    }
    desk.write(notice, NoticeAct.RECEIVE, null, given.issuer() + " " + given.number());
    desk.tell(
        notice,
        "external-received",
        Urgency.HIGH,
        List.of(
            new Audience.OnDuty(),
            new Audience.OfRole(Role.CLIENT_READER),
            new Audience.OfRole(Role.CLIENT_SIGNATORY)));
    return ticket.id();
  }

  /// Takes all notices of a table in whose rows are good. The same table may be handed in again:
  /// what is there already is told and left alone.
  @Transactional
  Imported takeTable(UUID contract, Source source) {
    Agreement agreement = agreements.requireSigned(contract);
    NoticeTable.Read read = NoticeTable.read(lines(source));
    Map<String, List<NoticeTable.Row>> notices = new LinkedHashMap<>();
    for (NoticeTable.Row row : read.rows()) {
      String key =
          row.documentNumber().isEmpty()
              ? "line " + row.line()
              : row.issuer() + "\n" + row.documentNumber();
      notices.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }
    List<UUID> opened = new ArrayList<>();
    List<Known> known = new ArrayList<>();
    notices
        .values()
        .forEach(grouped -> {
          NoticeTable.Row first = grouped.getFirst();
          UUID there = rows.known(agreement.clientId(), first.issuer(), first.documentNumber());
          if (there == null) {
            opened.add(take(notice(contract, grouped), null));
          } else {
            known.add(new Known(first.line(), there));
          }
        });
    return new Imported(opened, known, read.refused());
  }

  private static NewNotice notice(UUID contract, List<NoticeTable.Row> grouped) {
    NoticeTable.Row first = grouped.getFirst();
    return new NewNotice(
        contract,
        first.issuer(),
        null,
        first.documentNumber(),
        first.title(),
        null,
        grouped.stream()
            .map(NoticeTable.Row::answerDue)
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        null,
        grouped.stream().map(row -> new NewProblem(row.target(), row.description())).toList());
  }

  private List<String> lines(Source source) {
    try {
      return documents.read(source.name(), new ByteArrayInputStream(source.content())).lines();
    } catch (DocumentUnreadable unreadable) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "document-unreadable",
          unreadable.wording().chinese() + "；" + unreadable.remedy().chinese());
    }
  }

  private Notice notice(Agreement agreement, Ticket ticket, NewNotice given, Instant received) {
    WorkCalendar calendar = agreements.calendar(agreement);
    return new Notice(
        ticket.id(),
        agreement.clientId(),
        agreement.id(),
        given.issuer().strip(),
        given.kind(),
        given.number(),
        received,
        calendar.startOf(given.answerDue().plusDays(1)),
        NoticeState.RECEIVED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static TicketMatter matter(NewNotice given) {
    StringBuilder body = new StringBuilder();
    for (NewProblem problem : given.problems()) {
      body.append(problem.target()).append(' ').append(problem.description()).append('\n');
    }
    return new TicketMatter(
        given.contractId(),
        TicketKind.EXTERNAL,
        given.severity() == null ? Severity.HIGH : Severity.of(given.severity()),
        given.title().strip(),
        body.toString().strip(),
        null,
        null,
        null);
  }
}
