package org.shouyue.server.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How somebody reached the desk. By contract 3 §5.2.2 instant messages are for questions; what is
/// to be worked on comes by phone or mail, or signed in on the web, which proves more.
public enum Channel {
  WEB(true),
  MAIL(true),
  PHONE(true),
  WECHAT(false),
  QQ(false),
  OTHER(false);

  private final boolean formal;

  Channel(boolean formal) {
    this.formal = formal;
  }

  /// Whether a request that comes this way may be worked on.
  public boolean isFormal() {
    return formal;
  }

  /// The written code, `wechat`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The channel with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
