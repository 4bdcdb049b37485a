package org.shouyue.scope;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A destination that has exactly one reading.
///
/// @param canonical the ASCII name, or the literal address as the JDK prints it
/// @param literal the address, or null when the host is a name
/// @param url the web address, or null when it is not about the web
record Endpoint(String canonical, @Nullable InetAddress literal, int port, @Nullable SiteUrl url) {

  sealed interface Reading {}

  record Clear(Endpoint endpoint) implements Reading {}

  record Odd(RefusalCode code, String why) implements Reading {}

  static Reading read(Destination destination) {
    URI uri = destination.url();
    SiteUrl url = null;
    if (uri != null) {
      switch (SiteUrl.read(uri)) {
        case SiteUrl.Odd odd -> {
          return new Odd(odd.code(), odd.why());
        }
        case SiteUrl.Plain plain -> url = plain.url();
      }
    }
    if (destination.port() < 1 || destination.port() > 65_535) {
      return new Odd(RefusalCode.AMBIGUOUS_DESTINATION, "not a port: " + destination.port());
    }
    return switch (HostText.read(destination.host())) {
      case HostText.Unclear unclear -> new Odd(RefusalCode.AMBIGUOUS_DESTINATION, unclear.why());
      case HostText.Name name ->
          agreeing(new Endpoint(name.ascii(), null, destination.port(), url));
      case HostText.Literal(InetAddress address) ->
          agreeing(new Endpoint(address.getHostAddress(), address, destination.port(), url));
    };
  }

  private static Reading agreeing(Endpoint endpoint) {
    SiteUrl url = endpoint.url;
    if (url != null && (!url.host().equals(endpoint.canonical) || url.port() != endpoint.port)) {
      return new Odd(RefusalCode.AMBIGUOUS_DESTINATION, "host or port differ from the URL's");
    }
    return new Clear(endpoint);
  }
}
