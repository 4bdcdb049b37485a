package org.shouyue.server.external;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What kind of authority a notice comes from.
enum IssuerKind {
  /// 网信办.
  INTERNET_OFFICE("网信", "互联网信息办"),
  /// 公安.
  POLICE("公安", "网警", "网安"),
  /// The client's superior (上级单位).
  SUPERIOR("政府办公", "办公厅", "大数据", "政务服务", "工业和信息化", "通信管理"),
  /// A public board of faulty government sites (问题曝光台).
  EXPOSURE_BOARD("曝光"),
  OTHER;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that cannot be changed
  private final List<String> words;

  IssuerKind(String... words) {
    this.words = List.of(words);
  }

  /// The kind that an issuer's name tells; [#OTHER] when it tells none.
  static IssuerKind told(String issuer) {
    return Arrays.stream(values())
        .filter(kind -> kind.words.stream().anyMatch(issuer::contains))
        .findFirst()
        .orElse(OTHER);
  }

  /// The written code, `internet-office`.
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static IssuerKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
