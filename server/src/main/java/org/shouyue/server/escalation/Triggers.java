package org.shouyue.server.escalation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouyue.server.escalation.Escalation.State;
import org.shouyue.server.notify.ChannelDied;
import org.shouyue.server.notify.EscalationWanted;
import org.shouyue.server.notify.NoticeAcknowledged;
import org.shouyue.server.notify.Notices;
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
  private final Notices notices;
  private final Consumer<List<Pressed>> allPressed = this::pressed;

  Triggers(Escalations escalations, Tickets tickets, Notices notices) {
    this.escalations = escalations;
    this.tickets = tickets;
    this.notices = notices;
  }

  @EventListener
  void on(TicketOpened opened) {
    Ticket ticket = tickets.find(opened.ticketId());
    if (ticket != null) {
      escalations.begin(
          List.of(
              matter(ticket, ticket.severity(), "escalation-ticket", "", about(ticket) + "/open")));
    }
  }

  /// A ticket's limit that presses.
  private record Pressed(UUID ticket, String template, String limit) {}

  @EventListener
  void on(TicketWarned warned) {
    if (warned.percent() == USED_UP) {
      notices.postpone(
          allPressed, new Pressed(warned.ticketId(), "escalation-due", warned.clock()));
    }
  }

  @EventListener
  void on(TicketBreached breached) {
    notices.postpone(
        allPressed, new Pressed(breached.ticketId(), "escalation-breach", breached.clock()));
  }

  /// Limits press: whatever a ticket's severity, that is told as something high at least. While
  /// people are still called about the ticket itself, nobody is called twice.
  private void pressed(List<Pressed> many) {
    Map<UUID, Ticket> found =
        tickets.all(many.stream().map(Pressed::ticket).distinct().toList()).stream()
            .filter(one -> one.state() != TicketState.CLOSED && one.state() != TicketState.RESOLVED)
            .collect(Collectors.toMap(Ticket::id, one -> one));
    Set<String> told =
        new HashSet<>(escalations.running(found.values().stream().map(Triggers::about).toList()));
    List<Escalations.Matter> matters = new ArrayList<>();
    for (Pressed one : many) {
      Ticket ticket = found.get(one.ticket());
      if (ticket != null && told.add(about(ticket))) {
        Severity severity =
            ticket.severity().atLeast(Severity.HIGH) ? ticket.severity() : Severity.HIGH;
        String key = about(ticket) + "/" + one.template() + "/" + one.limit();
        matters.add(matter(ticket, severity, one.template(), one.limit(), key));
      }
    }
    escalations.begin(matters);
  }

  private static Escalations.Matter matter(
      Ticket ticket, Severity severity, String template, String limit, String key) {
    return new Escalations.Matter(
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
        false);
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
    begin(
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
    begin(
        new Escalations.Matter(
            wanted.clientId(),
            severity,
            wanted.template(),
            wanted.words(),
            wanted.about(),
            wanted.key(),
            false));
  }

  private void begin(Escalations.Matter matter) {
    escalations.begin(List.of(matter));
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
