package org.shouyue.server.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who an audience is at this moment. When it turns out to be nobody, the provider's managers are
/// told: a notice that nobody hears is the one thing that must not be.
@Component
class Audiences {
  private final Directory directory;
  private final Rules rules;
  private final ObjectProvider<OnCall> onCall;

  Audiences(Directory directory, Rules rules, ObjectProvider<OnCall> onCall) {
    this.directory = directory;
    this.rules = rules;
    this.onCall = onCall;
  }

  private record Asked(UUID client, Audience audience, Urgency urgency) {}

  List<Recipient> of(NoticeWanted wanted, Instant now) {
    return Together.known(
        new Asked(wanted.clientId(), wanted.audience(), wanted.urgency()), () -> find(wanted, now));
  }

  private List<Recipient> find(NoticeWanted wanted, Instant now) {
    Map<String, Recipient> found = new LinkedHashMap<>();
    named(wanted, now).forEach(one -> found.putIfAbsent(one.target(), one));
    if (found.isEmpty()) {
      managers().forEach(one -> found.putIfAbsent(one.target(), one));
    }
    if (!(wanted.audience() instanceof Audience.Outside)) {
      directory.all(rules.always(wanted.clientId(), wanted.urgency())).stream()
          .map(Recipient::of)
          .forEach(one -> found.putIfAbsent(one.target(), one));
    }
    return List.copyOf(found.values());
  }

  private List<Recipient> named(NoticeWanted wanted, Instant now) {
    return switch (wanted.audience()) {
      case Audience.Persons(List<UUID> ids) -> cards(ids);
      case Audience.OfRole(Role role) ->
          (role == Role.SYSTEM_ADMIN
                      || role == Role.SECURITY_ADMIN
                      || wanted.clientId().equals(House.ID)
                  ? directory.everybody(role)
                  : directory.of(wanted.clientId(), role))
              .stream().map(Recipient::of).toList();
      case Audience.OnDuty() -> onDuty(wanted.clientId(), now);
      case Audience.Outside outside ->
          List.of(
              new Recipient(null, outside.name(), "zh-CN", outside.mail(), outside.phone(), true));
    };
  }

  private List<Recipient> onDuty(UUID client, Instant now) {
    for (OnCall roster : onCall) {
      List<UUID> people = roster.onCall(client, now);
      if (!people.isEmpty()) {
        return cards(people);
      }
    }
    return managers();
  }

  private List<Recipient> managers() {
    return directory.everybody(Role.PROVIDER_MANAGER).stream().map(Recipient::of).toList();
  }

  /// In the order given: who is called first stands in front.
  private List<Recipient> cards(List<UUID> ids) {
    List<PersonCard> cards = new ArrayList<>(directory.all(ids));
    cards.sort(Comparator.comparingInt(card -> ids.indexOf(card.id())));
    return cards.stream().map(Recipient::of).toList();
  }
}
