package org.shouyue.server.mailroom;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.ticket.Attachment;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.Tickets;
import org.springframework.stereotype.Component;

/// Finds the ticket that a mail belongs to, and says what is filed with it. Asked in the sender's
/// scope: a ticket that they may not see is none.
@Component
class MailFiling {
  /// The most files that go with one entry of a ticket; the last is the mail itself.
  private static final int MOST_FILES = 10;

  private static final Pattern NUMBER = Pattern.compile("\\[\\s*(GD\\d{8}-\\d{3,6})\\s*]");
  private static final Pattern THREAD =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>]+>");

  private final MailRows rows;
  private final Tickets tickets;

  MailFiling(MailRows rows, Tickets tickets) {
    this.rows = rows;
    this.tickets = tickets;
  }

  /// The ticket whose thread the mail continues, or that its subject names; null for none.
  @Nullable Ticket ticket(IncomingMail mail) {
    UUID answered = rows.ticketOf(mail.references());
    Ticket ticket = answered == null ? null : tickets.find(answered);
    if (ticket == null) {
      ticket = thread(mail);
    }
    return ticket == null ? named(mail.subject()) : ticket;
  }

  private @Nullable Ticket thread(IncomingMail mail) {
    for (String reference : mail.references().reversed()) {
      for (MatchResult found : THREAD.matcher(reference).results().toList()) {
        Ticket ticket = tickets.thread(UUID.fromString(found.group(1)));
        if (ticket != null) {
          return ticket;
        }
      }
    }
    return null;
  }

  private @Nullable Ticket named(String subject) {
    for (MatchResult found : NUMBER.matcher(subject).results().toList()) {
      for (UUID client : TenantScope.visible()) {
        Ticket ticket = tickets.numbered(client, found.group(1));
        if (ticket != null) {
          return ticket;
        }
      }
    }
    return null;
  }

  /// What is kept as evidence: the files and the mail itself, which holds also what was too many.
  static List<Attachment> files(IncomingMail mail) {
    int most = Math.min(mail.attachments().size(), MOST_FILES - 1);
    List<Attachment> files = new ArrayList<>(mail.attachments().subList(0, most));
    files.removeIf(file -> file.content().length > 20 << 20);
    files.add(new Attachment("原始邮件.eml", "message/rfc822", mail.raw()));
    return files;
  }
}
