package org.shouyue.server.mailroom;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.mailroom.MailRows.Outcome;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.Reach;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.ticket.GoverningContracts;
import org.shouyue.server.ticket.GoverningContracts.Governing;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketComments;
import org.shouyue.server.ticket.TicketComments.Comment;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.ticket.TicketPeople;
import org.shouyue.server.work.Severity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes mail in, each Message-ID once. The sender's address decides what they may do: it is no
/// proof of who they are, so a mail can only say something or ask for something, never take a step.
@Service
class MailIntake {
  private static final Set<Role> WRITERS =
      Set.of(Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY);

  private final MailRows rows;
  private final MailFiling filing;
  private final Directory directory;
  private final Reach reach;
  private final GoverningContracts contracts;
  private final TicketDesk desk;
  private final TicketComments comments;
  private final TicketPeople people;
  private final InstantSource clock;
  private final TransactionTemplate transactions;

  MailIntake(
      MailRows rows,
      MailFiling filing,
      Directory directory,
      Reach reach,
      GoverningContracts contracts,
      TicketDesk desk,
      TicketComments comments,
      TicketPeople people,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.rows = rows;
    this.filing = filing;
    this.directory = directory;
    this.reach = reach;
    this.contracts = contracts;
    this.desk = desk;
    this.comments = comments;
    this.people = people;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// What became of a mail.
  ///
  /// @param ticket where it was filed; null when it was not
  record Taken(Outcome outcome, @Nullable UUID ticket, @Nullable String why) {}

  /// Files a mail, or keeps it for a person to look at.
  ///
  /// @throws Problem 400 when it is no mail, 413 when it is too large
  Taken take(byte[] raw) {
    IncomingMail mail = MailReader.read(raw);
    if (rows.isKnown(mail.id())) {
      return new Taken(Outcome.KNOWN, null, null);
    }
    if (mail.automatic()) {
      return keep(mail, Outcome.AUTOMATIC, "由程序发出（自动回复、退信或群发）");
    }
    List<PersonCard> senders = directory.withMail(mail.from());
    if (mail.from().isEmpty() || senders.isEmpty()) {
      return keep(mail, Outcome.QUARANTINED, "发件人不在人员名册中");
    }
    if (senders.size() > 1) {
      return keep(mail, Outcome.QUARANTINED, "有 %d 个账号使用这个邮箱".formatted(senders.size()));
    }
    PersonCard sender = senders.getFirst();
    Set<UUID> clients = reach.of(sender);
    if (clients.isEmpty() || !WRITERS.contains(sender.role())) {
      return keep(mail, Outcome.QUARANTINED, "发件人的账号现在不能处理任何甲方的工单");
    }
    return TenantScope.of(clients).call(() -> file(mail, sender));
  }

  private Taken keep(IncomingMail mail, Outcome outcome, String why) {
    return rows.add(mail, outcome, why, clock.instant())
        ? new Taken(outcome, null, why)
        : new Taken(Outcome.KNOWN, null, null);
  }

  private Taken file(IncomingMail mail, PersonCard sender) {
    Instant now = clock.instant();
    Ticket answered = filing.ticket(mail);
    if (answered != null) {
      return filed(
          mail,
          Outcome.COMMENT,
          () -> {
            comment(answered.id(), mail, sender.name(), sender.id(), now);
            return answered.id();
          });
    }
    if (sender.role().provides()) {
      return keep(mail, Outcome.QUARANTINED, "乙方人员来信，但没有指明工单");
    }
    Governing governing = contracts.inForce(TicketKind.REQUEST, Severity.MEDIUM, now);
    return governing == null
        ? keep(mail, Outcome.QUARANTINED, "发件人的单位没有在用合同")
        : filed(mail, Outcome.OPENED, () -> open(mail, sender, governing, now));
  }

  /// The work that files a mail with a ticket.
  private interface Filing {
    UUID ticket();
  }

  /// Takes the mail over and files it, both or neither.
  private Taken filed(IncomingMail mail, Outcome outcome, Filing work) {
    Taken taken =
        transactions.execute(_ -> {
          if (!rows.add(mail, outcome, null, clock.instant())) {
            return new Taken(Outcome.KNOWN, null, null);
          }
          UUID ticket = work.ticket();
          rows.filed(mail.id(), ticket);
          return new Taken(outcome, ticket, null);
        });
    return Objects.requireNonNull(taken);
  }

  private UUID open(IncomingMail mail, PersonCard sender, Governing governing, Instant now) {
    String title = mail.subject().isBlank() ? "（无主题来信）" : mail.subject();
    Ticket ticket =
        desk.open(
            new TicketMatter(
                governing.contractId(),
                TicketKind.REQUEST,
                Severity.MEDIUM,
                title.length() <= 200 ? title : title.substring(0, 199) + "…",
                mail.text() + (governing.doubt() == null ? "" : "\n\n" + governing.doubt()),
                null,
                null,
                null),
            sender.name(),
            now);
    people.watch(ticket.id(), sender.id(), true);
    comments.add(
        ticket.id(), new Comment(sender.name(), sender.id(), "由邮件建立", now), MailFiling.files(mail));
    return ticket.id();
  }

  private void comment(UUID ticket, IncomingMail mail, String who, UUID writer, Instant now) {
    String text = mail.text().isBlank() ? "（见附件）" : mail.text();
    comments.add(ticket, new Comment(who, writer, text, now), MailFiling.files(mail));
  }

  /// Files a mail that waits with a ticket, by a person's decision.
  ///
  /// @throws Problem 404 when there is no such mail or ticket, 409 when it waits no longer
  void adopt(UUID id, UUID ticket, Caller by) {
    byte[] raw = rows.raw(id);
    if (rows.find(id) == null) {
      throw Problem.notFound("mail", id);
    }
    Instant now = clock.instant();
    transactions.executeWithoutResult(_ -> {
      if (raw == null || !rows.settle(id, Outcome.COMMENT, by.name(), null, now)) {
        throw settledAlready();
      }
      IncomingMail mail = MailReader.read(raw);
      rows.filed(mail.id(), ticket);
      comment(ticket, mail, mail.sender() + "（来信，由" + by.name() + "归入）", by.id(), now);
    });
  }

  /// Says that a mail that waits needs nothing. It is kept.
  ///
  /// @throws Problem 404 when there is no such mail, 409 when it waits no longer
  void dismiss(UUID id, String why, Caller by) {
    if (rows.find(id) == null) {
      throw Problem.notFound("mail", id);
    }
    if (!rows.settle(id, Outcome.DISMISSED, by.name(), why, clock.instant())) {
      throw settledAlready();
    }
  }

  private static Problem settledAlready() {
    return Problem.conflict("mail-settled", "这封邮件已经处理过，请刷新列表");
  }
}
