package org.shouyue.scope;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/// One database service: kind, host, port and the name of the database, which is empty when the
/// permit speaks of the whole instance. The broker enforces host and port; the name is for the
/// engine that speaks the protocol.
public record DatabaseTarget(String kind, String host, int port, String database)
    implements Target {
  /// The ports that the vendors document as their defaults.
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of(
          "postgresql", 5432,
          "mysql", 3306,
          "oracle", 1521,
          "sqlserver", 1433,
          "dm", 5236,
          "kingbase", 54321,
          "redis", 6379,
          "mongodb", 27017);

  public DatabaseTarget {
    host = HostText.canonicalOrThrow(host);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  static DatabaseTarget parse(String text) {
    URI uri = URI.create(text);
    String kind = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() > 0 ? uri.getPort() : DEFAULT_PORTS.getOrDefault(kind, -1);
    if (uri.getHost() == null || port < 0 || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "not kind://host:port/database without credentials: " + text);
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    return new DatabaseTarget(
        kind, uri.getHost(), port, path.startsWith("/") ? path.substring(1) : path);
  }

  @Override
  public String written() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "database:" + kind + "://" + shown + ":" + port + "/" + database;
  }
}
