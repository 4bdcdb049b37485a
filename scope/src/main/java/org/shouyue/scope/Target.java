package org.shouyue.scope;

import java.util.Locale;

/// Something that a permit may name. Which target covers which destination is decided by the broker
/// alone.
///
/// Written forms, read by [#parse] and printed by [#written]: `address:10.1.0.0/16`,
/// `host:www.example.cn`, `domain:example.cn`, `url:https://www.example.cn/site`,
/// `database:postgresql://db.example.cn:5432/letters`, `path:/var/www`.
public sealed interface Target
    permits AddressRange, DatabaseTarget, Domain, HostName, PathTarget, UrlPrefix {

  /// The written form, with its kind in front.
  String written();

  /// Reads a written form. Without a kind in front the form tells: `/…` is a path, `http(s)://…` a
  /// URL prefix, any other `…://` a database, `*.name` a domain, digits an address, else a host.
  ///
  /// @throws IllegalArgumentException naming what is wrong with the text
  static Target parse(String text) {
    String trimmed = text.strip();
    int colon = trimmed.indexOf(':');
    String kind = colon < 0 ? "" : trimmed.substring(0, colon);
    String rest = trimmed.substring(colon + 1);
    return switch (kind) {
      case "address" -> AddressRange.parse(rest);
      case "host" -> new HostName(rest);
      case "domain" -> new Domain(rest);
      case "url" -> UrlPrefix.parse(rest);
      case "database" -> DatabaseTarget.parse(rest);
      case "path" -> new PathTarget(rest);
      default -> guess(trimmed);
    };
  }

  private static Target guess(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return UrlPrefix.parse(text);
    }
    if (lower.contains("://")) {
      return DatabaseTarget.parse(text);
    }
    if (lower.startsWith("/")) {
      return new PathTarget(text);
    }
    if (lower.startsWith("*.")) {
      return new Domain(text.substring(2));
    }
    if (lower.indexOf('/') > 0 || HostText.read(text) instanceof HostText.Literal) {
      return AddressRange.parse(text);
    }
    return new HostName(text);
  }
}
