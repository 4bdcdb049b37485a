package org.shouyue.evidence;

import java.io.IOException;

/// Turns what the disk says into this room's exception.
final class Storage {
  private Storage() {}

  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static EvidenceException failed(IOException e) {
    return new EvidenceException(
        EvidenceException.Code.STORAGE_FAILED, "the store failed: " + e.getMessage(), e);
  }
}
