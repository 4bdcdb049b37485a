package org.shouyue.evidence;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Random;

/// Appends evidence and acknowledges each record on its standard output, until it is killed.
final class EndlessWriter {
  private EndlessWriter() {}

  public static void main(String[] arguments) {
    EvidenceStore store = EvidenceStore.open(Path.of(arguments[0]));
    PrintStream out = System.out;
    Random random = new Random();
    while (true) {
      byte[] content = new byte[random.nextInt(200_000)];
      random.nextBytes(content);
      EvidenceRecord record =
          store.append(Given.item("记录" + content.length), new ByteArrayInputStream(content));
      out.print(KillTest.acknowledgement(record) + "\n");
      out.flush();
    }
  }
}
