package org.shouyue.engine.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.shouyue.scope.Limits;
import org.shouyue.scope.Method;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Permit;
import org.shouyue.scope.PermitId;
import org.shouyue.scope.Purpose;
import org.shouyue.scope.Refusal;
import org.shouyue.scope.Target;

/// A broker whose every name but `nowhere.test` leads to loopback, and permits for it.
final class Given {
  static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  static final Limits UNHURRIED = new Limits(10_000, 10_000, 100);

  final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  final NetworkBroker broker =
      new NetworkBroker(Given::toLoopback, refusals::add, () -> NOW, UNHURRIED);

  static Purpose purpose(String... targets) {
    Permit permit =
        new Permit(
            new PermitId(new UUID(0, 7)),
            new UUID(0, 1),
            Stream.of(targets).map(Target::parse).toList(),
            Set.of(Method.OBSERVE),
            NOW.minusSeconds(1),
            NOW.plusSeconds(1),
            "张三",
            "0".repeat(64),
            null);
    return new Purpose(permit.client(), List.of(permit), Method.OBSERVE, "site-availability");
  }

  static Purpose loopback() {
    return purpose("address:127.0.0.0/8");
  }

  private static List<InetAddress> toLoopback(String name, Duration limit)
      throws UnknownHostException {
    if (name.equals("nowhere.test")) {
      throw new UnknownHostException(name);
    }
    return List.of(InetAddress.ofLiteral("127.0.0.1"));
  }
}
