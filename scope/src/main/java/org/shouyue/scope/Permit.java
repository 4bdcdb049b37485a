package org.shouyue.scope;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A client's written authorisation (授权书): targets, methods, the time window `[from, until)`, and
/// who signed which file.
///
/// @param client the client whose targets these are; work for another client never uses this permit
/// @param signatory the name under the signed file
/// @param fileSha256 SHA-256 of the signed file, 64 lower-case hexadecimal digits
/// @param revokedAt the instant from which it no longer counts, or null while it stands
public record Permit(
    PermitId id,
    UUID client,
    List<Target> targets,
    Set<Method> methods,
    Instant from,
    Instant until,
    String signatory,
    String fileSha256,
    @Nullable Instant revokedAt) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public Permit {
    targets = List.copyOf(targets);
    methods = Set.copyOf(methods);
    if (targets.isEmpty() || methods.isEmpty()) {
      throw new IllegalArgumentException("permit " + id + " allows nothing");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("permit " + id + " ends at " + until + ", before " + from);
    }
    if (signatory.isBlank()) {
      throw new IllegalArgumentException("permit " + id + " has no signatory");
    }
    if (!SHA_256.matcher(fileSha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + fileSha256);
    }
  }

  /// Whether it stands at this instant: inside its window and not revoked by then.
  public boolean standsAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until) && !revokedBy(now);
  }

  boolean revokedBy(Instant now) {
    return revokedAt != null && !now.isBefore(revokedAt);
  }

  /// The same permit, revoked from this instant on.
  public Permit revoked(Instant at) {
    return new Permit(id, client, targets, methods, from, until, signatory, fileSha256, at);
  }
}
