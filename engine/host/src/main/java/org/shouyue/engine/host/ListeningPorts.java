package org.shouyue.engine.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads which ports a host listens on, as `ss -lntu` would list them, and who owns each.
public final class ListeningPorts {
  private final Path proc;
  private final String host;
  private final InstantSource clock;

  /// @param proc usually `/proc`; another root for tests and mounted images
  /// @param host the name that findings carry
  public ListeningPorts(Path proc, String host, InstantSource clock) {
    this.proc = proc;
    this.host = host;
    this.clock = clock;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// The whole list.
    record Complete(PortSnapshot snapshot) implements Reading {}

    /// The list could not be read: nothing is known.
    record Unknown(String detail) implements Reading {}
  }

  /// Reads the tables once. A socket that opens or closes meanwhile may or may not be seen.
  public Reading read() {
    try {
      return new Reading.Complete(snapshot());
    } catch (IOException e) {
      return new Reading.Unknown(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private PortSnapshot snapshot() throws IOException {
    Map<Protocol, List<SocketTable.Row>> rows = new HashMap<>();
    Set<Long> inodes = new HashSet<>();
    for (Protocol protocol : Protocol.values()) {
      // /proc/net is a link to self/net; the namespace looked at is that of the reading process.
      Path table = proc.resolve("net").resolve(protocol.name().toLowerCase(java.util.Locale.ROOT));
      List<SocketTable.Row> listening = SocketTable.listening(table, protocol);
      rows.put(protocol, listening);
      listening.forEach(row -> inodes.add(row.inode()));
    }
    if (!java.nio.file.Files.exists(proc.resolve("net").resolve("tcp"))) {
      throw new IOException("no socket tables below " + proc);
    }
    SocketOwners owners = new SocketOwners(proc);
    Map<Long, Owner> byInode = owners.of(inodes);
    List<ListeningPort> ports = new ArrayList<>();
    rows.forEach(
        (protocol, listening) -> listening.forEach(row -> ports.add(port(protocol, row, byInode))));
    ports.sort(
        Comparator.comparing(ListeningPort::protocol)
            .thenComparingInt(ListeningPort::port)
            .thenComparing(ListeningPort::address)
            .thenComparingLong(ListeningPort::inode));
    return new PortSnapshot(clock.instant(), host, ports, owners.unreadable());
  }

  private static ListeningPort port(
      Protocol protocol, SocketTable.Row row, Map<Long, Owner> owners) {
    return new ListeningPort(
        protocol, row.address(), row.port(), row.user(), row.inode(), owners.get(row.inode()));
  }
}
