package org.shouyue.contract.assist;

import java.io.IOException;

/// Carries one request to the endpoint. This library opens no connection: whoever calls it decides
/// how, and whether, the outside world is reached.
@FunctionalInterface
public interface AssistTransport {

  /// Posts the request and waits for the answer.
  ///
  /// @throws IOException when there is no answer in time or the connection fails
  AssistAnswer post(AssistRequest request) throws IOException, InterruptedException;
}
