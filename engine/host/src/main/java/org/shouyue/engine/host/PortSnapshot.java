package org.shouyue.engine.host;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The ports that a host listened on at one instant.
///
/// @param at on the injected clock
/// @param ports by protocol, port and address; the same port stands there more than once when
///   several sockets share it (SO_REUSEPORT)
/// @param unreadableProcesses how many processes hid their files: with any, some owners are unknown
public record PortSnapshot(
    Instant at, String host, List<ListeningPort> ports, int unreadableProcesses) {
  public PortSnapshot {
    ports = List.copyOf(ports);
  }

  /// The snapshot as plain JSON values, in a fixed order.
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", "listening-ports/1");
    facts.put("at", at.toString());
    facts.put("host", host);
    facts.put("unreadableProcesses", unreadableProcesses);
    facts.put("ports", ports.stream().map(ListeningPort::facts).toList());
    return facts;
  }
}
