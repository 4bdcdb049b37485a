package org.shouyue.contract.assist;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Which endpoint to ask.
///
/// @param endpoint of the chat completions, `http://127.0.0.1:11434/v1/chat/completions`
/// @param model its name there
/// @param key for the Authorization header, null when none is needed
/// @param timeout for the whole exchange
public record AssistSettings(URI endpoint, String model, @Nullable String key, Duration timeout) {

  public AssistSettings {
    String scheme = endpoint.getScheme();
    if (scheme == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("an endpoint is an http or https address: " + endpoint);
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("a model has a name");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("a timeout is longer than nothing, not " + timeout);
    }
  }

  /// Without the key.
  @Override
  public String toString() {
    return model + " at " + endpoint;
  }
}
