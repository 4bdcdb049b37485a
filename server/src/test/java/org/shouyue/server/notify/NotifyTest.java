package org.shouyue.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.notify.FakePeer.Received;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import tools.jackson.databind.JsonNode;

/// The queue and its channels, against peers that speak the real protocols.
class NotifyTest {
  @RegisterExtension
  static final ServerUnderTest SERVER =
      new ServerUnderTest("shouyue.public-url=https://desk.example.cn/");

  private UUID client;
  private Telling telling;

  @BeforeEach
  void aClientOfItsOwn() {
    client = SERVER.client("甲方 " + UUID.randomUUID());
    telling = new Telling(SERVER, client);
  }

  @Test
  void mailsEachReaderInTheirLanguageAsOneThread() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("desk@example.cn", "desk", "mail-secret");
    mail.start();
    try {
      telling.channel(
          "smtp", smtp(mail.getSmtp().getPort(), "none"), Map.of("password", "mail-secret"));
      UUID zh = telling.person("张主任", "client-reader", "zhang@example.cn", "", "zh-CN");
      UUID en = telling.person("Smith", "client-reader", "smith@example.cn", "", "en");
      Audience both = new Audience.Persons(List.of(zh, en));

      telling.tell(telling.notice(both, Urgency.NORMAL, "ticket/7", "first"));
      telling.tell(telling.notice(both, Urgency.NORMAL, "ticket/7", "second"));
      telling.tell(telling.notice(both, Urgency.NORMAL, "ticket/7", "second"));

      Telling.await("four mails", () -> mail.getReceivedMessages().length == 4);
      List<String> ids = new ArrayList<>();
      List<String> subjects = new ArrayList<>();
      List<String> roots = new ArrayList<>();
      for (var one : mail.getReceivedMessages()) {
        ids.add(one.getHeader("Message-ID")[0]);
        subjects.add(one.getSubject());
        roots.add(one.getHeader("References")[0]);
      }
      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.endsWith("@example.cn>"));
      assertThat(roots).containsOnly(roots.getFirst());
      assertThat(subjects)
          .containsExactlyInAnyOrder(
              "守约测试消息", "守约测试消息", "Test message of Shouyue", "Test message of Shouyue");
      Telling.await("recorded", () -> telling.deliveries("state = 'sent' and means = 'mail'") == 4);
    } finally {
      mail.stop();
    }
  }

  @Test
  void speaksTlsAndSaysWhatIsWrongWithASetting() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    mail.setUser("desk@example.cn", "desk", "mail-secret");
    mail.start();
    try {
      String good =
          telling.channel(
              "smtp", smtp(mail.getSmtps().getPort(), "tls"), Map.of("password", "mail-secret"));
      String bad =
          telling.channel(
              "smtp", smtp(mail.getSmtps().getPort(), "tls"), Map.of("password", "wrong"));

      JsonNode taken = trial(good, "zhang@example.cn");
      JsonNode refused = trial(bad, "zhang@example.cn");

      assertThat(taken.path("taken").asBoolean()).as(taken.toString()).isTrue();
      assertThat(mail.getReceivedMessages()).hasSize(1);
      assertThat(refused.path("taken").asBoolean()).isFalse();
      assertThat(refused.path("code").asString()).isEqualTo("535");
    } finally {
      mail.stop();
    }
  }

  private static Map<String, String> smtp(int port, String security) {
    return Map.of(
        "host", "127.0.0.1",
        "port", Integer.toString(port),
        "security", security,
        "trust", "127.0.0.1",
        "from", "desk@example.cn",
        "username", "desk");
  }

  private static JsonNode trial(String channel, String to) {
    return SERVER
        .admin()
        .post("/api/channels/" + channel + "/test", Map.of("to", to))
        .expect(200)
        .json();
  }

  @Test
  void signsForEachProviderSoThatItBelievesUs() {
    try (FakePeer peer = new FakePeer(ProviderChecks::answer)) {
      Map<String, String> aliyun = Map.of("accessKeySecret", ProviderChecks.SECRET);
      trialTaken(
          telling.channel(
              "sms-aliyun",
              Map.of(
                  "url", peer.url(),
                  "accessKeyId", "LTAI",
                  "signName", "守约",
                  "templateCode", "SMS_1",
                  "templateParam", "{\"t\":\"{title}\"}"),
              aliyun));
      trialTaken(
          telling.channel(
              "voice-aliyun",
              Map.of(
                  "url", peer.url(),
                  "accessKeyId", "LTAI",
                  "ttsCode", "TTS_1",
                  "ttsParam", "{\"t\":\"{title}\"}"),
              aliyun));
      trialTaken(
          telling.channel(
              "sms-tencent",
              Map.of(
                  "url", peer.url(),
                  "region", "ap-guangzhou",
                  "secretId", "AKID",
                  "appId", "1400",
                  "signName", "守约",
                  "templateId", "1",
                  "templateParam", "{title}"),
              Map.of("secretKey", ProviderChecks.SECRET)));
      trialTaken(
          telling.channel(
              "wecom", Map.of("url", peer.url() + "/wecom"), Map.of("key", ProviderChecks.SECRET)));
      trialTaken(
          telling.channel(
              "dingtalk",
              Map.of("url", peer.url() + "/dingtalk"),
              Map.of("accessToken", "tok", "secret", ProviderChecks.SECRET)));
      trialTaken(
          telling.channel(
              "feishu",
              Map.of("url", peer.url() + "/feishu/"),
              Map.of("token", "tok", "secret", ProviderChecks.SECRET)));
    }
    String shown = SERVER.admin().get("/api/channels").expect(200).body();
    assertThat(shown).doesNotContain(ProviderChecks.SECRET).contains("accessKeySecret");
    assertThat(
            telling.count("audit_entry where details::text like '%" + ProviderChecks.SECRET + "%'"))
        .isZero();
    assertThat(
            telling.count(
                "notice_channel where position('"
                    + ProviderChecks.SECRET
                    + "' in encode(secrets, 'escape')) > 0 or settings::text like '%"
                    + ProviderChecks.SECRET
                    + "%'"))
        .isZero();
  }

  private static void trialTaken(String channel) {
    JsonNode result = trial(channel, "13800138000");
    assertThat(result.path("taken").asBoolean()).as(result.toString()).isTrue();
  }

  @Test
  void losesNothingAndDoublesNothingAtAPeerThatDropsAndRefuses() {
    int notices = 600;
    try (FakePeer peer = new FakePeer(new Flaky())) {
      telling.channel("sms-http", Telling.http(peer.url()), Map.of());
      for (int batch = 0; batch < notices; batch += 100) {
        int from = batch;
        telling.tell(
            IntStream.range(from, from + 100)
                .mapToObj(n ->
                    telling.notice(
                        new Audience.Outside("某人", null, "1380000" + n),
                        Urgency.HIGH,
                        "ticket/" + n,
                        "flaky-" + n))
                .toArray(NoticeWanted[]::new));
      }

      Telling.await("all are sent", () -> telling.deliveries("state = 'sent'") == notices);

      assertThat(peer.taken()).hasSize(notices);
      assertThat(peer.taken().values()).allMatch(times -> times.get() == 1);
      assertThat(telling.deliveries("attempts > 1")).isPositive();
      assertThat(telling.deliveries("state <> 'sent'")).isZero();
    }
  }

  /// Lets three of ten requests down, the same message three times at most. Without that bound one
  /// of some thousand messages is let down eight times by mere chance and rightly waits for
  /// minutes; with it the last is through after 1 + 2 + 4 seconds.
  private static final class Flaky implements FakePeer.Answering {
    private static final int MOST = 3;
    private final Map<String, AtomicInteger> letDown = new ConcurrentHashMap<>();

    @Override
    public Reply answer(Received received, int n) {
      Reply reply =
          switch (n % 10) {
            case 3 -> new Reply(0, "", Map.of());
            case 5 -> Reply.of(500, "broken");
            case 8 -> new Reply(429, "slow down", Map.of("Retry-After", "1"));
            default -> Reply.of(200, "ok");
          };
      AtomicInteger times =
          letDown.computeIfAbsent(received.header("x-request-id"), _ -> new AtomicInteger());
      return reply.status() == 200 || times.incrementAndGet() <= MOST ? reply : Reply.of(200, "ok");
    }
  }

  @Test
  void keepsADeadChannelFromHoldingUpAnotherAndTellsItsDeathAndRecovery() {
    UUID engineer = telling.person("值班员", "engineer", "", "13900139000", "zh-CN");
    UUID manager = telling.person("经理", "provider-manager", "", "", "zh-CN");
    Browser administrator = SERVER.as("system-admin");
    try (FakePeer voice = new FakePeer((_, _) -> new Reply(0, "", Map.of()));
        FakePeer sms = new FakePeer((_, _) -> Reply.of(200, "ok"))) {
      telling.channel("voice-http", Telling.eachByItself(voice.url()), Map.of());
      telling.channel("sms-http", Telling.http(sms.url()), Map.of());
      for (int n = 0; n < 12; n++) {
        telling.tell(
            telling.notice(
                new Audience.Persons(List.of(engineer)),
                Urgency.DISASTER,
                "ticket/9-" + n,
                "dead-" + n));
      }

      Telling.await(
          "messages pass", () -> telling.deliveries("means = 'sms' and state = 'sent'") == 12);
      assertThat(telling.deliveries("means = 'phone' and state = 'sent'")).isZero();
      Telling.await("death is told", () -> told(manager, "channel-dead"));
      assertThat(SERVER.admin().get("/api/channels").expect(200).body())
          .contains("deadSince\":\"2");

      voice.answer((_, _) -> Reply.of(200, "ok"));
      Telling.await(
          "calls pass", () -> telling.deliveries("means = 'phone' and state = 'sent'") == 12);
      Telling.await("recovery is told", () -> told(manager, "channel-recovered"));
      Telling.await(
          "whoever keeps the platform sees both in the inbox",
          () -> administrator.get("/api/inbox").expect(200).body().contains("已恢复"));
      assertThat(administrator.get("/api/inbox").expect(200).body()).contains("已失效");
    }
  }

  @Test
  void callsOnceForAllThatBreaksWithinAMinute() {
    UUID engineer = telling.person("值班员", "engineer", "", "13900139005", "zh-CN");
    Audience she = new Audience.Persons(List.of(engineer));
    try (FakePeer voice = new FakePeer((_, _) -> Reply.of(200, "ok"))) {
      telling.channel("voice-http", Telling.http(voice.url()), Map.of());
      telling.tell(telling.notice(she, Urgency.DISASTER, "ticket/30", "burst-0"));
      Telling.await(
          "the call", () -> telling.deliveries("means = 'phone' and state = 'sent'") == 1);
      for (int n = 1; n < 6; n++) {
        telling.tell(telling.notice(she, Urgency.DISASTER, "ticket/3" + n, "burst-" + n));
      }
      assertThat(telling.deliveries("means = 'phone' and state = 'queued'")).isEqualTo(5);

      telling.change(
          "update delivery_attempt set at = at - interval '1 minute' where client_id = '"
              + client
              + "'");

      Telling.await(
          "one more", () -> telling.deliveries("means = 'phone' and state = 'sent'") == 2);
      assertThat(telling.deliveries("means = 'phone' and state = 'gathered'")).isEqualTo(4);
      assertThat(voice.received()).hasSize(2);
      String called = voice.received().getLast().body();
      assertThat(called).contains("burst-1", "burst-2", "burst-3", "burst-4", "burst-5");
      assertThat(
              telling.count(
                  "evidence_record where client_id = '" + client + "' and about like 'ticket/3%'"))
          .as("each is proven by itself")
          .isEqualTo(6);
      String back = called.substring(called.indexOf("/api/receipts"), called.lastIndexOf('"'));
      SERVER.browser().post(back, Map.of("state", "answered", "digit", "1")).expect(200);
      assertThat(
              telling.count(
                  "notice where key like 'burst-%' and acknowledged_how = 'digit' and client_id = '"
                      + client
                      + "'"))
          .isEqualTo(5);
    }
  }

  private boolean told(UUID person, String template) {
    return telling.count(
            "delivery d join notice n on n.id = d.notice_id where d.person_id = '%s' and n.template = '%s'"
                .formatted(person, template))
        > 0;
  }

  @Test
  void keepsProofAndTakesReportsAndAcknowledgements() {
    UUID engineer = telling.person("值班员", "engineer", "", "13900139001", "zh-CN");
    try (FakePeer voice = new FakePeer((_, _) -> Reply.of(200, "{\"callId\":\"c-1\"}"))) {
      telling.channel("voice-http", Telling.http(voice.url()), Map.of());
      telling.tell(
          telling.notice(
              new Audience.Persons(List.of(engineer)), Urgency.DISASTER, "ticket/10", "proved"));
      Telling.await("called", () -> telling.deliveries("means = 'phone' and state = 'sent'") == 1);

      assertThat(
              telling.count(
                  "evidence_record where client_id = '" + client + "' and about = 'ticket/10'"))
          .isEqualTo(1);
      String back = voice.received().getFirst().body();
      String path = back.substring(back.indexOf("/api/receipts"), back.lastIndexOf('"'));
      Browser provider = SERVER.browser();
      provider
          .post(path.replaceAll("token=[^&]*", "token=x"), Map.of("state", "answered"))
          .expect(403);
      provider.post(path, Map.of("state", "answered", "digit", "1")).expect(200);
      provider.post(path, Map.of("state", "answered", "digit", "1")).expect(200);

      assertThat(telling.deliveries("means = 'phone' and state = 'delivered'")).isEqualTo(1);
      JsonNode notice =
          SERVER
              .admin()
              .get("/api/notices?client=" + client)
              .expect(200)
              .json()
              .path("items")
              .path(0);
      assertThat(notice.path("acknowledgedBy").asString()).isEqualTo("值班员");
    }
  }

  @Test
  void acknowledgesByTheSignedLinkOnlyWhenAskedTo() {
    UUID engineer = telling.person("值班员", "engineer", "", "13900139002", "zh-CN");
    try (FakePeer sms = new FakePeer((_, _) -> Reply.of(200, "ok"))) {
      telling.channel(
          "sms-http",
          Map.of("url", sms.url(), "method", "POST", "contentType", "text/plain", "body", "{link}"),
          Map.of());
      telling.tell(
          telling.notice(
              new Audience.Persons(List.of(engineer)), Urgency.HIGH, "ticket/11", "linked"));
      Telling.await("sent", () -> sms.received().size() == 1);
      String path = sms.received().getFirst().body().replace("https://desk.example.cn", "");
      Browser anybody = SERVER.browser();

      anybody.get(path.substring(0, path.length() - 1)).expect(404);
      anybody.get(path).expect(200);
      assertThat(telling.count("notice where key = 'linked' and acknowledged_at is not null"))
          .isZero();
      anybody.post(path, Map.of()).expect(200);
      assertThat(telling.count("notice where key = 'linked' and acknowledged_how = 'link'"))
          .isOne();
    }
  }

  @Test
  void heedsRulesQuietHoursAndOptingOutButNotForADisaster() {
    UUID reader = telling.person("李四", "client-reader", "li@example.cn", "13700137000", "zh-CN");
    try (FakePeer peer = new FakePeer((_, _) -> Reply.of(200, "ok"))) {
      telling.channel("sms-http", Telling.http(peer.url()), Map.of());
      telling.channel("voice-http", Telling.http(peer.url()), Map.of());
      Browser signatory = SERVER.as("client-signatory", client);
      rule(signatory, reader, "normal", "sms");
      signatory
          .put(
              "/api/notice-rules/quiet",
              Map.of("clientId", client, "from", "00:00:00", "to", "23:59:59"))
          .expect(200);
      Audience he = new Audience.Persons(List.of(reader));

      telling.tell(telling.notice(he, Urgency.NORMAL, "ticket/12", "waits"));
      telling.tell(telling.notice(he, Urgency.DISASTER, "ticket/12", "rings"));

      Telling.await(
          "the disaster", () -> telling.deliveries("urgency = 'disaster' and state = 'sent'") == 2);
      assertThat(telling.deliveries("urgency = 'normal' and means = 'sms' and state = 'queued'"))
          .isEqualTo(1);
      SERVER
          .as("client-reader", client)
          .put(
              "/api/notice-rules",
              Map.of("clientId", client, "urgency", "low", "means", List.of("sms")))
          .expect(403);
      SERVER.as("engineer", client).get("/api/channels").expect(403);
    }
  }

  private void rule(Browser by, UUID person, String urgency, String means) {
    by.put(
            "/api/notice-rules",
            Map.of(
                "clientId", client,
                "personId", person,
                "urgency", urgency,
                "means", List.of(means)))
        .expect(200);
  }

  @Test
  void gathersWhatIsOfLowUrgencyIntoOneMail() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("desk@example.cn", "desk", "mail-secret");
    mail.start();
    try {
      telling.channel(
          "smtp", smtp(mail.getSmtp().getPort(), "none"), Map.of("password", "mail-secret"));
      UUID reader = telling.person("王五", "client-reader", "wang@example.cn", "", "zh-CN");
      for (int n = 0; n < 5; n++) {
        telling.tell(
            telling.notice(
                new Audience.Persons(List.of(reader)), Urgency.LOW, "ticket/" + n, "low-" + n));
      }
      assertThat(telling.deliveries("means = 'mail' and state = 'queued' and digest")).isEqualTo(5);

      telling.change("update delivery set not_before = now() where client_id = '" + client + "'");

      Telling.await("one mail", () -> telling.deliveries("means = 'mail' and state = 'sent'") == 1);
      assertThat(telling.deliveries("means = 'mail' and state = 'gathered'")).isEqualTo(4);
      assertThat(mail.getReceivedMessages()).hasSize(1);
      assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("5 条通知汇总");
    } finally {
      mail.stop();
    }
  }

  @Test
  void keepsEverythingInTheInboxAndGivesUpWhatIsRefused() {
    Browser reader = SERVER.as("client-reader", client);
    UUID person = UUID.fromString(reader.person().path("id").asString());
    telling.tell(
        telling.notice(new Audience.Persons(List.of(person)), Urgency.LOW, "ticket/13", "seen"));

    assertThat(reader.get("/api/inbox/unread").expect(200).json().path("unread").asInt())
        .isEqualTo(1);
    String id = reader.get("/api/inbox").expect(200).text("items.0.id");
    SERVER.as("client-reader", client).post("/api/inbox/" + id + "/read", Map.of()).expect(404);
    reader.post("/api/inbox/" + id + "/read", Map.of()).expect(200);
    assertThat(reader.get("/api/inbox?unread=true").expect(200).json().path("total").asInt())
        .isZero();

    try (FakePeer sms = new FakePeer((_, _) -> Reply.of(422, "no such number"))) {
      telling.channel("sms-http", Telling.http(sms.url()), Map.of());
      telling.tell(
          telling.notice(
              new Audience.Outside("某人", null, "000"), Urgency.HIGH, "ticket/14", "refused"));
      Telling.await("given up", () -> telling.deliveries("state = 'failed'") == 1);
      JsonNode failed =
          SERVER
              .admin()
              .get("/api/deliveries?state=failed&client=" + client)
              .expect(200)
              .json()
              .path("items")
              .path(0);
      assertThat(failed.path("reason").asString()).contains("422");
      sms.answer((_, _) -> Reply.of(200, "ok"));
      SERVER
          .admin()
          .post("/api/deliveries/" + failed.path("id").asString() + "/retry", Map.of())
          .expect(200);
      Telling.await("sent after all", () -> telling.deliveries("state = 'sent'") == 1);
    }
  }

  @Test
  void takesAClientsOwnTextsAndRefusesUnknownWords() {
    Browser signatory = SERVER.as("client-signatory", client);
    Map<String, Object> good =
        Map.of(
            "clientId", client,
            "template", "channel-test",
            "locale", "zh",
            "title", "来自 {by}",
            "body", "渠道 {channel}");
    Map<String, Object> bad =
        Map.of(
            "clientId", client,
            "template", "channel-test",
            "locale", "zh",
            "title", "x",
            "body", "{password}");

    assertThat(signatory.post("/api/notice-texts/preview", good).expect(200).text("title"))
        .isEqualTo("来自 〔by〕");
    signatory.put("/api/notice-texts", bad).expect(400);
    signatory.put("/api/notice-texts", good).expect(200);
    Browser reader = SERVER.as("client-reader", client);
    UUID person = UUID.fromString(reader.person().path("id").asString());
    telling.tell(
        telling.notice(new Audience.Persons(List.of(person)), Urgency.NORMAL, "ticket/15", "own"));

    assertThat(reader.get("/api/inbox").expect(200).text("items.0.title")).isEqualTo("来自 张三");
  }

  @Test
  void refusesAChannelWhoseHostAMessageCouldName() {
    Map<String, Object> channel =
        Map.of(
            "kind",
            "sms-http",
            "name",
            "x " + UUID.randomUUID(),
            "settings",
            Map.of(
                "url", "http://{to}/send",
                "method", "POST",
                "contentType", "text/plain",
                "body", "x"));

    assertThat(SERVER.admin().post("/api/channels", channel).expect(400).body()).contains("url");
  }
}
