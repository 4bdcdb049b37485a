package org.shouyue.engine.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One port that a host listens on.
///
/// @param address literal: `0.0.0.0`, `127.0.0.1`, `::`
/// @param user the user id that the socket was made under
/// @param inode the kernel's number of the socket; 0 when it belongs to no process
/// @param owner null when it could not be seen: no permission, another namespace, or the kernel's
///   own
public record ListeningPort(
    Protocol protocol, String address, int port, int user, long inode, @Nullable Owner owner) {

  /// The owner's process name, or empty when it could not be seen.
  public String process() {
    return owner == null ? "" : owner.name();
  }

  /// Whether it can be reached from other machines as far as its address says.
  public boolean isExposed() {
    InetAddress literal = InetAddress.ofLiteral(address);
    return !literal.isLoopbackAddress();
  }

  /// What makes it the same port in another snapshot.
  Key key() {
    return new Key(protocol, address, port);
  }

  record Key(Protocol protocol, String address, int port) {}

  /// `tcp [::]:22`.
  public String written() {
    return protocol.written() + " " + (v6() ? "[" + address + "]" : address) + ":" + port;
  }

  private boolean v6() {
    return InetAddress.ofLiteral(address) instanceof Inet6Address;
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("protocol", protocol.written());
    facts.put("family", protocol.name().endsWith("6") ? 6 : 4);
    facts.put("address", address);
    facts.put("port", port);
    facts.put("user", user);
    if (owner != null) {
      facts.put("pid", owner.pid());
      facts.put("process", owner.name());
      facts.put("executable", owner.executable());
    }
    return facts;
  }
}
