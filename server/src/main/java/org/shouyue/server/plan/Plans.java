package org.shouyue.server.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What other rooms may ask about emergency plans.
@Service
public class Plans {
  private final EmergencyPlanRows rows;

  Plans(EmergencyPlanRows rows) {
    this.rows = rows;
  }

  /// A plan with the version of it that is in force.
  public record InForce(Plan plan, PlanVersion version) {}

  /// The plan and its version in force; null when no version of it is in force.
  ///
  /// @throws org.shouyue.server.problem.Problem 404 when there is no such plan in scope
  @Transactional(readOnly = true)
  public @Nullable InForce inForce(UUID id) {
    Plan plan = rows.require(id);
    return rows.versions(id).stream()
        .filter(version -> version.state() == VersionState.IN_FORCE)
        .findFirst()
        .map(version -> new InForce(plan, version))
        .orElse(null);
  }
}
