package org.shouyue.server.tenant;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something was changed. Published by whoever changes it, in the same transaction; the audit room
/// writes it down before that transaction commits.
///
/// @param client whose thing it is; null for the platform's own, such as a person
/// @param action what happened, as in `permit.revoked`
/// @param subject the kind of thing and its identifier, as in `permit/0197…`
/// @param details what else an auditor wants to know; never a secret
public record Changed(
    @Nullable UUID client, String action, String subject, Map<String, ?> details) {
  public Changed {
    details = Map.copyOf(details);
  }

  /// A change without details.
  public Changed(@Nullable UUID client, String action, String subject) {
    this(client, action, subject, Map.of());
  }
}
