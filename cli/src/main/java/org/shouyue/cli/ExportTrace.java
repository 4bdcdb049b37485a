package org.shouyue.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `shouyue export trace FILE`: which export a file comes from, by the server's word. Ends with 0
/// when it is known, 1 when not.
@Command(
    name = "trace",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class ExportTrace implements Callable<Integer> {
  private static final String BOUNDARY = "----shouyue-export-trace";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  private Path file;

  @Option(names = "--server", defaultValue = "http://127.0.0.1:8765", paramLabel = "URL")
  private URI server;

  @Option(names = "--token-file", paramLabel = "FILE")
  private @Nullable Path tokenFile;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput(Words.say("export.no-file", file));
    }
    JsonNode traced = ask(token());
    PrintWriter out = spec.commandLine().getOut();
    String outcome = traced.path("outcome").asString();
    out.println(Words.say("export.outcome." + outcome));
    for (JsonNode match : traced.path("matches")) {
      JsonNode export = match.path("export");
      out.println(
          "  "
              + Words.say(
                  "export.match",
                  export.path("number").asString(),
                  export.path("at").asString(),
                  export.path("personName").asString(),
                  export.path("clientName").asString(),
                  export.path("name").asString(),
                  match.path("places").asInt()));
    }
    return outcome.equals("unknown") ? 1 : 0;
  }

  private String token() throws IOException {
    String token = tokenFile == null ? System.getenv("SHOUYUE_TOKEN") : Files.readString(tokenFile);
    if (token == null || token.isBlank()) {
      throw new BadInput(Words.say("export.no-token"));
    }
    return token.strip();
  }

  private JsonNode ask(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/exports/trace"))
            .timeout(Duration.ofMinutes(2))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form()))
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpResponse<String> answer =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new BadInput(Words.say("export.refused", answer.statusCode(), answer.body()));
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (java.net.ConnectException e) {
      throw new BadInput(Words.say("export.unreachable", server, e.toString()));
    }
  }

  private byte[] form() throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"found\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(Files.readAllBytes(file));
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }
}
