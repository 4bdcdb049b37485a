package org.shouyue.scope;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Permits and purposes for the tests of this room.
final class Given {
  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  static final UUID CLIENT = new UUID(0, 1);
  static final String DIGEST = "0".repeat(64);

  private Given() {}

  static Permit permit(String... targets) {
    return new Permit(
        new PermitId(new UUID(7, targets.length)),
        CLIENT,
        Stream.of(targets).map(Target::parse).toList(),
        Set.of(Method.OBSERVE),
        NOW.minusSeconds(3600),
        NOW.plusSeconds(3600),
        "张三",
        DIGEST,
        null);
  }

  static Purpose observing(Permit... permits) {
    return new Purpose(CLIENT, List.of(permits), Method.OBSERVE, "site-availability");
  }
}
