package org.shouyue.server.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;
import tools.jackson.databind.JsonNode;

/// Mail against a real IMAP server and through the gateway's door.
class MailroomTest {
  private static final String TOKEN = "a-long-token-of-the-gateway";
  private static final GreenMail POST =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

  private static ServerUnderTest server;
  private static GreenMailUser box;
  private static SignedContract signed;
  private static Browser manager;

  @BeforeAll
  static void start() throws Exception {
    POST.start();
    box = POST.setUser("desk@provider.cn", "desk", "secret");
    server =
        new ServerUnderTest(
                "shouyue.clock=replay:2026-01-02T00:00:00Z",
                "shouyue.mail.token=" + TOKEN,
                "shouyue.mail.host=127.0.0.1",
                "shouyue.mail.port=" + POST.getImap().getPort(),
                "shouyue.mail.tls=false",
                "shouyue.mail.user=desk",
                "shouyue.mail.password=secret",
                "shouyue.mail.every=PT0.2S")
            .start();
    manager = server.admin();
    signed = new SignedContract(server, "云溪县人民政府办公室");
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    signed.asset("system", "门户", "portal");
    signed.sign(contract, "2026-01-01", null);
    person("zhang", "张主任", "client-reader", "zhang@yunxi.gov.cn", signed.client());
    person("li", "李工", "engineer", "li@provider.cn", signed.client());
    UUID other = server.client("邻县");
    person("wang", "王主任", "client-reader", "wang@linxian.gov.cn", other);
  }

  @AfterAll
  static void stop() {
    server.close();
    POST.stop();
  }

  private static void person(String user, String name, String role, String mail, UUID client) {
    manager
        .post(
            "/api/people",
            Map.of(
                "username",
                user,
                "name",
                name,
                "role",
                role,
                "password",
                "a-long-password",
                "mail",
                mail,
                "clients",
                List.of(client)))
        .expect(201);
  }

