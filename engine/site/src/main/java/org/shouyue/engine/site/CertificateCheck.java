package org.shouyue.engine.site;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Connection;
import org.shouyue.scope.ConnectionStopped;
import org.shouyue.scope.Destination;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Opening;
import org.shouyue.scope.Purpose;
import org.shouyue.scope.ShownChain;
import org.shouyue.scope.Timeouts;

/// Looks at the TLS service of a host: one handshake as a current client, and one question for each
/// protocol version that should be gone. Safe for use by many threads.
public final class CertificateCheck {
  private final NetworkBroker broker;
  private final InstantSource clock;

  public CertificateCheck(NetworkBroker broker, InstantSource clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /// Looks once. Never throws for what the network or the service does.
  public CertificateOutcome run(Purpose purpose, CertificateRequest request) {
    return switch (open(purpose, request)) {
      case Opening.Refused refused -> new CertificateOutcome.NotPermitted(refused.refusal());
      case Opening.Failed failed -> new CertificateOutcome.Unknown(failed.detail());
      case Opening.Opened(Connection connection) -> shake(purpose, request, connection);
    };
  }

  private Opening open(Purpose purpose, CertificateRequest request) {
    return broker.open(
        purpose, Destination.of(request.host(), request.port()), Timeouts.of(request.limit()));
  }

  private CertificateOutcome shake(
      Purpose purpose, CertificateRequest request, Connection connection) {
    ShownChain shown = new ShownChain();
    String host = connection.host();
    String protocol = null;
    String failure = null;
    try (connection) {
      protocol = connection.startTls(shown.context(), host, _ -> {}).getProtocol();
    } catch (SSLException e) {
      failure = lasting(e);
      if (failure == null) {
        return new CertificateOutcome.Unknown(String.valueOf(e.getMessage()));
      }
    } catch (IOException e) {
      return new CertificateOutcome.Unknown(String.valueOf(e.getMessage()));
    }
    Instant now = clock.instant();
    List<X509Certificate> chain = shown.certificates();
    Set<CertificateFault> faults =
        chain.isEmpty() ? Set.of() : new ChainJudge(request.trust()).judge(chain, host, now);
    return new CertificateOutcome.Seen(
        new CertificateObservation(
            now,
            request,
            host,
            protocol,
            failure,
            chain.stream().map(CertificateSeen::of).toList(),
            faults,
            request.oldProtocols() ? askOld(purpose, request) : Map.of()));
  }

  /// Why a handshake failed, when that says something about the service; null when it was stopped
  /// or ran out of time.
  private static @Nullable String lasting(SSLException e) {
    boolean passing =
        Causes.find(e, ConnectionStopped.class) != null
            || Causes.find(e, SocketTimeoutException.class) != null;
    return passing ? null : String.valueOf(e.getMessage());
  }

  private Map<OldProtocol, OldProtocol.Answer> askOld(Purpose purpose, CertificateRequest request) {
    Map<OldProtocol, OldProtocol.Answer> answers = new EnumMap<>(OldProtocol.class);
    for (OldProtocol protocol : OldProtocol.values()) {
      answers.put(
          protocol,
          switch (open(purpose, request)) {
            case Opening.Opened(Connection connection) -> ask(connection, protocol);
            case Opening.Refused _ -> OldProtocol.Answer.UNKNOWN;
            case Opening.Failed _ -> OldProtocol.Answer.UNKNOWN;
          });
    }
    return answers;
  }

  private static OldProtocol.Answer ask(Connection connection, OldProtocol protocol) {
    try (connection) {
      return ProtocolProbe.ask(connection, protocol, connection.host());
    }
  }
}
