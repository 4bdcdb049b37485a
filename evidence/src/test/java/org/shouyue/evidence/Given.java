package org.shouyue.evidence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// Evidence for the tests of this room.
final class Given {
  static final UUID CONTRACT = new UUID(5, 1);
  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private Given() {}

  static EvidenceItem item(String name) {
    return new EvidenceItem(CONTRACT, name, "text/plain", NOW, NOW.plusSeconds(1), "run");
  }

  static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
