package org.shouyue.engine.site;

import java.time.Duration;
import org.shouyue.scope.Connection;
import org.shouyue.scope.Destination;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Opening;
import org.shouyue.scope.Purpose;
import org.shouyue.scope.Refusal;
import org.shouyue.scope.Timeouts;

/// Whether a TCP port can be reached from where this runs. Connects and closes; sends nothing. The
/// purpose's method is `observe` for a port that the client named, `enumerate` when trying many.
public final class PortCheck {
  private final NetworkBroker broker;

  public PortCheck(NetworkBroker broker) {
    this.broker = broker;
  }

  /// What came of it.
  public sealed interface Reachability {
    /// Something accepts connections there.
    record Open(String address, Duration took) implements Reachability {}

    /// The host says that nothing listens.
    record Closed() implements Reachability {}

    /// No answer in time: filtered, or the host is down.
    record Silent() implements Reachability {}

    /// The scope did not allow the look.
    record NotPermitted(Refusal refusal) implements Reachability {}

    /// Our side could not look.
    record Unknown(String detail) implements Reachability {}
  }

  /// Tries once.
  public Reachability run(Purpose purpose, String host, int port, Duration limit) {
    return switch (broker.open(purpose, Destination.of(host, port), Timeouts.of(limit))) {
      case Opening.Refused refused -> new Reachability.NotPermitted(refused.refusal());
      case Opening.Opened(Connection connection) -> {
        try (connection) {
          yield new Reachability.Open(
              connection.remote().getAddress().getHostAddress(), connection.connectTime());
        }
      }
      case Opening.Failed failed ->
          switch (failed.failure()) {
            case CONNECTION_REFUSED -> new Reachability.Closed();
            case CONNECT_TIMEOUT, UNREACHABLE -> new Reachability.Silent();
            case NAME_UNKNOWN, NAME_SERVICE_FAILED, OWN_NETWORK_DOWN ->
                new Reachability.Unknown(failed.detail());
          };
    };
  }
}
