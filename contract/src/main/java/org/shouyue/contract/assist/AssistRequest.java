package org.shouyue.contract.assist;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// One HTTP POST.
///
/// @param headers to send, the authorisation among them: not to be logged
/// @param body JSON in UTF-8
/// @param timeout for the whole exchange
/// @param mostBytes of the answer that are wanted; the transport stops reading one byte behind them
public record AssistRequest(
    URI endpoint, Map<String, String> headers, String body, Duration timeout, int mostBytes) {

  public AssistRequest {
    headers = Map.copyOf(headers);
  }

  /// Without the headers, which carry the key.
  @Override
  public String toString() {
    return "POST " + endpoint + " (" + body.length() + " characters)";
  }
}
