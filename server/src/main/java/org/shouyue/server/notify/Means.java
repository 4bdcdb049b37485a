package org.shouyue.server.notify;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A way to reach somebody, whoever's gateway carries it.
public enum Means {
  /// A voice call.
  PHONE,
  /// A short message.
  SMS,
  /// A message by a robot into a group of WeCom, DingTalk or Feishu.
  ROBOT,
  MAIL,
  /// The bell on our own pages; always works.
  INBOX;

  /// The written code, `phone`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The means with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static Means of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
