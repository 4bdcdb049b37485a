package org.shouyue.scope;

import java.net.URI;
import java.util.Locale;

/// The part of a site below one URL: scheme, host, port and whole path segments. `/a` covers `/a`
/// and `/a/b`, never `/ab`. The broker enforces scheme default, host and port; that the request
/// line then stays below the path is checked against the URL the engine states when it opens.
///
/// @param scheme `http` or `https`
/// @param path begins with a slash; has no trailing one unless it is the root
public record UrlPrefix(String scheme, String host, int port, String path) implements Target {
  public UrlPrefix {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("neither http nor https: " + scheme);
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
    host = HostText.canonicalOrThrow(host);
    if (!path.startsWith("/") || !SiteUrl.plainPath(path)) {
      throw new IllegalArgumentException("not a plain path: " + path);
    }
    path = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  static UrlPrefix parse(String text) {
    URI uri = URI.create(text);
    SiteUrl url =
        switch (SiteUrl.read(uri)) {
          case SiteUrl.Plain plain -> plain.url();
          case SiteUrl.Odd odd -> throw new IllegalArgumentException(odd.why() + ": " + text);
        };
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a URL prefix has no query or fragment: " + text);
    }
    return new UrlPrefix(url.scheme().toLowerCase(Locale.ROOT), url.host(), url.port(), url.path());
  }

  boolean covers(SiteUrl url) {
    return url.scheme().equals(scheme)
        && url.host().equals(host)
        && url.port() == port
        && (path.equals("/") || url.path().equals(path) || url.path().startsWith(path + "/"));
  }

  @Override
  public String written() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "url:" + scheme + "://" + shown + ":" + port + path;
  }
}
