package org.shouyue.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// An open connection to a checked address. It hands out streams, never the socket. Its streams
/// throw [ConnectionStopped] once the broker has cut it, and [java.net.SocketTimeoutException] when
/// a time limit passed. For one thread at a time, except [#close].
public final class Connection implements AutoCloseable {
  /// What the broker knows about the way here.
  record Way(String host, InetSocketAddress remote, Duration lookup, List<PermitId> permits) {}

  private final GuardedSocket socket;
  private final Guard guard;
  private final Way way;
  private final Consumer<Connection> onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Duration connectTime = Duration.ZERO;
  private volatile @Nullable SSLSocket tls;

  Connection(GuardedSocket socket, Guard guard, Way way, Consumer<Connection> onClose) {
    this.socket = socket;
    this.guard = guard;
    this.way = way;
    this.onClose = onClose;
  }

  /// What the other side sends: through TLS once that was started.
  public InputStream in() throws IOException {
    guard.check();
    SSLSocket secured = tls;
    return secured == null ? socket.getInputStream() : secured.getInputStream();
  }

  /// What is sent to the other side: through TLS once that was started.
  public OutputStream out() throws IOException {
    guard.check();
    SSLSocket secured = tls;
    return secured == null ? socket.getOutputStream() : secured.getOutputStream();
  }

  /// Does a TLS handshake on this connection; streams taken afterwards are secured.
  ///
  /// @param serverName what the certificate should be for; sent as SNI when it is a name
  /// @param settings last word on protocols, ciphers and identification
  /// @throws javax.net.ssl.SSLException when the handshake failed
  /// @throws IllegalStateException when TLS was already started
  public SSLSession startTls(
      SSLContext context, String serverName, Consumer<SSLParameters> settings) throws IOException {
    if (tls != null) {
      throw new IllegalStateException("TLS already runs on " + way.remote());
    }
    SSLSocket secured =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(socket, serverName, way.remote().getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    settings.accept(parameters);
    secured.setSSLParameters(parameters);
    try {
      secured.startHandshake();
    } catch (IOException e) {
      throw guard.explain(e);
    }
    tls = secured;
    return secured.getSession();
  }

  /// The address and port that it is connected to.
  public InetSocketAddress remote() {
    return way.remote();
  }

  /// What was asked for, in its one spelling: the ASCII name or the literal address.
  public String host() {
    return way.host();
  }

  /// How long the name took; zero for a literal address.
  public Duration lookupTime() {
    return way.lookup();
  }

  /// How long the TCP handshake took.
  public Duration connectTime() {
    return connectTime;
  }

  /// Since the broker was asked.
  public Duration elapsed() {
    return guard.elapsed();
  }

  /// The permits that this connection rests on.
  public List<PermitId> permits() {
    return way.permits();
  }

  Connection connectedIn(Duration time) {
    connectTime = time;
    return this;
  }

  void stop(ConnectionStopped reason) {
    guard.stop(reason);
    close();
  }

  /// Closes at once, without waiting for the other side. Closing twice does nothing.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      // The raw socket first: a TLS farewell could wait for a peer that does not read.
      socket.close();
    } catch (IOException _) {
      // Nothing can be done for a socket that fails to close; it is unusable either way.
    } finally {
      onClose.accept(this);
    }
  }
}
