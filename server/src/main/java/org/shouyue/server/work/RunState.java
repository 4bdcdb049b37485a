package org.shouyue.server.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where one run stands.
public enum RunState {
  /// Handed to the scheduler.
  QUEUED,
  /// A node works on it. When that node dies, another begins it again.
  RUNNING,
  /// It did its work, whatever it found.
  DONE,
  /// It could not say anything.
  UNABLE,
  /// A person stopped it.
  CANCELLED;

  /// True when nothing more will happen to it.
  public boolean finished() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case DONE, UNABLE, CANCELLED -> true;
    };
  }

  /// The written code, `done`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
