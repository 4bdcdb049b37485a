package org.shouyue.scope;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Takes note of the chain that a server shows and lets the handshake go on, so that a bad
/// certificate can be described instead of hiding the site behind it. For looking only: nothing
/// secret may be sent over such a connection, and the chain proves nothing until somebody judges
/// it. One for each handshake.
public final class ShownChain extends X509ExtendedTrustManager {
  private volatile List<X509Certificate> chain = List.of();

  public ShownChain() {}

  /// What the server showed, its own certificate first; empty before the handshake.
  public List<X509Certificate> certificates() {
    return chain;
  }

  /// A fresh context without client certificate and without sessions to resume.
  ///
  /// @throws IllegalStateException when the platform has no TLS
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this platform has no TLS", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType) {
    chain = List.of(shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
    chain = List.of(shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
    chain = List.of(shown);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType)
      throws CertificateException {
    throw neverServes();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
      throws CertificateException {
    throw neverServes();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
      throws CertificateException {
    throw neverServes();
  }

  /// This side only opens connections: a peer that asks to be let in as a client is turned away.
  private static CertificateException neverServes() {
    return new CertificateException("clients are not accepted here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
