package org.shouyue.engine.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What differs between two snapshots of one host.
public record PortChanges(
    List<ListeningPort> opened, List<ListeningPort> closed, List<OwnerChange> changed) {
  public PortChanges {
    opened = List.copyOf(opened);
    closed = List.copyOf(closed);
    changed = List.copyOf(changed);
  }

  /// A port that stayed open while another program took it.
  public record OwnerChange(ListeningPort before, ListeningPort after) {}

  /// Compares by protocol, address and port. A new process of the same program (a restart) is no
  /// change; an owner that could not be seen in one of the two is none either.
  ///
  /// @throws IllegalArgumentException when the snapshots are of two hosts
  public static PortChanges between(PortSnapshot before, PortSnapshot after) {
    if (!before.host().equals(after.host())) {
      throw new IllegalArgumentException(
          "snapshots of two hosts: " + before.host() + ", " + after.host());
    }
    Map<ListeningPort.Key, ListeningPort> old = byKey(before);
    Map<ListeningPort.Key, ListeningPort> now = byKey(after);
    List<ListeningPort> opened = new ArrayList<>();
    List<ListeningPort> closed = new ArrayList<>();
    List<OwnerChange> changed = new ArrayList<>();
    now.forEach((key, port) -> {
      ListeningPort earlier = old.get(key);
      if (earlier == null) {
        opened.add(port);
      } else if (anotherProgram(earlier, port)) {
        changed.add(new OwnerChange(earlier, port));
      }
    });
    old.forEach((key, port) -> {
      if (!now.containsKey(key)) {
        closed.add(port);
      }
    });
    return new PortChanges(opened, closed, changed);
  }

  /// Whether nothing differs.
  public boolean isEmpty() {
    return opened.isEmpty() && closed.isEmpty() && changed.isEmpty();
  }

  private static Map<ListeningPort.Key, ListeningPort> byKey(PortSnapshot snapshot) {
    Map<ListeningPort.Key, ListeningPort> ports = new LinkedHashMap<>();
    snapshot.ports().forEach(port -> ports.putIfAbsent(port.key(), port));
    return ports;
  }

  private static boolean anotherProgram(ListeningPort before, ListeningPort after) {
    Owner earlier = before.owner();
    Owner later = after.owner();
    if (earlier == null || later == null) {
      return false;
    }
    return !earlier.name().equals(later.name())
        || earlier.user() != later.user()
        || !program(earlier).equals(program(later));
  }

  /// An upgraded program runs a file that was replaced: the kernel marks the old one.
  private static String program(Owner owner) {
    String deleted = " (deleted)";
    String file = owner.executable();
    return file.endsWith(deleted) ? file.substring(0, file.length() - deleted.length()) : file;
  }
}