  private static byte[] mail(String from, String id, String subject, String more, String text) {
    return ("From: %s\r\nTo: desk@provider.cn\r\nMessage-ID: <%s>\r\nSubject: %s\r\n%sContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n")
        .formatted(from, id, subject, more, text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode hand(byte[] mail) {
    return gateway()
        .form("/api/tickets/mail", Map.of(), "file", "mail.eml", mail)
        .expect(200)
        .json();
  }

  private static Browser gateway() {
    return server.browser().header("X-Shouyue-Mail-Token", TOKEN);
  }

  private static JsonNode page(String ticket) {
    return manager.get("/api/tickets/" + ticket).expect(200).json();
  }

  private static long comments(String ticket) {
    return page(ticket)
        .path("history")
        .valueStream()
        .filter(one -> one.path("type").asString().equals("comment"))
        .count();
  }

  @Test
  void opensARequestForAMailOfTheClientAndFilesTheAnswersWithIt() {
    JsonNode opened = hand(mail("zhang@yunxi.gov.cn", "r1@y", "请更换栏目名称", "", "把“通知”改成“公告”。"));
    String ticket = opened.path("ticketId").asString();
    String number = page(ticket).path("number").asString();

    JsonNode again = hand(mail("zhang@yunxi.gov.cn", "r1@y", "请更换栏目名称", "", "把“通知”改成“公告”。"));
    JsonNode reply =
        hand(mail("ZHANG@yunxi.gov.cn", "r2@y", "Re: 请更换", "In-Reply-To: <r1@y>\r\n", "另外请加粗。"));
    JsonNode named = hand(mail("li@provider.cn", "r3@p", "回复 [" + number + "]", "", "已改好。"));
    UUID thread = UUID.nameUUIDFromBytes(("ticket/" + ticket).getBytes(StandardCharsets.UTF_8));
    JsonNode threaded =
        hand(
            mail(
                "zhang@yunxi.gov.cn",
                "r4@y",
                "Re: 任意",
                "References: <" + thread + "@provider.cn>\r\n",
                "谢谢。"));

    assertThat(opened.path("outcome").asString()).isEqualTo("opened");
    assertThat(page(ticket).path("kind").asString()).isEqualTo("request");
    assertThat(page(ticket).path("openedBy").asString()).isEqualTo("张主任");
    assertThat(page(ticket).path("watchers").path(0).path("name").asString()).isEqualTo("张主任");
    assertThat(again.path("outcome").asString()).isEqualTo("known");
    for (JsonNode answer : List.of(reply, named, threaded)) {
      assertThat(answer.path("outcome").asString()).isEqualTo("comment");
      assertThat(answer.path("ticketId").asString()).isEqualTo(ticket);
    }
    assertThat(comments(ticket)).isEqualTo(4);
    assertThat(page(ticket).path("history").toString()).contains("原始邮件.eml", "另外请加粗。");
  }

  @Test
  void keepsTheMailOfStrangersAndProgramsForAPerson() {
    JsonNode stranger = hand(mail("who@nowhere.cn", "s1@n", "[GD20260101-001] 你好", "", "我是谁"));
    JsonNode program =
        hand(mail("zhang@yunxi.gov.cn", "s2@y", "休假", "Auto-Submitted: auto-replied\r\n", "我在休假"));

    assertThat(stranger.path("outcome").asString()).isEqualTo("quarantined");
    assertThat(program.path("outcome").asString()).isEqualTo("automatic");
    JsonNode list =
        manager.get("/api/tickets/mail?outcome=quarantined&q=nowhere").expect(200).json();
    String id = list.path("items").path(0).path("id").asString();
    assertThat(manager.get("/api/tickets/mail/" + id).expect(200).text("text")).isEqualTo("我是谁");
    server.as("engineer", signed.client()).get("/api/tickets/mail").expect(403);

    String ticket =
        hand(mail("zhang@yunxi.gov.cn", "s3@y", "问题", "", "x")).path("ticketId").asString();
    manager.post("/api/tickets/mail/" + id + "/into", Map.of("ticketId", ticket)).expect(204);
    manager.post("/api/tickets/mail/" + id + "/into", Map.of("ticketId", ticket)).expect(409);
    assertThat(page(ticket).path("history").toString()).contains("我是谁");
  }

  @Test
  void letsNobodyWriteOnAnotherClientsTicket() {
    String ticket =
        hand(mail("zhang@yunxi.gov.cn", "o1@y", "本县的事", "", "x")).path("ticketId").asString();
    String number = page(ticket).path("number").asString();

    JsonNode foreign =
        hand(
            mail(
                "wang@linxian.gov.cn", "o2@l", "[" + number + "]", "References: <o1@y>\r\n", "偷看"));

    assertThat(foreign.path("outcome").asString())
        .as("no contract in force")
        .isEqualTo("quarantined");
    assertThat(page(ticket).path("history").toString()).doesNotContain("偷看");
  }

  @Test
  void takesMailFromTheGatewayOnly() {
    byte[] mail = mail("zhang@yunxi.gov.cn", "g1@y", "x", "", "x");
    server.browser().form("/api/tickets/mail", Map.of(), "file", "m", mail).expect(403);
    server
        .browser()
        .header("X-Shouyue-Mail-Token", "wrong")
        .form("/api/tickets/mail", Map.of(), "file", "m", mail)
        .expect(403);
    gateway().form("/api/tickets/mail", Map.of(), "file", "m", new byte[0]).expect(400);
  }

  @Test
  void takesTheSameMailOnceHoweverManyHandItIn() throws Exception {
    byte[] mail = mail("zhang@yunxi.gov.cn", "c1@y", "同时到达", "", "x");
    List<Callable<String>> hands = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      hands.add(() -> hand(mail).path("outcome").asString());
    }
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<String> one : threads.invokeAll(hands)) {
        outcomes.add(one.get());
      }
    }

    assertThat(outcomes).containsOnlyOnce("opened").contains("known");
  }

  @Test
  void readsTheMailboxAndMarksWhatIsSafe() throws Exception {
    byte[] raw = mail("zhang@yunxi.gov.cn", "imap1@y", "信箱来信", "", "请查收");
    box.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));

    until(() ->
        manager.get("/api/tickets?kind=request&size=200").expect(200).body().contains("信箱来信"));
    var inbox = POST.getManagers().getImapHostManager().getInbox(box);
    until(() -> inbox.getMessages().getFirst().getFlags().contains(Flags.Flag.SEEN));
  }

  private static void until(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
