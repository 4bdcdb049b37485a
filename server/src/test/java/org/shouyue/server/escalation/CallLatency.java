package org.shouyue.server.escalation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouyue.server.notify.FakePeer;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.notify.Telling;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;

/// Measures how long it takes from the moment a critical thing is reported until the voice provider
/// is asked to call: one HTTP request that opens a ticket, its escalation, the queue, the call. Run
/// by hand: `CallLatency [tickets] [at once]`.
final class CallLatency {
  private static final Pattern NUMBERED = Pattern.compile("第 (\\d+) 号中断");
  private static final int WARM_UP = 50;

  private CallLatency() {}

  public static void main(String[] arguments) throws Exception {
    int tickets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    TestDatabase.Address database = TestDatabase.fresh();
    Path home = Files.createTempDirectory(Path.of("target"), "latency");
    Map<Integer, Long> arrived = new ConcurrentHashMap<>();
    try (FakePeer voice = new FakePeer((call, _) -> note(call, arrived));
        ServerProcess server = ServerProcess.start(database, home)) {
      Browser manager = new Browser(server.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
      UUID contract = ready(manager, voice);
      long[] begun = new long[WARM_UP + tickets];
      Semaphore free = new Semaphore(atOnce);
      for (int n = 0; n < begun.length; n++) {
        int number = n;
        free.acquire();
        Thread.ofVirtual()
            .start(() -> {
              begun[number] = System.nanoTime();
              open(manager, contract, number);
              free.release();
            });
      }
      while (arrived.size() < begun.length) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      double[] millis = new double[tickets];
      for (int n = 0; n < tickets; n++) {
        millis[n] = (arrived.get(WARM_UP + n) - begun[WARM_UP + n]) / 1e6;
      }
      Arrays.sort(millis);
      System.out.printf(
          "%d critical tickets, %d at once: report to call p50 %.0f ms, p95 %.0f ms, p99 %.0f ms,"
              + " longest %.0f ms%n",
          tickets,
          atOnce,
          millis[tickets / 2],
          millis[tickets * 95 / 100],
          millis[tickets * 99 / 100],
          millis[tickets - 1]);
    } finally {
      database.drop();
    }
    System.exit(0);
  }

  private static Reply note(FakePeer.Received call, Map<Integer, Long> arrived) {
    Matcher numbered = NUMBERED.matcher(call.body());
    if (numbered.find()) {
      arrived.putIfAbsent(Integer.valueOf(numbered.group(1)), call.atNanos());
    }
    return Reply.of(200, "ok");
  }

  private static UUID ready(Browser manager, FakePeer voice) throws Exception {
    SignedContract signed = new SignedContract(manager, "云溪县人民政府办公室");
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    signed.sign(contract, "2026-01-01", null);
    manager
        .post(
            "/api/people",
            Map.of(
                "username", "on-call",
                "name", "值班经理",
                "role", "provider-manager",
                "password", "a-long-password",
                "phone", "13900139000"))
        .expect(201);
    manager
        .post(
            "/api/channels",
            Map.of("kind", "voice-http", "name", "语音", "settings", Telling.http(voice.url())))
        .expect(201);
    return contract;
  }

  private static void open(Browser manager, UUID contract, int number) {
    manager
        .post(
            "/api/tickets",
            Map.of(
                "contractId",
                contract,
                "kind",
                "fault",
                "severity",
                "critical",
                "title",
                "第 " + number + " 号中断"))
        .expect(201);
  }
}
