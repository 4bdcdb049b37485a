package org.shouyue.server.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/// The kinds of traces by which an attack is known again (IOC), each with the form of its values.
enum IndicatorType {
  IP("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+)(/\\d{1,3})?"),
  DOMAIN("(?!-)[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+"),
  URL("[a-zA-Z][a-zA-Z0-9+.-]*://\\S+"),
  MAIL("\\S+@\\S+"),
  MD5("[0-9a-fA-F]{32}"),
  SHA1("[0-9a-fA-F]{40}"),
  /// Also of SM3, which is as long.
  SHA256("[0-9a-fA-F]{64}"),
  FILE(".+"),
  PROCESS(".+"),
  ACCOUNT(".+"),
  OTHER(".+");

  private final Pattern form;

  IndicatorType(String form) {
    this.form = Pattern.compile(form);
  }

  boolean accepts(String value) {
    return form.matcher(value).matches();
  }

  /// The value in the one way of writing it, so that the same trace is found again.
  String plain(String value) {
    return switch (this) {
      case IP, DOMAIN, MD5, SHA1, SHA256, MAIL -> value.strip().toLowerCase(Locale.ROOT);
      case URL, FILE, PROCESS, ACCOUNT, OTHER -> value.strip();
    };
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static IndicatorType of(String code) {
    return Codes.of(values(), IndicatorType::code, code);
  }
}
