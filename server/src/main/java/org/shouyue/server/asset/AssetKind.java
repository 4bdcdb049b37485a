package org.shouyue.server.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.shouyue.scope.DatabaseTarget;
import org.shouyue.scope.Domain;
import org.shouyue.scope.Target;
import org.shouyue.scope.UrlPrefix;

/// What kind of thing is served, which says how its address is written.
public enum AssetKind {
  /// An application as people know it; its address is free text.
  SYSTEM("text"),
  /// A web site; its address is a URL.
  SITE("a URL as https://www.example.cn/"),
  /// A machine; its address is a host name or an IP address.
  HOST("a host name or an IP address"),
  /// A database service; its address is `kind://host:port/name`.
  DATABASE("as postgresql://host:5432/name"),
  /// A domain with everything below it.
  DOMAIN("a domain as example.cn");

  private final String form;

  AssetKind(String form) {
    this.form = form;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static AssetKind of(String code) {
    return Stream.of(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of " + Stream.of(values()).map(AssetKind::code).toList()));
  }

  /// How an address of this kind is written, for people.
  String form() {
    return form;
  }

  /// Whether the text is an address of this kind.
  boolean accepts(String address) {
    try {
      return switch (this) {
        case SYSTEM -> !address.isBlank();
        case SITE -> Target.parse(address) instanceof UrlPrefix;
        case DATABASE -> Target.parse(address) instanceof DatabaseTarget;
        case DOMAIN -> new Domain(address).name().equals(address);
        case HOST -> !address.contains("/") && !address.contains("*") && parses(address);
      };
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean parses(String address) {
    var _ = Target.parse(address);
    return true;
  }
}
