package org.shouyue.server.escalation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouyue.server.escalation.Escalation.State;
import org.shouyue.server.notify.ChannelDied;
import org.shouyue.server.notify.EscalationWanted;
import org.shouyue.server.notify.NoticeAcknowledged;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketBreached;
import org.shouyue.server.ticket.TicketOpened;
import org.shouyue.server.ticket.TicketState;
import org.shouyue.server.ticket.TicketWarned;
import org.shouyue.server.ticket.Tickets;
import org.shouyue.server.work.Severity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What begins and what ends an escalation. All of it inside the transaction of what happened.
@Component
class Triggers {
  private static final Set<String> TAKEN = Set.of("ticket.respond", "ticket.arrive");
  private static final Set<String> OVER = Set.of("ticket.resolve", "ticket.close");
  private static final Pattern OURS = Pattern.compile("escalation/([0-9a-f-]{36})/\\d+/\\d+");
  private static final int USED_UP = 100;

  private final Escalations escalations;
  private final Tickets tickets;

  Triggers(Escalations escalations, Tickets tickets) {
    this.escalations = escalations;
    this.tickets = tickets;
  }

  @EventListener
  void on(TicketOpened opened) {
    Ticket ticket = tickets.find(opened.ticketId());
    if (ticket != null) {
      begin(ticket, ticket.severity(), "escalation-ticket", "", about(ticket) + "/open");
    }
  }

  @EventListener
  void on(TicketWarned warned) {
    if (warned.percent() == USED_UP) {
      pressed(warned.ticketId(), "escalation-due", warned.clock());
    }
  }

  @EventListener
  void on(TicketBreached breached) {
    pressed(breached.ticketId(), "escalation-breach", breached.clock());
  }

  /// A limit presses: whatever the ticket's severity, that is told as something high at least.
  /// While people are still called about the ticket itself, nobody is called twice.
  private void pressed(UUID id, String template, String limit) {
    Ticket ticket = tickets.find(id);
    if (ticket != null
        && ticket.state() != TicketState.CLOSED
        && ticket.state() != TicketState.RESOLVED
        && !escalations.running(about(ticket))) {
      Severity severity =
          ticket.severity().atLeast(Severity.HIGH) ? ticket.severity() : Severity.HIGH;
      begin(ticket, severity, template, limit, about(ticket) + "/" + template + "/" + limit);
    }
  }

  private void begin(Ticket ticket, Severity severity, String template, String limit, String key) {
    escalations.begin(
        new Escalations.Matter(
            ticket.clientId(),
            severity,
            template,
            Map.of(
                "number", ticket.number(),
                "title", ticket.title(),
                "severity", named(ticket.severity()),
                "limit", limit.equals("resolve") ? "解决" : limit.equals("on-site") ? "到场" : "响应"),
            about(ticket),
            key,
            false));
  }

  private static String about(Ticket ticket) {
    return "ticket/" + ticket.id();
  }

  private static String named(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "灾难";
      case HIGH -> "高";
      case MEDIUM -> "中";
      case LOW -> "低";
      case INFO -> "提示";
    };
  }

  /// People were told of it as a notice already.
  @EventListener
  void on(ChannelDied died) {
    escalations.begin(
        new Escalations.Matter(
            died.clientId(),
            Severity.HIGH,
            "channel-dead",
            Map.of(
                "title", "通知渠道「" + died.name() + "」失效",
                "channel", died.name(),
                "kind", "",
                "since", died.at().toString(),
                "said", died.said()),
            "channel/" + died.channelId(),
            "channel/" + died.channelId() + "/" + died.at(),
            true));
  }

  @EventListener
  void on(EscalationWanted wanted) {
    Severity severity =
        switch (wanted.urgency()) {
          case DISASTER -> Severity.CRITICAL;
          case HIGH -> Severity.HIGH;
          case NORMAL -> Severity.MEDIUM;
          case LOW -> Severity.LOW;
        };
    escalations.begin(
        new Escalations.Matter(
            wanted.clientId(),
            severity,
            wanted.template(),
            wanted.words(),
            wanted.about(),
            wanted.key(),
            false));
  }

  /// A ticket that somebody answered is taken; one that is mended or closed is over.
  @EventListener
  void on(Changed changed) {
    if (TAKEN.contains(changed.action()) || OVER.contains(changed.action())) {
      State state = TAKEN.contains(changed.action()) ? State.ACKNOWLEDGED : State.ENDED;
      Object by = changed.details().get("by");
      escalations.over(changed.subject(), state, by == null ? "守约" : by.toString(), "ticket");
    }
  }

  /// Who takes what a notice tells of takes it, whichever room sent the notice.
  @EventListener
  void on(NoticeAcknowledged heard) {
    Matcher ours = OURS.matcher(heard.key());
    if (ours.matches()) {
      escalations.acknowledge(UUID.fromString(ours.group(1)), heard.who(), heard.how());
    } else {
      escalations.over(heard.about(), State.ACKNOWLEDGED, heard.who(), heard.how());
    }
  }
}
