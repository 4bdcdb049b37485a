package org.shouyue.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.shouyue.contract.assist.AssistAnswer;
import org.shouyue.contract.assist.AssistRequest;
import org.shouyue.contract.assist.AssistTransport;

/// Carries a question to the endpoint that the user named on the command line: the user's own
/// service and not a client's system, so no permit is asked for. Follows no redirect.
final class AssistOverHttp implements AssistTransport {

  @Override
  public AssistAnswer post(AssistRequest asked) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(asked.endpoint())
            .timeout(asked.timeout())
            .POST(HttpRequest.BodyPublishers.ofString(asked.body()));
    asked.headers().forEach(request::header);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(asked.timeout()).build()) {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return new AssistAnswer(
            answer.statusCode(),
            new String(body.readNBytes(asked.mostBytes() + 1), StandardCharsets.UTF_8));
      }
    }
  }
}
