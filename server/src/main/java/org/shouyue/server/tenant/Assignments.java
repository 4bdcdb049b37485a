package org.shouyue.server.tenant;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which clients a person is assigned to, before any [AccessRule] narrows them.
@Component
public class Assignments {
  private final People people;

  Assignments(People people) {
    this.people = people;
  }

  /// The clients that the person's role and assignment show.
  public Set<UUID> of(UUID person, Role role) {
    return people.clientsOf(person, role);
  }
}
