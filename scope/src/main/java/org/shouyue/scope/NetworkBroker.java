package org.shouyue.scope;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The only way out to the network. Denies by default; looks the name up itself, checks every
/// address that came back, and connects to a checked address without asking again, so that a name
/// which changes its mind between check and connect gains nothing. A redirect is a new destination:
/// the caller opens anew. Safe for use by many threads; starts none, apart from the system
/// resolver's.
public final class NetworkBroker {
  private final Resolver resolver;
  private final RefusalLog refusals;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Traffic traffic;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String halted;

  /// @param clock decides whether a permit stands; time limits and pacing use the monotonic clock
  public NetworkBroker(Resolver resolver, RefusalLog refusals, InstantSource clock, Limits limits) {
    this(resolver, refusals, clock, new Traffic(limits, System::nanoTime), System::nanoTime);
  }

  NetworkBroker(
      Resolver resolver,
      RefusalLog refusals,
      InstantSource clock,
      Traffic traffic,
      LongSupplier nanos) {
    this.resolver = resolver;
    this.refusals = refusals;
    this.clock = clock;
    this.nanos = nanos;
    this.traffic = traffic;
  }

  /// Opens a TCP connection if the purpose's permits allow it.
  ///
  /// @return the connection, the refusal (already told to the log), or how the network failed
  public Opening open(Purpose purpose, Destination destination, Timeouts timeouts) {
    Attempt attempt = Attempt.begin(purpose, destination, timeouts, clock.instant(), nanos);
    String reason = halted;
    if (reason != null) {
      return refuse(attempt, new PermitRules.Denied(RefusalCode.HALTED, reason), List.of());
    }
    return switch (Endpoint.read(destination)) {
      case Endpoint.Odd odd ->
          refuse(attempt, new PermitRules.Denied(odd.code(), odd.why()), List.of());
      case Endpoint.Clear(Endpoint endpoint) ->
          switch (PermitRules.standing(purpose, attempt.at())) {
            case PermitRules.Denied denied -> refuse(attempt, denied, List.of());
            case PermitRules.Granted granted -> lookUp(attempt, endpoint, granted.permits());
          };
    };
  }

  /// Throws the kill switch: cuts every open connection at once and refuses new ones until
  /// [#resume].
  public void halt(String reason) {
    halted = reason;
    for (Connection connection : open) {
      connection.stop(new ConnectionStopped(RefusalCode.HALTED, reason));
    }
  }

  /// Releases the kill switch. What was cut stays cut.
  public void resume() {
    halted = null;
  }

  /// Why the kill switch is on, or null when it is off.
  public @Nullable String haltReason() {
    return halted;
  }

  /// Cuts every open connection that rests on a permit, which was just revoked.
  public void cut(PermitId permit) {
    for (Connection connection : open) {
      if (connection.permits().contains(permit)) {
        connection.stop(new ConnectionStopped(RefusalCode.REVOKED, permit.toString()));
      }
    }
  }

  /// How many connections are open now.
  public int openConnections() {
    return open.size();
  }

  private Opening lookUp(Attempt attempt, Endpoint endpoint, List<Permit> standing) {
    if (!PermitRules.mayLookUp(standing, endpoint)) {
      return refuse(
          attempt,
          new PermitRules.Denied(RefusalCode.TARGET_NOT_COVERED, endpoint.canonical()),
          List.of());
    }
    List<InetAddress> addresses;
    try {
      addresses = resolve(endpoint, attempt.timeouts());
    } catch (UnknownHostException e) {
      return failed(attempt, Opening.Failure.NAME_UNKNOWN, e);
    } catch (IOException e) {
      return failed(attempt, Opening.Failure.NAME_SERVICE_FAILED, e);
    }
    Duration lookup = endpoint.literal() == null ? attempt.elapsed() : Duration.ZERO;
    return switch (PermitRules.judge(standing, endpoint, addresses)) {
      case PermitRules.Denied denied -> refuse(attempt, denied, addresses);
      case PermitRules.Granted granted ->
          connect(
              attempt,
              new Route(
                  endpoint.canonical(), addresses, endpoint.port(), lookup, granted.permits()));
    };
  }

