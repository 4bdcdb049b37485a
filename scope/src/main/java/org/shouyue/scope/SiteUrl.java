package org.shouyue.scope;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// A web address taken apart in the one way that leaves no two readings. Refuses what browsers,
/// servers and proxies are known to read differently: userinfo, dot segments, encoded slashes.
///
/// @param host canonical, see [HostText]
/// @param path raw, at least a slash
record SiteUrl(String scheme, String host, int port, String path) {
  private static final Pattern UNSAFE_PATH =
      Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|;|$)|%2f|%5c|\\\\|%00|//");

  sealed interface Reading {}

  record Plain(SiteUrl url) implements Reading {}

  record Odd(RefusalCode code, String why) implements Reading {}

  static Reading read(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Odd(RefusalCode.AMBIGUOUS_DESTINATION, "neither http nor https");
    }
    String authority = uri.getRawAuthority();
    if (authority == null || authority.indexOf('@') >= 0) {
      return new Odd(RefusalCode.CREDENTIALS_IN_URL, "credentials in the URL, or no host");
    }
    return readAuthority(scheme, authority, uri.getRawPath());
  }

  private static Reading readAuthority(String scheme, String authority, String rawPath) {
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String hostPart = hasPort ? authority.substring(0, colon) : authority;
    int port = scheme.equals("https") ? 443 : 80;
    if (hasPort && colon + 1 < authority.length()) {
      String digits = authority.substring(colon + 1);
      if (!digits.matches("[0-9]{1,5}")) {
        return new Odd(RefusalCode.AMBIGUOUS_DESTINATION, "not a port number");
      }
      port = Integer.parseInt(digits);
    }
    return switch (HostText.read(hostPart)) {
      case HostText.Unclear unclear -> new Odd(RefusalCode.AMBIGUOUS_DESTINATION, unclear.why());
      case HostText.Name name -> withPath(scheme, name.ascii(), port, rawPath);
      case HostText.Literal literal ->
          withPath(scheme, literal.address().getHostAddress(), port, rawPath);
    };
  }

  private static Reading withPath(String scheme, String host, int port, String rawPath) {
    String path = rawPath == null || rawPath.isEmpty() ? "/" : rawPath;
    if (port < 1 || port > 65_535) {
      return new Odd(RefusalCode.AMBIGUOUS_DESTINATION, "not a port number");
    }
    return new Plain(new SiteUrl(scheme, host, port, path));
  }

  /// Whether every server reads this path as the same resource. Asked only where a permit is
  /// bounded by path; elsewhere the host is what counts.
  static boolean plainPath(String path) {
    return !UNSAFE_PATH.matcher(path).find();
  }
}
