package org.shouyue.engine.site;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Connection;
import org.shouyue.scope.ConnectionStopped;
import org.shouyue.scope.Destination;
import org.shouyue.scope.ShownChain;

/// One GET over one connection, without keep-alive, without credentials, without cookies.
///
/// @param at as of when certificates are judged
record PageRequest(URI url, AvailabilityRequest request, Instant at) {
  private static final String USER_AGENT = "Shouyue/0.1 (availability check by contract)";

  sealed interface Answer {
    Duration took();
  }

  record Failed(Availability availability, Duration took) implements Answer {}

  record Answered(HttpHead head, HttpBody content, Hop hop) implements Answer {
    Octets body() {
      return content.octets();
    }

    @Override
    public Duration took() {
      return hop.timings().total();
    }

    /// Whether this answer, if it is the last one, makes the site up.
    Availability judge(AvailabilityRequest request) {
      if (!request.status().contains(head.status())) {
        return new Availability.Down(Availability.Reason.STATUS, "status " + head.status());
      }
      if (!request.assertions().isEmpty()) {
        Availability content = judgeContent(request);
        if (content != null) {
          return content;
        }
      }
      Hop.TlsSeen tls = hop.tls();
      return new Availability.Up(tls == null ? List.of() : tls.faults());
    }

    private @Nullable Availability judgeContent(AvailabilityRequest request) {
      try {
        byte[] plain = content.decoded(head.first("content-encoding"));
        if (plain == null) {
          return new Availability.Unknown(
              "cannot read content-encoding " + head.first("content-encoding"));
        }
        PageText page = PageText.read(plain, head.first("content-type"));
        Assertion failing = page.firstFailing(request.assertions());
        if (failing == null) {
          return null;
        }
        return content.truncated()
            ? new Availability.Unknown("only the first " + body().size() + " bytes were read")
            : new Availability.Down(Availability.Reason.CONTENT, failing.toString());
      } catch (HttpFault e) {
        return new Availability.Down(e.reason(), String.valueOf(e.getMessage()));
      } catch (IOException | CountedText.TooManyLooks e) {
        return new Availability.Unknown(String.valueOf(e.getMessage()));
      }
    }
  }

  /// Asks and reads the answer; closes the connection.
  Answer over(Connection connection) {
    try (connection) {
      return exchange(connection);
    } catch (IOException e) {
      return new Failed(failure(e), connection.elapsed());
    }
  }

  private Answer exchange(Connection connection) throws IOException {
    Duration beforeTls = connection.elapsed();
    Hop.TlsSeen tls = isHttps() ? secure(connection) : null;
    Duration afterTls = connection.elapsed();
    OutputStream out = connection.out();
    out.write(text().getBytes(StandardCharsets.US_ASCII));
    out.flush();
    Duration sent = connection.elapsed();
    InputStream in = new BufferedInputStream(connection.in());
    in.mark(1);
    in.read();
    Duration firstByte = connection.elapsed();
    in.reset();
    HttpHead head = HttpHead.read(in);
    HttpBody body = HttpBody.read(in, head, request.maxBodyBytes());
    Timings timings =
        new Timings(
            connection.lookupTime(),
            connection.connectTime(),
            afterTls.minus(beforeTls),
            firstByte.minus(sent),
            connection.elapsed());
    return new Answered(head, body, hop(connection.remote(), head, body, tls, timings));
  }

  private Hop hop(
      InetSocketAddress remote,
      HttpHead head,
      HttpBody body,
      Hop.@Nullable TlsSeen tls,
      Timings timings) {
    return new Hop(
        url.toString(),
        remote.getAddress().getHostAddress() + ":" + remote.getPort(),
        head.status(),
        head.location(),
        head.raw(),
        body.octets().size(),
        body.octets().sha256(),
        body.truncated(),
        tls,
        timings);
  }

  private boolean isHttps() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  private Hop.TlsSeen secure(Connection connection) throws IOException {
    ShownChain shown = new ShownChain();
    String host = connection.host();
    SSLSession session = connection.startTls(shown.context(), host, _ -> {});
    List<X509Certificate> chain = shown.certificates();
    Set<CertificateFault> faults = new ChainJudge(request.trust()).judge(chain, host, at);
    try {
      return new Hop.TlsSeen(
          session.getProtocol(),
          session.getCipherSuite(),
          Digests.sha256(chain.getFirst().getEncoded()),
          List.copyOf(faults));
    } catch (CertificateEncodingException e) {
      throw new SSLException(e);
    }
  }

  private String text() {
    URI ascii = URI.create(url.toASCIIString());
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    return String.join(
        "\r\n",
        "GET " + path + query + " HTTP/1.1",
        "Host: " + hostHeader(),
        "User-Agent: " + USER_AGENT,
        "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language: zh-CN,zh;q=0.9,en;q=0.5",
        "Accept-Encoding: gzip",
        "Connection: close",
        "",
        "");
  }

  private String hostHeader() {
    Destination destination = Destination.of(url);
    String host =
        destination.host().indexOf(':') < 0 ? destination.host() : "[" + destination.host() + "]";
    int usual = isHttps() ? 443 : 80;
    return destination.port() == usual ? host : host + ":" + destination.port();
  }

  private Availability failure(IOException e) {
    ConnectionStopped stopped = Causes.find(e, ConnectionStopped.class);
    if (stopped != null) {
      return new Availability.Unknown(String.valueOf(stopped.getMessage()));
    }
    if (Causes.find(e, SocketTimeoutException.class) != null) {
      return new Availability.Down(
          Availability.Reason.TIMEOUT, "not open within " + request.limit().toMillis() + " ms");
    }
    String said = String.valueOf(e.getMessage());
    if (e instanceof HttpFault fault) {
      return new Availability.Down(fault.reason(), said);
    }
    boolean tls = e instanceof SSLException && !said.toLowerCase(Locale.ROOT).contains("closed");
    return new Availability.Down(
        tls ? Availability.Reason.TLS : Availability.Reason.BROKEN_OFF, said);
  }
}
