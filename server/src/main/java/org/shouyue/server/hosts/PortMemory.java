package org.shouyue.server.hosts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shouyue.engine.host.AllowedPorts.Rule;
import org.shouyue.engine.host.HostFinding;
import org.shouyue.engine.host.PortSnapshot;
import tools.jackson.databind.json.JsonMapper;

/// What is remembered of a host's ports between two looks. A port is written `tcp/127.0.0.1/5432`.
///
/// @param listed the ports that are meant to be open: those of the first look
/// @param open the ports of the last look
/// @param changes what opened and closed, newest first
record PortMemory(List<String> listed, List<String> open, List<Change> changes) {
  private static final int MOST_CHANGES = 500;
  private static final int EPHEMERAL = 32_768;

  PortMemory {
    listed = List.copyOf(listed);
    open = List.copyOf(open);
    changes = List.copyOf(changes);
  }

  /// What differed between two looks.
  record Change(Instant at, List<String> opened, List<String> closed) {
    Change {
      opened = List.copyOf(opened);
      closed = List.copyOf(closed);
    }
  }

  static PortMemory first(List<String> open, Instant now) {
    return new PortMemory(open, open, List.of(new Change(now, open, List.of())));
  }

  static @Nullable PortMemory read(JsonMapper json, @Nullable String text) {
    return text == null ? null : json.readValue(text, PortMemory.class);
  }

  /// What is remembered after one more look.
  PortMemory then(List<String> now, Instant at) {
    List<String> opened = now.stream().filter(port -> !open.contains(port)).toList();
    List<String> closed = open.stream().filter(port -> !now.contains(port)).toList();
    List<Change> history = new ArrayList<>(changes);
    if (!opened.isEmpty() || !closed.isEmpty()) {
      history.addFirst(new Change(at, opened, closed));
    }
    return new PortMemory(listed, now, history.subList(0, Math.min(history.size(), MOST_CHANGES)));
  }

  /// The last change; null when there was none.
  @Nullable Change lastChange() {
    return changes.isEmpty() ? null : changes.getFirst();
  }

  List<Rule> rules() {
    return listed.stream().map(Rule::parse).toList();
  }

  /// The ports of a snapshot, each once, without the UDP sockets that programs open in passing.
  static List<String> written(PortSnapshot snapshot) {
    TreeSet<String> ports = new TreeSet<>();
    snapshot
        .ports()
        .forEach(port -> {
          String protocol = port.protocol().written();
          if (!protocol.equals("udp") || port.port() < EPHEMERAL) {
            ports.add(protocol + "/" + port.address() + "/" + port.port());
          }
        });
    return List.copyOf(ports);
  }

  /// False for UDP sockets that programs open in passing, such as those of name lookups.
  static boolean lasting(HostFinding finding) {
    return !finding.identity().get(1).equals("udp")
        || Integer.parseInt(finding.identity().get(3)) < EPHEMERAL;
  }
}
