package org.shouyue.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// What the demo's contract is delivered on: a small HTTPS site and a host whose listening ports
/// change, both on loopback, both made to fail when the demo's year says so. Real sockets, real
/// certificates; nothing but loopback is ever bound.
final class Scenery implements AutoCloseable {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh-CN">
      <meta charset="utf-8">
      <title>云溪县人民政府</title>
      <h1>云溪县人民政府门户网站</h1>
      <p>网站标识码 0000000001</p>
      """;

  private final SceneryAuthority authority;
  private final HttpsServer site;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final RenewableCertificate certificate;
  private volatile boolean down;
  private @Nullable ServerSocket unknownService;

  private Scenery(SceneryAuthority authority, HttpsServer site, RenewableCertificate certificate) {
    this.authority = authority;
    this.site = site;
    this.certificate = certificate;
  }

  /// Raises the site on a free port.
  ///
  /// @param yearStart when the demo's year begins; certificates are dated by it
  /// @param certificateLife how long the first certificate is valid from then
  static Scenery raise(Instant yearStart, Duration certificateLife) {
    Instant from = yearStart.minus(Duration.ofDays(30));
    SceneryAuthority authority = new SceneryAuthority(from, yearStart.plus(Duration.ofDays(3650)));
    try {
      HttpsServer site = HttpsServer.create(new InetSocketAddress(loopback(), 0), 50);
      RenewableCertificate certificate =
          new RenewableCertificate(authority.site(from, certificateLife.plusDays(30)));
      Scenery scenery = new Scenery(authority, site, certificate);
      site.setHttpsConfigurator(new CurrentProtocols(certificate.context()));
      site.createContext("/", scenery::answer);
      site.setExecutor(scenery.workers);
      site.start();
      return scenery;
    } catch (IOException failed) {
      throw new UncheckedIOException("the demo's site could not be started", failed);
    }
  }

  int sitePort() {
    return site.getAddress().getPort();
  }

  void writeTrustAnchor(Path file) {
    authority.writeTrustAnchor(file);
  }

  /// The site answers every visit with an error until [#siteUp].
  void siteDown() {
    down = true;
  }

  void siteUp() {
    down = false;
  }

  /// Somebody renews the site's certificate.
  void renewCertificate(Instant from, Duration life) {
    certificate.renew(authority.site(from, life));
  }

  /// A service that nobody announced begins to listen.
  ///
  /// @return its port
  int openUnknownPort() {
    try {
      ServerSocket service = new ServerSocket(0, 1, loopback());
      unknownService = service;
      return service.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException("the demo's unknown service could not be started", failed);
    }
  }

  /// Whether a text names the port of the unknown service.
  boolean isUnknownPort(String text) {
    ServerSocket service = unknownService;
    return service != null && text.contains(":" + service.getLocalPort());
  }

  void closeUnknownPort() {
    ServerSocket service = unknownService;
    if (service == null) {
      return;
    }
    try {
      service.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    unknownService = null;
  }

  @Override
  public void close() {
    site.stop(0);
    workers.shutdownNow();
    closeUnknownPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = (down ? "502 Bad Gateway" : PAGE).getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", down ? "text/plain; charset=utf-8" : "text/html; charset=utf-8");
      exchange.sendResponseHeaders(down ? 502 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  /// TLS 1.2 and 1.3 alone, whatever the JDK would still offer.
  private static final class CurrentProtocols extends HttpsConfigurator {

    CurrentProtocols(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters allowed = getSSLContext().getDefaultSSLParameters();
      allowed.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      parameters.setSSLParameters(allowed);
    }
  }
}
