package org.shouyue.server.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouyue.server.notify.HeedfulGateway;
import org.shouyue.server.notify.HeedfulGateway.Mood;
import org.shouyue.server.notify.Telling;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerProcess;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import org.shouyue.server.testing.TestDatabase;

/// A server that is killed by SIGKILL while it tells people, and started again. Nothing is lost, no
/// step of a chain is taken twice, and a gateway that heeds the key of a message passes each on
/// once; one that does not may pass on twice what was in hand at that moment, and no more.
class KilledEscalationTest {
  /// What one node has in hand by the two channels at most.
  private static final int IN_HAND = 16;

  private static final int STEPS = 3;
  private static final Duration RESUMED_WITHIN = Duration.ofSeconds(5);

  private static final TestDatabase.Address DATABASE = TestDatabase.fresh();
  private static Path home;
  private static ServerProcess server;
  private static Browser manager;
  private static UUID contract;
  private static UUID client;
  private static HeedfulGateway voice;
  private static HeedfulGateway sms;
  private static UUID smsChannel;

  @BeforeAll
  static void signAndConnect() throws Exception {
    home = Files.createTempDirectory(Path.of("target"), "killed");
    voice = new HeedfulGateway();
    sms = new HeedfulGateway();
    start();
    manager = new Browser(server.port()).signIn("admin", ServerUnderTest.ADMIN_PASSWORD);
    SignedContract signed = new SignedContract(manager, "云溪县人民政府办公室");
    client = signed.client();
    contract =
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
    connect("voice-http", voice);
    smsChannel = connect("sms-http", sms);
    onlyTheChainRings();
  }

  @AfterAll
  static void leave() {
    server.close();
    voice.close();
    sms.close();
    DATABASE.drop();
  }

  /// Three steps that come one second after the other, each by call and by message.
  private static void onlyTheChainRings() {
    Map<String, Object> step =
        Map.of("afterMinutes", 0, "whom", "on-call", "means", List.of("phone", "sms"));
    manager
        .put(
            "/api/escalation-chains",
            Map.of(
                "clientId",
                client,
                "severity",
                "critical",
                "repeatMinutes",
                60,
                "steps",
                List.of(step, step, step)))
        .expect(200);
    manager
        .put(
            "/api/notice-rules",
            Map.of("clientId", client, "urgency", "disaster", "means", List.of("inbox")))
        .expect(200);
  }

  @Test
  void goesOnWithTheQueueWhetherTheGatewayHadTheMessageOrNot() throws Exception {
    int each = 40;
    int before = sms.passedOn().size();
    int again = sms.again();

    sms.be(Mood.MUTE);
    queue(0, each);
    Telling.await("the gateway has some of them", () -> sms.held() == IN_HAND / 2);
    killAndRestart("the gateway had taken " + IN_HAND / 2, KilledEscalationTest::nothingInHand);
    Telling.await("all are sent", () -> count("delivery where state = 'sent'") >= each);

    sms.be(Mood.DEAF);
    queue(each, each);
    Telling.await("the gateway hears some of them", () -> sms.held() == IN_HAND / 2);
    killAndRestart("the gateway had taken none", KilledEscalationTest::nothingInHand);
    String ours = "delivery where notice_id in (select id from notice where key like 'killed-%')";
    Telling.await("all are sent", () -> count(ours + " and state = 'sent'") == 2 * each);

    List<String> passedOn =
        sms.passedOn().subList(before, sms.passedOn().size()).stream()
            .filter(body -> body.contains("killed-"))
            .toList();
    assertThat(passedOn).hasSize(2 * each).doesNotHaveDuplicates();
    assertThat(sms.again() - again).as("came again under the same key").isBetween(1, IN_HAND / 2);
    assertThat(count(ours + " and state <> 'sent'")).isZero();
  }

