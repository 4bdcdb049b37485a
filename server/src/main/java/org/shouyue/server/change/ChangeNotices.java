package org.shouyue.server.change;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Ticket;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells both sides how a change gets on.
@Component
class ChangeNotices {
  private static final ZoneId ZONE = WorkCalendar.SHANGHAI;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

  private final ApplicationEventPublisher events;

  ChangeNotices(ApplicationEventPublisher events) {
    this.events = events;
  }

  void tell(Change change, Ticket ticket, ChangeAct act, @Nullable String text, Instant now) {
    List<Audience> audiences =
        switch (act) {
          case PROPOSE, START, RUSH, FINISH, CANCEL ->
              List.of(new Audience.OfRole(Role.CLIENT_SIGNATORY));
          case SIGN, DECLINE, AGREE, DISAGREE -> List.of(new Audience.OnDuty());
          case STEP, FILE -> List.of();
        };
    Urgency urgency = act == ChangeAct.RUSH ? Urgency.HIGH : Urgency.NORMAL;
    audiences.forEach(audience ->
        publish(
            change,
            audience,
            urgency,
            "change-" + act.code(),
            words(change, ticket, text),
            now.toString()));
  }

  /// Both sides hear that an emergency was not confirmed in time.
  void unconfirmed(Change change, Ticket ticket) {
    for (Role role : List.of(Role.CLIENT_SIGNATORY, Role.PROVIDER_MANAGER)) {
      publish(
          change,
          new Audience.OfRole(role),
          Urgency.HIGH,
          "change-unconfirmed",
          words(change, ticket, change.emergency()),
          role.code());
    }
  }

  private void publish(
      Change change,
      Audience audience,
      Urgency urgency,
      String template,
      Map<String, String> words,
      String which) {
    events.publishEvent(
        new NoticeWanted(
            change.clientId(),
            audience,
            urgency,
            template,
            words,
            change.about(),
            template + "/" + change.ticketId() + "/" + which));
  }

  private static Map<String, String> words(Change change, Ticket ticket, @Nullable String text) {
    Map<String, String> words = new HashMap<>();
    words.put("number", ticket.number());
    words.put("title", ticket.title());
    words.put("text", text == null ? "" : text);
    words.put("from", change.from() == null ? "" : TIME.format(change.from()));
    words.put("until", change.until() == null ? "" : TIME.format(change.until()));
    return words;
  }
}
