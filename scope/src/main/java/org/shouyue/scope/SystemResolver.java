package org.shouyue.scope;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The operating system's resolver. It knows no time limit of its own, so each lookup runs on a
/// daemon thread that is left behind when the limit passes.
final class SystemResolver implements Resolver {
  /// So many lookups may hang at once; beyond that the name service counts as failed.
  private static final int MAX_LOOKUPS = 128;

  private final Semaphore places = new Semaphore(MAX_LOOKUPS);

  @Override
  public List<InetAddress> addresses(String name, Duration limit) throws IOException {
    if (!places.tryAcquire()) {
      throw new IOException("the name service hangs: " + MAX_LOOKUPS + " lookups are waiting");
    }
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> lookUp(name));
    Thread.ofPlatform().daemon().name("lookup " + name).start(lookup);
    try {
      return List.of(lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no answer from the name service for " + name);
    } catch (ExecutionException e) {
      throw failure(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while looking up " + name);
    }
  }

  private InetAddress[] lookUp(String name) throws UnknownHostException {
    try {
      return InetAddress.getAllByName(name);
    } finally {
      places.release();
    }
  }

  private static IOException failure(String name, ExecutionException e) {
    String said = String.valueOf(e.getCause() == null ? null : e.getCause().getMessage());
    // glibc's EAI_AGAIN: the name service failed, which says nothing about the name.
    if (said.contains("Temporary failure")) {
      return new IOException("the name service failed for " + name, e);
    }
    UnknownHostException unknown = new UnknownHostException(name);
    unknown.initCause(e);
    return unknown;
  }
}
