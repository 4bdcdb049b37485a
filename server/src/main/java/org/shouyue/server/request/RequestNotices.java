package org.shouyue.server.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Ticket;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells both sides how a request gets on.
@Component
class RequestNotices {
  private final ApplicationEventPublisher events;
  private final Contacts contacts;

  RequestNotices(ApplicationEventPublisher events, Contacts contacts) {
    this.events = events;
    this.contacts = contacts;
  }

  /// Tells whoever has to know of the act.
  void tell(
      ServiceRequest request, Ticket ticket, RequestAct act, @Nullable String text, Instant now) {
    List<Audience> audiences =
        switch (act) {
          case SUBMIT, CONFIRM, WITHDRAW, AGREE, DISAGREE -> List.of(new Audience.OnDuty());
          case WARN -> signatoriesAnd(request, now);
          case ACCEPT, REFUSE -> asking(request, now);
          case ATTRIBUTE, TAKE -> List.of();
        };
    Urgency urgency = act == RequestAct.WARN ? Urgency.HIGH : Urgency.NORMAL;
    Map<String, String> words = new HashMap<>();
    words.put("number", ticket.number());
    words.put("title", ticket.title());
    words.put("who", request.origin().askedBy());
    words.put("text", text == null ? "" : text);
    for (int n = 0; n < audiences.size(); n++) {
      events.publishEvent(
          new NoticeWanted(
              request.clientId(),
              audiences.get(n),
              urgency,
              "request-" + act.code(),
              words,
              request.about(),
              "request-%s/%s/%s/%d".formatted(act.code(), ticket.id(), now, n)));
    }
  }

  /// Who asked; the primary contact when that is not known.
  private List<Audience> asking(ServiceRequest request, Instant now) {
    List<Contact> speaking = contacts.speaking(request.clientId(), request.contractId(), now);
    Origin origin = request.origin();
    if (origin.contactId() != null) {
      return speaking.stream()
          .filter(one -> one.id().equals(origin.contactId()))
          .map(Contact::audience)
          .toList();
    }
    if (origin.personId() != null) {
      return List.of(new Audience.Persons(List.of(origin.personId())));
    }
    return speaking.stream().limit(1).map(Contact::audience).toList();
  }

  private List<Audience> signatoriesAnd(ServiceRequest request, Instant now) {
    List<Audience> all = new ArrayList<>(asking(request, now));
    all.add(new Audience.OfRole(Role.CLIENT_SIGNATORY));
    return all;
  }
}
