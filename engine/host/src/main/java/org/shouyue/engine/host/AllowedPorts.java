package org.shouyue.engine.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Message;

/// The ports that a host is meant to listen on. What is not listed is a finding, and so is a listed
/// port held by another program than the one named.
public record AllowedPorts(List<Rule> rules) {
  private static final Pattern WRITTEN =
      Pattern.compile("(tcp|udp)/(?:([^/\\s]+)/)?([0-9]{1,5})(?:-([0-9]{1,5}))?(?:\\s+(\\S+))?");

  public AllowedPorts {
    rules = List.copyOf(rules);
  }

  /// One entry.
  ///
  /// @param protocol `tcp` or `udp`; both address families
  /// @param address the literal address, or null for any
  /// @param process the process name that must hold it, or null for any
  public record Rule(
      String protocol,
      @Nullable String address,
      int fromPort,
      int toPort,
      @Nullable String process) {
    public Rule {
      if (fromPort < 0 || toPort > 65_535 || fromPort > toPort) {
        throw new IllegalArgumentException("no such ports: " + fromPort + "-" + toPort);
      }
    }

    /// Reads `tcp/443`, `tcp/127.0.0.1/5432 postgres`, `udp/30000-30010`.
    ///
    /// @throws IllegalArgumentException naming the text
    public static Rule parse(String text) {
      Matcher matcher = WRITTEN.matcher(text.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("not protocol/[address/]port[-port] [process]: " + text);
      }
      int from = Integer.parseInt(matcher.group(3));
      int to = matcher.group(4) == null ? from : Integer.parseInt(matcher.group(4));
      return new Rule(matcher.group(1), matcher.group(2), from, to, matcher.group(5));
    }

    private boolean coversPlace(ListeningPort port) {
      return protocol.equals(port.protocol().written())
          && port.port() >= fromPort
          && port.port() <= toPort
          && (address == null || address.equals(port.address()));
    }

    private boolean coversProcess(ListeningPort port) {
      // An owner that cannot be seen is not held against the port.
      return process == null || port.owner() == null || process.equals(port.process());
    }
  }

  /// What a snapshot shows that the list does not allow; one finding for each host, protocol,
  /// address, port and process name.
  public List<HostFinding> check(PortSnapshot snapshot) {
    Map<List<String>, HostFinding> findings = new LinkedHashMap<>();
    for (ListeningPort port : snapshot.ports()) {
      List<Rule> here = rules.stream().filter(rule -> rule.coversPlace(port)).toList();
      if (here.isEmpty()) {
        put(findings, unexpected(snapshot.host(), port));
      } else if (here.stream().noneMatch(rule -> rule.coversProcess(port))) {
        put(findings, wrongOwner(snapshot.host(), port));
      }
    }
    return new ArrayList<>(findings.values());
  }

  private static void put(Map<List<String>, HostFinding> findings, HostFinding finding) {
    findings.putIfAbsent(finding.identity(), finding);
  }

  private static HostFinding unexpected(String host, ListeningPort port) {
    return new HostFinding(
        "port.unexpected",
        host + " " + port.written(),
        // Loopback is no excuse: tunnels and back doors wait there for a proxy to lead to them.
        port.isExposed() ? Severity.HIGH : Severity.MEDIUM,
        new Message(
            host + " 开放了未登记的端口 " + port.written() + owner(port, "，进程 "),
            host + " listens on an unlisted port: " + port.written() + owner(port, ", process ")),
        new Message(
            "确认业务需要后登记，否则停用对应服务", "list it if the business needs it, else stop the service"),
        identity(host, port));
  }

  private static HostFinding wrongOwner(String host, ListeningPort port) {
    return new HostFinding(
        "port.wrong-process",
        host + " " + port.written(),
        Severity.CRITICAL,
        new Message(
            host + " 的端口 " + port.written() + " 被未登记的进程占用" + owner(port, "："),
            host + ": " + port.written() + " is held by another program" + owner(port, ": ")),
        new Message("立即核查该进程来源", "find out at once where this program comes from"),
        identity(host, port));
  }

  private static List<String> identity(String host, ListeningPort port) {
    return List.of(
        host,
        port.protocol().written(),
        port.address(),
        String.valueOf(port.port()),
        port.process());
  }

  private static String owner(ListeningPort port, String before) {
    Owner owner = port.owner();
    return owner == null ? "" : before + owner.name() + " (" + owner.executable() + ")";
  }
}
