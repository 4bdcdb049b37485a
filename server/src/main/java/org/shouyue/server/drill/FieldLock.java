package org.shouyue.server.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets one thread at a time touch a node's drill field and its journal, across processes that
/// share a home: the lock lies on a file, and the system takes it from a process that is killed.
/// May be taken again by the thread that has it.
final class FieldLock {
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final Path file;

  FieldLock(Path file) {
    this.file = file;
  }

  <T> T alone(Supplier<T> work) {
    IN_THIS_PROCESS.lock();
    try {
      return IN_THIS_PROCESS.getHoldCount() == 1 ? aloneOnThisHost(work) : work.get();
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  @SuppressWarnings("try") // held until the work is done
  private <T> T aloneOnThisHost(Supplier<T> work) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }
}
