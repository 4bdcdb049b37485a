package org.shouyue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouyue.evidence.Given.CONTRACT;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that writes evidence is killed at random moments, again and again in the same store.
@Timeout(120)
class KillTest {
  private static final int KILLS = 8;

  @TempDir Path root;

  @Test
  void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
    Random random = new Random(20260302);
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(writeUntilKilled(1 + random.nextInt(60)));

      EvidenceStore store = EvidenceStore.open(root);
      List<String> found = store.records(CONTRACT).stream().map(KillTest::acknowledgement).toList();

      assertThat(store.verify(CONTRACT)).isInstanceOf(EvidenceStore.ChainState.Sound.class);
      assertThat(found).containsAll(acknowledged);
      assertThat(found.size())
          .as("at most one record a life was written and not yet acknowledged")
          .isLessThanOrEqualTo(acknowledged.size() + kill + 1);
    }
  }

  static String acknowledgement(EvidenceRecord record) {
    return record.seq() + " " + record.digest();
  }

  private List<String> writeUntilKilled(int acknowledgements)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> seen = new ArrayList<>();
    try (BufferedReader said = child.inputReader(StandardCharsets.US_ASCII)) {
      while (seen.size() < acknowledgements) {
        String line = said.readLine();
        assertThat(line).as("the writer ended by itself").isNotNull();
        seen.add(line);
      }
      // By its handle: the process object would close the stream that is read below.
      child.toHandle().destroyForcibly();
      // What it said before it died counts too.
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.matches("[0-9]+ [0-9a-f]{64}")) {
          seen.add(line);
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return seen;
  }
}
