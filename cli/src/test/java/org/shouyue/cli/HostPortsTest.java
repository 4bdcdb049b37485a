package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/// The list of listening ports beside a socket that the test itself opens and closes.
class HostPortsTest {

  @Test
  void listsAPortWhileItIsOpen() throws IOException {
    int port;
    try (ServerSocket opened = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = opened.getLocalPort();
      Shell.Answer answer = Shell.run("host", "ports");

      assertThat(answer.exit()).isZero();
      assertThat(answer.out().lines())
          .filteredOn(line -> line.matches(".*:" + port + "\\b.*"))
          .singleElement()
          .asString()
          .contains("(" + ProcessHandle.current().pid() + ")");
      assertThat(Shell.run("host", "ports", "--format", "json").out())
          .contains(Integer.toString(port));
    }

    assertThat(Shell.run("host", "ports").out().lines())
        .noneMatch(line -> line.matches(".*:" + port + "\\b.*"));
  }
}