  private List<InetAddress> resolve(Endpoint endpoint, Timeouts timeouts) throws IOException {
    InetAddress literal = endpoint.literal();
    if (literal != null) {
      return List.of(literal);
    }
    List<InetAddress> found = resolver.addresses(endpoint.canonical(), timeouts.connect());
    if (found.isEmpty()) {
      throw new UnknownHostException(endpoint.canonical());
    }
    // Rebuilt from their octets: no name, no scope id, IPv4 in IPv6 clothes becomes IPv4.
    return found.stream().map(InetAddress::getAddress).map(HostText::address).distinct().toList();
  }

  /// A judged way to the target.
  private record Route(
      String host, List<InetAddress> addresses, int port, Duration lookup, List<Permit> permits) {
    Instant permittedUntil() {
      return permits.stream().map(Permit::until).min(Instant::compareTo).orElse(Instant.MIN);
    }

    List<PermitId> permitIds() {
      return permits.stream().map(Permit::id).toList();
    }
  }

  private Opening connect(Attempt attempt, Route route) {
    Opening last = null;
    for (InetAddress address : route.addresses()) {
      last = connect(attempt, route, address);
      if (!(last instanceof Opening.Failed)) {
        return last;
      }
    }
    if (last == null) {
      throw new IllegalStateException("no address to connect to");
    }
    return last;
  }

  private Opening connect(Attempt attempt, Route route, InetAddress address) {
    return switch (traffic.enter(address)) {
      case Traffic.TooFast tooFast ->
          refuse(
              attempt,
              new PermitRules.Denied(RefusalCode.RATE_LIMITED, address.getHostAddress()),
              route.addresses(),
              tooFast.retryAfter());
      case Traffic.TooMany _ ->
          refuse(
              attempt,
              new PermitRules.Denied(RefusalCode.TOO_MANY_OPEN, address.getHostAddress()),
              route.addresses());
      case Traffic.Admitted _ -> dial(attempt, route, address);
    };
  }

  private Opening dial(Attempt attempt, Route route, InetAddress address) {
    Guard guard = attempt.guard(clock, route.permittedUntil());
    GuardedSocket socket = new GuardedSocket(guard);
    InetSocketAddress remote = new InetSocketAddress(address, route.port());
    Duration before = attempt.elapsed();
    Connection pending =
        new Connection(
            socket,
            guard,
            new Connection.Way(route.host(), remote, route.lookup(), route.permitIds()),
            this::forget);
    // Known to the kill switch before the first packet leaves.
    open.add(pending);
    try {
      haltIfAsked(pending);
      socket.connect(remote, guard.connectMillis());
      return new Opening.Opened(pending.connectedIn(attempt.elapsed().minus(before)));
    } catch (IOException e) {
      pending.close();
      return guard.explain(e) instanceof ConnectionStopped stopped
          ? refuse(attempt, new PermitRules.Denied(stopped.code(), "cut"), route.addresses())
          : failed(attempt, kind(e), e);
    }
  }

  private void haltIfAsked(Connection connection) {
    String reason = halted;
    if (reason != null) {
      connection.stop(new ConnectionStopped(RefusalCode.HALTED, reason));
    }
  }

  private void forget(Connection connection) {
    if (open.remove(connection)) {
      traffic.leave(connection.remote().getAddress());
    }
  }

  private static Opening.Failure kind(IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof SocketTimeoutException || said.contains("timed out")) {
      return Opening.Failure.CONNECT_TIMEOUT;
    }
    if (said.contains("network is unreachable") || said.contains("network is down")) {
      return Opening.Failure.OWN_NETWORK_DOWN;
    }
    boolean refused =
        e instanceof ConnectException && (said.contains("refused") || said.contains("reset"));
    return refused ? Opening.Failure.CONNECTION_REFUSED : Opening.Failure.UNREACHABLE;
  }

  private static Opening failed(Attempt attempt, Opening.Failure failure, IOException e) {
    return new Opening.Failed(failure, String.valueOf(e.getMessage()), attempt.elapsed());
  }

  private Opening refuse(Attempt attempt, PermitRules.Denied denied, List<InetAddress> addresses) {
    return refuse(attempt, denied, addresses, null);
  }

  private Opening refuse(
      Attempt attempt,
      PermitRules.Denied denied,
      List<InetAddress> addresses,
      @Nullable Duration retryAfter) {
    Refusal refusal =
        new Refusal(
            attempt.at(),
            attempt.purpose(),
            attempt.destination(),
            addresses,
            denied.code(),
            denied.code().about(denied.detail()),
            retryAfter);
    refusals.refused(refusal);
    return new Opening.Refused(refusal);
  }
}
