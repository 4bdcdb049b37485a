package org.shouyue.scope;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where a connection should go, as the caller wrote it. Nothing is read into it before the broker
/// judges it.
///
/// @param host a name or a literal address
/// @param url the web address that will be asked for, or null when it is not about the web; a
///   permit for a URL prefix covers only destinations that state it
public record Destination(String host, int port, @Nullable URI url) {
  /// A host and port, whatever will be spoken there.
  public static Destination of(String host, int port) {
    return new Destination(host, port, null);
  }

  /// The server of a web address. A URL without a host gives an empty host, which is refused.
  public static Destination of(URI url) {
    if (SiteUrl.read(url) instanceof SiteUrl.Plain(SiteUrl plain)) {
      return new Destination(plain.host(), plain.port(), url);
    }
    return new Destination(url.getHost() == null ? "" : url.getHost(), url.getPort(), url);
  }

  @Override
  public String toString() {
    return url == null ? host + ":" + port : url.toString();
  }
}