  @Test
  void goesOnWithEveryChainAndTakesNoStepTwice() {
    int tickets = 16;
    Random random = new Random();
    int taken = tickets + random.nextInt(tickets * (STEPS - 1) - 4);
    int before = count("escalation");
    int calls = voice.passedOn().size();
    int again = voice.again() + sms.again();

    IntStream.range(0, tickets).forEach(n -> open("随机 " + n));
    Telling.await("some steps are taken", () -> count(told("随机")) >= taken);
    killAndRestart("%d of %d steps taken".formatted(taken, tickets * STEPS), () -> noneDue("随机"));
    Telling.await("every step is taken", () -> count(told("随机")) == STEPS * tickets);

    voice.be(Mood.MUTE);
    sms.be(Mood.DEAF);
    IntStream.range(0, tickets).forEach(n -> open("在途 " + n));
    Telling.await("calls and messages are in hand", () -> voice.held() + sms.held() == IN_HAND);
    killAndRestart("%d in hand".formatted(IN_HAND), KilledEscalationTest::nothingInHand);
    Telling.await("every step is taken", () -> count(told("在途")) == STEPS * tickets);

    int messages = 2 * STEPS * tickets;
    Telling.await("every call is made", () -> count(sent("phone")) == messages);
    Telling.await("every message is sent", () -> count(sent("sms")) == messages);
    assertThat(count("escalation") - before).isEqualTo(2 * tickets);
    assertThat(sms.passedOn().stream().filter(body -> !body.contains("killed-"))).hasSize(messages);
    assertThat(count("notice where key like 'escalation/%'")).isEqualTo(messages);
    assertThat(voice.passedOn().size() - calls).isEqualTo(messages);
    assertThat(voice.again() + sms.again() - again)
        .as("came again under the same key")
        .isLessThanOrEqualTo(2 * IN_HAND);
  }

  /// Kills the server at once, starts it again and reads how long after it listens all is resumed
  /// that was under way.
  private static void killAndRestart(String point, BooleanSupplier resumed) {
    server.kill();
    voice.be(Mood.WILLING);
    sms.be(Mood.WILLING);
    start();
    long ready = System.nanoTime();
    Telling.await("resumed; it said: " + server.said(), resumed);
    Duration took = Duration.ofNanos(System.nanoTime() - ready);
    System.out.printf("killed when %s: resumed %d ms after listening%n", point, took.toMillis());
    assertThat(took).isLessThan(RESUMED_WITHIN);
    manager = manager.at(server.port());
  }

  private static void start() {
    server = ServerProcess.start(DATABASE, home);
    int _ = server.port();
  }

  /// Nothing is in the hands of a node that does not live.
  private static boolean nothingInHand() {
    return count(
            "delivery where state = 'sending' and node not in (select id from notice_node where"
                + " seen_at > now() - interval '3 seconds')")
        == 0;
  }

  private static boolean noneDue(String title) {
    return count(
            "escalation where state = 'running' and next_at < now() - interval '1 second' and title"
                + " like '%"
                + title
                + "%'")
        == 0;
  }

  private static UUID connect(String kind, HeedfulGateway gateway) {
    return UUID.fromString(
        manager
            .post(
                "/api/channels",
                Map.of("kind", kind, "name", kind, "settings", Telling.eachByItself(gateway.url())))
            .expect(201)
            .text("id"));
  }

  private static void open(String title) {
    manager
        .post(
            "/api/tickets",
            Map.of("contractId", contract, "kind", "fault", "severity", "critical", "title", title))
        .expect(201);
  }

  private static void queue(int from, int many) throws SQLException {
    try (Connection owner = DATABASE.connect()) {
      Telling.queue(owner, client, smsChannel, "killed-", from, many);
    }
  }

  private static String told(String title) {
    return "escalation_event v join escalation e on e.id = v.escalation_id"
        + " where v.what = 'told' and e.title like '%"
        + title
        + "%'";
  }

  /// Of the tickets, whichever room told of them: where a chain's first step says by message what
  /// the ticket's own notice has just said, it says nothing.
  private static String sent(String means) {
    return "delivery where about like 'ticket/%' and about not like 'ticket/killed-%'"
        + " and state = 'sent' and means = '"
        + means
        + "'";
  }

  private static int count(String from) {
    try (Connection owner = DATABASE.connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
