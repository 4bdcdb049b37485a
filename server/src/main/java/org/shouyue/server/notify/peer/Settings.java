package org.shouyue.server.notify.peer;

import java.util.Map;
import java.util.Objects;

/// A channel's settings and opened secrets by name.
public record Settings(Map<String, String> values) {
  public Settings {
    values = Map.copyOf(values);
  }

  /// The value; empty when it was not given.
  public String get(String name) {
    return Objects.requireNonNullElse(values.get(name), "");
  }

  @Override
  public String toString() {
    return "Settings" + values.keySet(); // secrets among them
  }
}
