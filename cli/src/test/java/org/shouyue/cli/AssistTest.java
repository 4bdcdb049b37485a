package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The second look by a model, against a real HTTP server on loopback that speaks its protocol.
class AssistTest {

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer endpoint;

  @BeforeEach
  void startEndpoint() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    endpoint.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.incrementAndGet();
          byte[] answer =
              """
              {"choices":[{"message":{"role":"assistant","content":"{\\"proposals\\":[{\\"path\\":\\"number\\",\\"value\\":\\"A-1\\",\\"lines\\":[1,1],\\"reason\\":\\"首行编号\\"}]}"}}]}
              """
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    endpoint.start();
  }

  @AfterEach
  void stopEndpoint() {
    endpoint.stop(0);
  }

  @Test
  void proposesBesideWhatWasReadAndChangesNothing() throws IOException {
    Path contract = contract();
    String alone = out("contract", "read", contract.toString());

    Told helped =
        run(
            "contract",
            "read",
            contract.toString(),
            "--assist",
            "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/v1/chat/completions");

    assertThat(helped.out).isEqualTo(alone);
    assertThat(helped.err).contains("number").contains("A-1").contains("首行编号");
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksNobodyUnlessTold() throws IOException {
    out("contract", "read", contract().toString());

    assertThat(asked).hasValue(0);
  }

  private Path contract() throws IOException {
    return Files.writeString(folder.resolve("contract.txt"), "编号 A-1 服务合同\n甲方：某局\n乙方：某公司\n");
  }

  private record Told(String out, String err) {}

  private static String out(String... arguments) {
    return run(arguments).out;
  }

  private static Told run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
    assertThat(exit).as(err.toString()).isZero();
    return new Told(out.toString(), err.toString());
  }
}
