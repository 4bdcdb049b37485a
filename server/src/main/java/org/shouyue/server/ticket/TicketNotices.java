package org.shouyue.server.ticket;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.sla.ClockKind;
import org.shouyue.contract.sla.ClockReading;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells the provider's people on duty what the clocks say, and the client's people where the
/// contract has them told. All notices of one ticket are about the same thing, so that mails of it
/// make one thread.
@Component
class TicketNotices {
  /// What a ticket's log and mails call the duty to warn the client beforehand.
  static final String FOREWARN = "forewarn";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.SHANGHAI);
  private static final List<Role> CLIENTS = List.of(Role.CLIENT_SIGNATORY, Role.CLIENT_READER);

  private final ApplicationEventPublisher events;

  TicketNotices(ApplicationEventPublisher events) {
    this.events = events;
  }

  void opened(Ticket ticket, @Nullable ServiceLevel level, List<ClockReading> clocks) {
    String limits =
        clocks.stream()
            .map(one -> clockName(one.kind().code()) + " " + MINUTE.format(one.due()))
            .collect(Collectors.joining("，"));
    Map<String, String> words = words(ticket);
    words.put("by", ticket.openedBy());
    words.put("limits", limits.isEmpty() ? "合同未约定" : limits);
    onDuty(ticket, urgency(ticket.severity()), "ticket-opened", words, "opened");
    if (mustBeTold(level)) {
      client(ticket, urgency(ticket.severity()), "ticket-opened", words, "opened");
    }
  }

  void warned(Ticket ticket, int percent, ClockReading clock) {
    Map<String, String> words = words(ticket, clock.kind().code(), clock.due());
    Urgency urgency = percent < 100 ? Urgency.HIGH : urgency(ticket.severity());
    String template = "ticket-warn-" + percent;
    onDuty(ticket, urgency, template, words, template + "/" + clock.kind().code());
  }

  /// The solution will probably be late, and the contract has the client told so before it is.
  void forewarn(Ticket ticket, ClockReading clock) {
    Map<String, String> words = words(ticket, ClockKind.RESOLVE.code(), clock.due());
    onDuty(ticket, Urgency.HIGH, "ticket-forewarn-client", words, FOREWARN);
  }

  void breached(Ticket ticket, @Nullable ServiceLevel level, TicketEvent breach) {
    String clock = String.valueOf(breach.clock());
    Map<String, String> words = words(ticket, clock, breach.at());
    words.put("effect", String.valueOf(breach.text()));
    onDuty(ticket, urgency(ticket.severity()), "ticket-breach", words, "breach/" + clock);
    if (mustBeTold(level)) {
      client(ticket, urgency(ticket.severity()), "ticket-breach", words, "breach/" + clock);
    }
  }

  /// Carries what a person wrote to the client's people.
  void toldClient(Ticket ticket, TicketEvent event, int n) {
    client(ticket, Urgency.HIGH, "ticket-told-client", said(ticket, event), "told/" + n);
  }

  void disputed(Ticket ticket, TicketEvent event, int n) {
    onDuty(ticket, Urgency.HIGH, "ticket-disputed", said(ticket, event), "disputed/" + n);
  }

  /// Tells those who follow a ticket that something was written.
  void commented(Ticket ticket, TicketEvent event, int n, List<UUID> followers) {
    if (!followers.isEmpty()) {
      Audience audience = new Audience.Persons(followers);
      publish(ticket, audience, Urgency.NORMAL, "ticket-comment", said(ticket, event), "said/" + n);
    }
  }

  void assigned(Ticket ticket, UUID person, TicketEvent event, int n) {
    Audience audience = new Audience.Persons(List.of(person));
    publish(
        ticket, audience, Urgency.HIGH, "ticket-assigned", said(ticket, event), "assigned/" + n);
  }

  /// The contract has the client told what happens, not only what came of it.
  private static boolean mustBeTold(@Nullable ServiceLevel level) {
    return level != null && (level.forewarn() || level.feedback() != null);
  }

  private void onDuty(
      Ticket ticket, Urgency urgency, String template, Map<String, String> words, String key) {
    publish(ticket, new Audience.OnDuty(), urgency, template, words, key);
  }

  private void client(
      Ticket ticket, Urgency urgency, String template, Map<String, String> words, String key) {
    for (Role role : CLIENTS) {
      Audience audience = new Audience.OfRole(role);
      publish(ticket, audience, urgency, template, words, key + "/" + role.code());
    }
  }

  private void publish(
      Ticket ticket,
      Audience audience,
      Urgency urgency,
      String template,
      Map<String, String> words,
      String key) {
    String about = "ticket/" + ticket.id();
    events.publishEvent(
        new NoticeWanted(
            ticket.clientId(), audience, urgency, template, words, about, about + "/" + key));
  }

  private static Map<String, String> said(Ticket ticket, TicketEvent event) {
    Map<String, String> words = words(ticket);
    words.put("by", event.who());
    words.put("text", event.text() == null ? "" : event.text());
    return words;
  }

  private static Map<String, String> words(Ticket ticket, String clock, Instant due) {
    Map<String, String> words = words(ticket);
    words.put("clock", clockName(clock));
    words.put("clockCode", clock);
    words.put("due", MINUTE.format(due));
    return words;
  }

  private static Map<String, String> words(Ticket ticket) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("number", ticket.number());
    words.put("title", ticket.title());
    words.put("kind", ticket.kind().chinese());
    words.put("kindCode", ticket.kind().code());
    words.put("severity", chinese(ticket.severity()));
    words.put("severityCode", ticket.severity().code());
    return words;
  }

  private static String clockName(String clock) {
    return switch (clock) {
      case "respond" -> "响应";
      case "on-site" -> "到场";
      case "resolve" -> "解决";
      case "feedback" -> "反馈";
      case FOREWARN -> "提前告知";
      default -> clock;
    };
  }

  private static String chinese(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "严重";
      case HIGH -> "高";
      case MEDIUM -> "中";
      case LOW -> "低";
      case INFO -> "提示";
    };
  }

  private static Urgency urgency(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Urgency.DISASTER;
      case HIGH -> Urgency.HIGH;
      case MEDIUM -> Urgency.NORMAL;
      case LOW, INFO -> Urgency.LOW;
    };
  }
}
