package org.shouyue.server.duty;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.AccessRule;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What is known against people who are to be on call, whatever the time: an account that is
/// disabled, a client that they may not see (not assigned, or no valid undertaking), no phone.
@Component
class Crew {
  private final Directory directory;
  private final ObjectProvider<AccessRule> rules;

  Crew(Directory directory, ObjectProvider<AccessRule> rules) {
    this.directory = directory;
    this.rules = rules;
  }

  /// What stands against each of these people; nothing for those who are fit.
  Map<UUID, Hindrance> hindrances(Collection<UUID> people, List<UUID> clients) {
    Map<UUID, PersonCard> cards =
        directory.all(people).stream().collect(Collectors.toMap(PersonCard::id, card -> card));
    Map<UUID, Set<UUID>> serving = new HashMap<>();
    for (UUID client : clients) {
      Set<UUID> theirs =
          directory.of(client).stream().map(PersonCard::id).collect(Collectors.toSet());
      serving.put(client, theirs);
    }
    Map<UUID, Hindrance> found = new HashMap<>();
    for (UUID person : new HashSet<>(people)) {
      PersonCard card = cards.get(person);
      Hindrance against = card == null ? Hindrance.DISABLED : against(card, serving);
      if (against != null) {
        found.put(person, against);
      }
    }
    return found;
  }

  private @Nullable Hindrance against(PersonCard card, Map<UUID, Set<UUID>> serving) {
    boolean everywhere = serving.values().stream().allMatch(people -> people.contains(card.id()));
    if (!card.role().provides() || !everywhere) {
      return Hindrance.NO_ACCESS;
    }
    Set<UUID> seen = serving.keySet();
    for (AccessRule rule : rules) {
      seen = rule.narrow(card.id(), card.role(), seen);
    }
    if (!seen.containsAll(serving.keySet())) {
      return Hindrance.NO_ACCESS;
    }
    return card.phone() == null || card.phone().isBlank() ? Hindrance.NO_PHONE : null;
  }
}
