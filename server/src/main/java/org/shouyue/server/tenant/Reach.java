package org.shouyue.server.tenant;

import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Which clients somebody may see now, for work that is done in their name without their session: a
/// mail that they sent.
@Service
public class Reach {
  private final People people;
  private final ObjectProvider<AccessRule> rules;

  Reach(People people, ObjectProvider<AccessRule> rules) {
    this.people = people;
    this.rules = rules;
  }

  /// The clients that their role and assignment show, narrowed by every rule.
  public Set<UUID> of(PersonCard person) {
    Set<UUID> clients = people.clientsOf(person.id(), person.role());
    for (AccessRule rule : rules) {
      clients = rule.narrow(person.id(), person.role(), clients);
    }
    return clients;
  }
}
