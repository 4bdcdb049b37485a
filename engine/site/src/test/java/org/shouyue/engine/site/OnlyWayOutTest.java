package org.shouyue.engine.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shouyue.scope.OutwardReferences;

/// The broker is the only way out: shown on the class files, and in a running process.
@Timeout(120)
class OnlyWayOutTest {
  @TempDir Path folder;

  @Test
  void noClassOfThisEngineNamesAWayRoundTheBroker() {
    assertThat(OutwardReferences.in(Path.of("target", "classes"))).isEmpty();
  }

  @Test
  void everySocketOfARunningProcessIsMadeByTheScope() throws Exception {
    try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.page("ok"))) {
      List<String> said = runWatched(server.port(), "address:127.0.0.1");

      assertThat(said).contains("outcome up");
      assertThat(said).filteredOn(line -> line.startsWith("socket by ")).isNotEmpty();
      assertThat(said)
          .filteredOn(line -> line.startsWith("socket by "))
          .allMatch(line -> line.startsWith("socket by org.shouyue.scope."));
      assertThat(server.requests).isNotEmpty();
    }
  }

  @Test
  void withoutPermitARunningProcessMakesNoSocketAtAllAndNothingArrives() throws Exception {
    try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.page("ok"))) {
      List<String> said = runWatched(server.port(), "address:127.0.0.3");

      assertThat(said).contains("outcome not-permitted");
      assertThat(said).noneMatch(line -> line.startsWith("socket by "));
      assertThat(server.requests).isEmpty();
    }
  }

  private List<String> runWatched(int port, String target)
      throws IOException, InterruptedException {
    Path output = folder.resolve("said");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                "-Djava.nio.channels.spi.SelectorProvider=" + WatchedChannels.class.getName(),
                "-cp",
                System.getProperty("java.class.path", ".").replace(':', File.pathSeparatorChar),
                WatchedRun.class.getName(),
                String.valueOf(port),
                target)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    String said = Files.readString(output);
    assertThat(child.exitValue()).as(said).isZero();
    return said.lines().toList();
  }
}
