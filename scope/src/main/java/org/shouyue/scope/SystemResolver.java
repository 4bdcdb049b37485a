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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The operating system's resolver. It knows no time limit of its own, so each lookup runs on a
/// daemon thread that is left behind when the limit passes.
final class SystemResolver implements Resolver {
  @Override
  public List<InetAddress> addresses(String name, Duration limit) throws IOException {
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(name));
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
