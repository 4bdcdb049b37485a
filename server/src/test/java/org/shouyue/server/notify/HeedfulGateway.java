package org.shouyue.server.notify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.shouyue.server.notify.FakePeer.Received;
import org.shouyue.server.notify.FakePeer.Reply;

/// A gateway that heeds `Idempotency-Key`: what comes a second time under a key is answered as the
/// first was and not passed on again. Can be made to hold on to what it hears, so that its caller
/// can be killed at a chosen point.
public final class HeedfulGateway implements AutoCloseable {

  /// What it does with a request.
  public enum Mood {
    /// Passes it on and says so.
    WILLING,
    /// Hears it and does nothing: the caller dies before the message is anywhere.
    DEAF,
    /// Passes it on and says nothing: the caller dies before it knows.
    MUTE
  }

  private static final long TAKES_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
  private static final int PATIENCE_SECONDS = 60;

  private final FakePeer peer = new FakePeer(this::answer);
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final List<String> passedOn = new CopyOnWriteArrayList<>();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private volatile Mood mood = Mood.WILLING;
  private volatile CountDownLatch change = new CountDownLatch(1);

  public String url() {
    return peer.url();
  }

  /// Changes its mood; what it holds on to is let go without an answer.
  public void be(Mood other) {
    CountDownLatch before = change;
    change = new CountDownLatch(1);
    held.set(0);
    mood = other;
    before.countDown();
  }

  /// The bodies of what was passed on, in order.
  public List<String> passedOn() {
    return List.copyOf(passedOn);
  }

  /// How many requests came under a key that had been passed on before.
  public int again() {
    return again.get();
  }

  /// How many requests it holds on to.
  public int held() {
    return held.get();
  }

  private Reply answer(Received received, int n) {
    Mood now = mood;
    CountDownLatch until = change;
    if (now != Mood.DEAF) {
      passOn(received);
    }
    if (now == Mood.WILLING) {
      LockSupport.parkNanos(TAKES_NANOS);
      return Reply.of(200, "ok");
    }
    held.incrementAndGet();
    try {
      boolean _ = until.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new Reply(0, "", Map.of());
  }

  private void passOn(Received received) {
    if (keys.add(received.header("Idempotency-Key"))) {
      passedOn.add(received.body());
    } else {
      again.incrementAndGet();
    }
  }

  @Override
  public void close() {
    be(Mood.WILLING);
    peer.close();
  }
}
