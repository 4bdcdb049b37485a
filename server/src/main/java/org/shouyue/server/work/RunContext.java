package org.shouyue.server.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Method;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Permit;
import org.shouyue.scope.Purpose;
import org.shouyue.server.asset.Asset;

/// What a capability may see and use during one run. Used by one thread.
public final class RunContext {
  private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final Run run;
  private final Asset asset;
  private final Access access;
  private final InstantSource clock;
  private final Watcher watcher;
  private final @Nullable String memory;
  private final List<String> log = new ArrayList<>();
  private long toldAt = System.nanoTime();
  private long askedAt = System.nanoTime();
  private boolean cancelled;

  RunContext(
      Run run,
      Asset asset,
      Access access,
      InstantSource clock,
      Watcher watcher,
      @Nullable String memory) {
    this.run = run;
    this.asset = asset;
    this.access = access;
    this.clock = clock;
    this.watcher = watcher;
    this.memory = memory;
  }

  /// The way out and what the client signed for it.
  record Access(NetworkBroker broker, List<Permit> permits) {
    Access {
      permits = List.copyOf(permits);
    }
  }

  /// Who is told how far the run is, and knows whether somebody wants it stopped.
  interface Watcher {
    void progress(int done, int total, String message);

    boolean cancelAsked();
  }

  public Run run() {
    return run;
  }

  /// What is worked on.
  public Asset asset() {
    return asset;
  }

  /// The only way out to the network.
  public NetworkBroker broker() {
    return access.broker();
  }

  /// For whom and by which permits a connection of this risk class is wanted.
  public Purpose purpose(Method method) {
    return new Purpose(run.clientId(), access.permits(), method, run.capability().code());
  }

  /// The client's permits that stand now.
  public List<Permit> permits() {
    return access.permits();
  }

  /// Now, by the clock that the contract is served by.
  public Instant now() {
    return clock.instant();
  }

  public InstantSource clock() {
    return clock;
  }

  /// What the last run on this asset left to remember, as JSON; null when there was none.
  public @Nullable String memory() {
    return memory;
  }

  /// Tells how far the run is. Written at most three times a second.
  public void progress(int done, int total, String message) {
    long now = System.nanoTime();
    if (now - toldAt > REFRESH_NANOS) {
      toldAt = now;
      watcher.progress(done, total, message);
    }
  }

  /// Adds a line to the run's log.
  public void say(String line) {
    log.add(line);
  }

  List<String> log() {
    return log;
  }

  /// True when somebody wants this run to stop: return [Outcome.Cancelled] soon.
  public boolean cancelled() {
    long now = System.nanoTime();
    if (!cancelled && now - askedAt > REFRESH_NANOS) {
      askedAt = now;
      cancelled = watcher.cancelAsked();
    }
    return cancelled;
  }
}
