package org.shouyue.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouyue.scope.Given.NOW;
import static org.shouyue.scope.Given.observing;
import static org.shouyue.scope.Given.permit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NetworkBrokerTest {
  private static final Timeouts QUICK = Timeouts.of(Duration.ofSeconds(10));
  private static final Permit LOOPBACK = permit("address:127.0.0.0/8");

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> lookups = new ArrayList<>();
  private final List<List<InetAddress>> answers = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final AtomicLong ticks = new AtomicLong();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void opensWhatThePermitCovers() throws IOException {
    NetworkBroker broker = broker(Limits.GENTLE);

    try (Connection connection = opened(broker, LOOPBACK);
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write('y');
      assertThat(connection.in().read()).isEqualTo('y');
      connection.out().write('z');
      assertThat(accepted.getInputStream().read()).isEqualTo('z');
      assertThat(connection.permits()).containsExactly(LOOPBACK.id());
      assertThat(broker.openConnections()).isOne();
    }
    assertThat(broker.openConnections()).isZero();
    assertThat(refusals).isEmpty();
  }

  @Test
  void withoutPermitNothingArrivesAndNoNameIsLookedUp() throws IOException {
    NetworkBroker broker = broker(Limits.GENTLE);

    Opening byAddress = broker.open(observing(), here(), QUICK);
    Opening byName =
        broker.open(
            observing(permit("host:a.cn")), Destination.of("b.cn", server.getLocalPort()), QUICK);

    assertThat(code(byAddress)).isEqualTo(RefusalCode.NO_PERMIT);
    assertThat(code(byName)).isEqualTo(RefusalCode.TARGET_NOT_COVERED);
    assertThat(lookups).isEmpty();
    assertThat(refusals).hasSize(2);
    assertNothingArrived();
  }

  @Test
  void rebindingGainsNothingBecauseTheCheckedAddressIsTheOneDialled() throws IOException {
    // First answer harmless, any later one would be the target of the attack.
    answers.add(List.of(InetAddress.ofLiteral("127.0.0.1")));
    answers.add(List.of(InetAddress.ofLiteral("169.254.169.254")));
    NetworkBroker broker = broker(Limits.GENTLE);
    Destination named = Destination.of("a.cn", server.getLocalPort());
    Purpose purpose = observing(permit("host:a.cn", "address:127.0.0.1"));

    Opening first = broker.open(purpose, named, QUICK);
    Opening second = broker.open(purpose, named, QUICK);

    assertThat(first).isInstanceOf(Opening.Opened.class);
    try (Connection connection = ((Opening.Opened) first).connection()) {
      assertThat(connection.remote().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
    }
    assertThat(code(second)).isEqualTo(RefusalCode.SPECIAL_ADDRESS);
    assertThat(lookups).containsExactly("a.cn", "a.cn");
  }

  @Test
  void nameThatResolvesIntoLoopbackWithoutRangeIsRefused() throws IOException {
    answers.add(List.of(InetAddress.ofLiteral("127.0.0.1")));

    Opening opening =
        broker(Limits.GENTLE)
            .open(
                observing(permit("domain:a.cn")),
                Destination.of("x.a.cn", server.getLocalPort()),
                QUICK);

    assertThat(code(opening)).isEqualTo(RefusalCode.SPECIAL_ADDRESS);
    assertThat(refusals.getFirst().addresses()).hasSize(1);
    assertThat(refusals.getFirst().message().en()).contains("x.a.cn = 127.0.0.1");
    assertNothingArrived();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1", "0177.0.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "127.0.0.01", "127.0.0.1.",
        "１２７.0.0.1", "127。0。0。1", "::1%lo", "127.0.0.1 ", "127.0.0.1#a.cn", "a.cn\u0000.b.cn", ""
      })
  void otherSpellingsOfAnAddressAreRefused(String host) throws IOException {
    Opening opening =
        broker(Limits.GENTLE)
            .open(observing(LOOPBACK), Destination.of(host, server.getLocalPort()), QUICK);

    assertThat(code(opening)).isEqualTo(RefusalCode.AMBIGUOUS_DESTINATION);
    assertThat(lookups).isEmpty();
    assertNothingArrived();
  }

  @Test
  void ipv4InIpv6ClothesIsJudgedAsTheIpv4AddressItIs() throws IOException {
    Destination dressed = Destination.of("::ffff:127.0.0.1", server.getLocalPort());

    Opening covered = broker(Limits.GENTLE).open(observing(LOOPBACK), dressed, QUICK);
    Opening bare = broker(Limits.GENTLE).open(observing(permit("address:::/0")), dressed, QUICK);

    assertThat(covered).isInstanceOf(Opening.Opened.class);
    ((Opening.Opened) covered).connection().close();
    assertThat(code(bare)).isEqualTo(RefusalCode.SPECIAL_ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.cn@127.0.0.1/, CREDENTIALS_IN_URL",
    "http://u:p@a.cn/, CREDENTIALS_IN_URL",
    "http:///x, CREDENTIALS_IN_URL",
    "ftp://a.cn/, AMBIGUOUS_DESTINATION",
    "http://0x7f000001/, AMBIGUOUS_DESTINATION",
    "http://127.1/, AMBIGUOUS_DESTINATION",
    "http://a.cn:99999/, AMBIGUOUS_DESTINATION",
    "http://b.cn/, TARGET_NOT_COVERED",
    "http://a.cn.b.cn/, TARGET_NOT_COVERED"
  })
  void oddUrlsAreRefusedBeforeAnyLookup(String url, RefusalCode code) {
    Opening opening =
        broker(Limits.GENTLE)
            .open(observing(permit("host:a.cn")), Destination.of(URI.create(url)), QUICK);

    assertThat(code(opening)).isEqualTo(code);
    assertThat(lookups).isEmpty();
  }

  @Test
  void hostThatDiffersFromItsUrlIsRefused() {
    Destination forged = new Destination("127.0.0.1", 80, URI.create("http://a.cn/"));

    Opening opening = broker(Limits.GENTLE).open(observing(LOOPBACK), forged, QUICK);

    assertThat(code(opening)).isEqualTo(RefusalCode.AMBIGUOUS_DESTINATION);
  }

  @Test
  void trailingDotAndCaseAndIdnAreTheSameName() {
    for (String host :
        List.of("WWW.政务.中国", "www.政务.中国.", "www。政务。中国", "www.xn--zfr164b.xn--fiqs8s")) {
      answers.add(List.of(InetAddress.ofLiteral("127.0.0.1")));

      Opening opening =
          broker(Limits.GENTLE)
              .open(
                  observing(permit("domain:政务.中国", "address:127.0.0.1")),
                  Destination.of(host, server.getLocalPort()),
                  QUICK);

      assertThat(opening).as(host).isInstanceOf(Opening.Opened.class);
      ((Opening.Opened) opening).connection().close();
    }
    assertThat(lookups).containsOnly("www.xn--zfr164b.xn--fiqs8s");
  }

  @Test
  void killSwitchCutsOpenConnectionsAtOnceAndRefusesNewOnes() throws Exception {
    NetworkBroker broker = broker(Limits.GENTLE);
    Connection connection = opened(broker, LOOPBACK);
    try (Socket accepted = server.accept()) {
      CompletableFuture<Throwable> reading = new CompletableFuture<>();
      Thread.startVirtualThread(() -> reading.complete(failureOfReading(connection)));

      broker.halt("演练");

      assertThat(reading.get(5, TimeUnit.SECONDS)).isInstanceOf(ConnectionStopped.class);
      assertThat(accepted.getInputStream().read()).as("the peer sees the end").isEqualTo(-1);
      assertThat(broker.openConnections()).isZero();
      assertThat(code(broker.open(observing(LOOPBACK), here(), QUICK)))
          .isEqualTo(RefusalCode.HALTED);
      broker.resume();
      assertThatThrownBy(() -> connection.out().write(1)).isInstanceOf(IOException.class);
      opened(broker, LOOPBACK).close();
    }
  }

  @Test
  void revokingCutsTheConnectionsThatRestOnThePermit() throws IOException {
    NetworkBroker broker = broker(Limits.GENTLE);
    Connection connection = opened(broker, LOOPBACK);

    broker.cut(new PermitId(new java.util.UUID(9, 9)));
    assertThat(broker.openConnections()).isOne();
    broker.cut(LOOPBACK.id());

    assertThat(broker.openConnections()).isZero();
    assertThatThrownBy(() -> connection.in().read())
        .isInstanceOfSatisfying(
            ConnectionStopped.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.REVOKED));
  }

  @Test
  void connectionEndsWithThePermitsWindow() throws IOException {
    try (Connection connection = opened(broker(Limits.GENTLE), LOOPBACK)) {
      connection.out().write('a');

      now.set(LOOPBACK.until());

      assertThatThrownBy(() -> connection.out().write('b'))
          .isInstanceOfSatisfying(
              ConnectionStopped.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.EXPIRED));
    }
  }

  @Test
  void paceIsATokenBucketPerAddress() {
    NetworkBroker broker = broker(new Limits(2, 3, 100));
    for (int i = 0; i < 3; i++) {
      opened(broker, LOOPBACK).close();
    }

    Opening fourth = broker.open(observing(LOOPBACK), here(), QUICK);
    ticks.addAndGet(TimeUnit.MILLISECONDS.toNanos(499));
    Opening early = broker.open(observing(LOOPBACK), here(), QUICK);
    ticks.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));

    assertThat(code(fourth)).isEqualTo(RefusalCode.RATE_LIMITED);
    assertThat(refusals.getFirst().retryAfter()).isEqualTo(Duration.ofMillis(500));
    assertThat(code(early)).isEqualTo(RefusalCode.RATE_LIMITED);
    opened(broker, LOOPBACK).close();
  }

  @Test
  void concurrencyIsBoundedAndPlacesComeBack() {
    NetworkBroker broker = broker(new Limits(1000, 1000, 2));
    Connection first = opened(broker, LOOPBACK);
    Connection second = opened(broker, LOOPBACK);

    Opening third = broker.open(observing(LOOPBACK), here(), QUICK);
    first.close();
    first.close();

    assertThat(code(third)).isEqualTo(RefusalCode.TOO_MANY_OPEN);
    opened(broker, LOOPBACK).close();
    second.close();
  }

  @Test
  void tellsHowTheNetworkFailed() throws IOException {
    Destination nobody = here();
    server.close();
    NetworkBroker broker = broker(Limits.GENTLE);

    Opening refused = broker.open(observing(LOOPBACK), nobody, QUICK);
    Opening unknown =
        broker.open(observing(permit("host:a.cn")), Destination.of("a.cn", 80), QUICK);

    assertThat(((Opening.Failed) refused).failure()).isEqualTo(Opening.Failure.CONNECTION_REFUSED);
    assertThat(((Opening.Failed) unknown).failure()).isEqualTo(Opening.Failure.NAME_UNKNOWN);
    assertThat(broker.openConnections()).isZero();
    assertThat(refusals).isEmpty();
  }

  @Test
  void dripFedReaderEndsAtTheTotalLimit() throws IOException {
    try (Connection connection = opened(broker(Limits.GENTLE), LOOPBACK);
        Socket accepted = server.accept()) {
      for (int second = 1; second < 10; second++) {
        accepted.getOutputStream().write(second);
        assertThat(connection.in().read()).isEqualTo(second);
        ticks.addAndGet(TimeUnit.SECONDS.toNanos(1));
      }
      ticks.addAndGet(TimeUnit.SECONDS.toNanos(1));
      accepted.getOutputStream().write(1);

      assertThatThrownBy(() -> connection.in().read()).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void proxySettingsOfTheProcessDoNotLeadRoundTheCheckedAddress() {
    System.setProperty("socksProxyHost", "127.0.0.2");
    System.setProperty("socksProxyPort", "9");
    try {
      opened(broker(Limits.GENTLE), LOOPBACK).close();
    } finally {
      System.clearProperty("socksProxyHost");
      System.clearProperty("socksProxyPort");
    }
  }

  private NetworkBroker broker(Limits limits) {
    return new NetworkBroker(
        this::resolve, refusals::add, now::get, new Traffic(limits, ticks::get), ticks::get);
  }

  private List<InetAddress> resolve(String name, Duration limit) throws UnknownHostException {
    lookups.add(name);
    if (answers.isEmpty()) {
      throw new UnknownHostException(name);
    }
    return answers.removeFirst();
  }

  private Destination here() {
    return Destination.of("127.0.0.1", server.getLocalPort());
  }

  private Connection opened(NetworkBroker broker, Permit permit) {
    Opening opening = broker.open(observing(permit), here(), QUICK);
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    return ((Opening.Opened) opening).connection();
  }

  private static RefusalCode code(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Refused.class);
    return ((Opening.Refused) opening).refusal().code();
  }

  private static Throwable failureOfReading(Connection connection) {
    try {
      connection.in().read();
      return new AssertionError("something was read");
    } catch (IOException e) {
      return e;
    }
  }

  /// The queue of a listening socket is first in, first out: if our own knock is the first to be
  /// accepted, nobody knocked before.
  private void assertNothingArrived() throws IOException {
    try (Socket knock = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket first = server.accept()) {
      assertThat(first.getPort()).isEqualTo(knock.getLocalPort());
    }
  }
}
