package org.shouyue.server.escalation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.Means;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.Role;

/// One step of a chain.
///
/// @param afterMinutes how long after the chain began, by the business clock
/// @param whom who is told
/// @param persons who, when `whom` is persons
/// @param role which role, when `whom` is a role
/// @param means by which means
record Step(
    int afterMinutes,
    Whom whom,
    @Nullable List<UUID> persons,
    @Nullable Role role,
    List<Means> means) {
  private static final int WEEK_MINUTES = 7 * 24 * 60;

  /// Who a step tells.
  enum Whom {
    ON_CALL,
    MANAGERS,
    PERSONS,
    ROLE;

    /// The written code, `on-call`.
    @com.fasterxml.jackson.annotation.JsonValue
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @com.fasterxml.jackson.annotation.JsonCreator
    static Whom of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
  }

  Step {
    new Checks()
        .that(
            afterMinutes >= 0 && afterMinutes <= WEEK_MINUTES,
            "steps.afterMinutes",
            "must be between 0 and " + WEEK_MINUTES)
        .present("steps.whom", whom)
        .some("steps.means", means)
        .that(
            whom != Whom.PERSONS || (persons != null && !persons.isEmpty()),
            "steps.persons",
            "must name at least one")
        .that(whom != Whom.ROLE || role != null, "steps.role", "must be given")
        .done();
    means = List.copyOf(means);
  }

  static Step to(Whom whom, int afterMinutes, Means... means) {
    return new Step(afterMinutes, whom, null, null, List.of(means));
  }

  Audience audience() {
    return switch (whom) {
      case ON_CALL -> new Audience.OnDuty();
      case MANAGERS -> new Audience.OfRole(Role.PROVIDER_MANAGER);
      case PERSONS -> new Audience.Persons(persons == null ? List.of() : persons);
      case ROLE -> new Audience.OfRole(role == null ? Role.PROVIDER_MANAGER : role);
    };
  }

  /// Whether it rings, so that nobody's opting out counts.
  boolean rings() {
    return means.contains(Means.PHONE);
  }

  Set<Means> ways() {
    return Set.copyOf(means);
  }
}
