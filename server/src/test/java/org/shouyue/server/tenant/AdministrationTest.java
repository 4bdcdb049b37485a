package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

/// Accounts, passwords, sessions and tokens where the provider's manager administers alone.
class AdministrationTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String OWN = "Zhuanyong-2026-Mima";
  private static UUID client;

  @BeforeAll
  static void addClient() {
    client = SERVER.client("云溪县人民政府办公室");
  }

  @Test
  void givesAOneTimePasswordThatOpensNothingButItsOwnChange() {
    Added person = add("engineer");
    Browser browser = SERVER.browser().signIn(person.username, person.password);

    assertThat(browser.get("/api/session").expect(200).text("hurdle")).isEqualTo("password");
    assertThat(browser.get("/api/tickets").expect(403).text("code"))
        .isEqualTo("password-change-required");
    change(browser, person.password, OWN).expect(204);

    browser.get("/api/tickets").expect(200);
    assertThat(browser.get("/api/session").expect(200).json().path("hurdle").isNull()).isTrue();
    SERVER.browser().signIn(person.username, OWN);
    SERVER
        .browser()
        .post("/api/session", Map.of("username", person.username, "password", person.password))
        .expect(401);
  }

  @Test
  void takesNoPasswordThatThePolicyRefusesAndSaysAllThatIsWrong() {
    Added person = add("engineer");
    Browser browser = SERVER.browser().signIn(person.username, person.password);

    assertThat(change(browser, person.password, "short1").expect(400).body())
        .contains("至少 10 个字符", "3 种");
    assertThat(change(browser, person.password, "alllowercase").expect(400).body()).contains("3 种");
    assertThat(change(browser, person.password, "Password2026!").expect(400).body())
        .contains("太常见");
    assertThat(change(browser, person.password, "My-" + person.username).expect(400).body())
        .contains("不能含有");
    assertThat(change(browser, person.password, "Shouyue#2026x").expect(400).body())
        .contains("不能含有“shouyue”");
    assertThat(change(browser, "not the present one", OWN).expect(401).text("code"))
        .isEqualTo("bad-credentials");
    change(browser, person.password, OWN).expect(204);
    assertThat(change(browser, OWN, OWN).expect(400).body()).contains("最近 5 次");
    change(browser, OWN, OWN + "-b").expect(204);
    assertThat(change(browser, OWN + "-b", OWN).expect(400).body()).contains("最近 5 次");
  }

  @Test
  void endsTheSessionsOfThoseWhoAreDisabledResetOrGivenAnotherRole() {
    Added person = addReady("engineer");
    String address = "/api/people/" + person.id;

    Browser disabled = SERVER.browser().signIn(person.username, OWN);
    SERVER.admin().post(address + "/disable", Map.of()).expect(200);
    disabled.get("/api/session").expect(401);
    SERVER
        .browser()
        .post("/api/session", Map.of("username", person.username, "password", OWN))
        .expect(401);

    SERVER.admin().post(address + "/enable", Map.of()).expect(200);
    Browser demoted = SERVER.browser().signIn(person.username, OWN);
    Map<String, Object> edited = fields(person.username, "client-reader");
    edited.put("mail", "zhou@example.cn");
    SERVER.admin().put(address, edited).expect(200);
    demoted.get("/api/session").expect(401);
    assertThat(SERVER.admin().get(address).expect(200).text("mail")).isEqualTo("zhou@example.cn");

    Browser reset = SERVER.browser().signIn(person.username, OWN);
    String once = SERVER.admin().post(address + "/reset-password", Map.of()).text("password");
    reset.get("/api/session").expect(401);
    assertThat(SERVER.browser().signIn(person.username, once).get("/api/session").text("hurdle"))
        .isEqualTo("password");
  }

  @Test
  void leavesNobodyWithoutAManagerAndNobodyDisablesThemselves() {
    UUID self = UUID.fromString(SERVER.admin().get("/api/session").text("person.id"));

    assertThat(
            SERVER
                .admin()
                .post("/api/people/" + self + "/disable", Map.of())
                .expect(409)
                .text("code"))
        .isEqualTo("not-yourself");
    assertThat(
            SERVER
                .admin()
                .put("/api/people/" + self, fields("admin", "engineer"))
                .expect(409)
                .text("code"))
        .isEqualTo("last-one");
  }

  @Test
  void takesTheGoodRowsOfAFileInEitherEncodingAndTellsTheBadOnes() {
    String tag = UUID.randomUUID().toString().substring(0, 6);
    String file =
        """
        用户名,姓名,角色,甲方,邮箱,电话
        %1$s-a,"周,敏",工程师,云溪县人民政府办公室,a@example.cn,13800000001
        %1$s-b,李工,工程师,没有的单位,,
        %1$s-c,王工,国王,云溪县人民政府办公室,,
        %1$s-a,重名,工程师,云溪县人民政府办公室,,
        %1$s-d,赵主任,client-signatory,云溪县人民政府办公室,坏邮箱,
        """
            .formatted(tag);

    var taken = upload(file.getBytes(Charset.forName("GB18030"))).expect(200);
    assertThat(taken.json().path("taken")).hasSize(1);
    assertThat(taken.text("taken.0.password")).hasSizeGreaterThan(12);
    List<Integer> lines = new ArrayList<>();
    taken.json().path("bad").forEach(bad -> lines.add(bad.path("line").asInt()));
    assertThat(lines).containsExactly(3, 4, 5, 6);
    assertThat(SERVER.admin().get("/api/people?q=" + tag).expect(200).text("items.0.name"))
        .isEqualTo("周,敏");

    upload("name,role\nx,engineer\n".getBytes(StandardCharsets.UTF_8)).expect(400);
  }

  @Test
  void showsPeopleTheirSessionsAndEndsThem() {
    Added person = addReady("engineer");
    Browser one = SERVER.browser().signIn(person.username, OWN);
    Browser other = SERVER.browser().signIn(person.username, OWN);

    var listed = one.get("/api/account/sessions").expect(200).json();
    assertThat(listed).hasSize(3);
    String third = null;
    for (var session : listed) {
      if (!session.path("current").asBoolean()) {
        third = session.path("session").path("id").asString();
      }
    }
    one.delete("/api/account/sessions/" + third).expect(204);
    SERVER.admin().delete("/api/account/sessions/" + third).expect(404);
    one.delete("/api/account/sessions").expect(200);
    assertThat(one.get("/api/account/sessions").expect(200).json()).hasSize(1);
    other.get("/api/session").expect(401);
  }

  @Test
  void locksThePagesUntilThePasswordIsGivenAgain() {
    Added person = addReady("engineer");
    Browser browser = SERVER.browser().signIn(person.username, OWN);

    browser.post("/api/session/lock", Map.of()).expect(204);
    assertThat(browser.get("/api/tickets").expect(403).text("code")).isEqualTo("session-locked");
    browser.post("/api/session/unlock", Map.of("password", "wrong")).expect(401);
    browser.post("/api/session/unlock", Map.of("password", OWN)).expect(204);
    browser.get("/api/tickets").expect(200);
  }

  @Test
  void takesARecoveryCodeOnceInPlaceOfTheApp() {
    Added person = addReady("engineer");
    Browser browser = SERVER.browser().signIn(person.username, OWN);
    browser.post("/api/account/recovery-codes", Map.of()).expect(409);
    enrol(browser);
    String code = browser.post("/api/account/recovery-codes", Map.of()).expect(200).text("codes.0");

    Map<String, String> credentials =
        Map.of(
            "username",
            person.username,
            "password",
            OWN,
            "code",
            code.toUpperCase().replace("-", " "));
    SERVER.browser().post("/api/session", credentials).expect(200);
    SERVER.browser().post("/api/session", credentials).expect(401);
    assertThat(browser.get("/api/account").expect(200).text("recoveryCodes")).isEqualTo("9");

    SERVER.admin().post("/api/people/" + person.id + "/drop-second-factor", Map.of()).expect(200);
    browser.get("/api/session").expect(401);
    SERVER.browser().signIn(person.username, OWN);
  }

  @Test
  void asksForASecondFactorBeforeAnythingElseWhereItIsForced() {
    Added person = addReady("engineer");
    Map<String, Object> forced = fields(person.username, "engineer");
    forced.put("secondFactor", true);
    SERVER.admin().put("/api/people/" + person.id, forced).expect(200);
    Browser browser = SERVER.browser().signIn(person.username, OWN);

    assertThat(browser.get("/api/tickets").expect(403).text("code"))
        .isEqualTo("second-factor-required");
    enrol(browser);
    browser.get("/api/tickets").expect(200);
  }

  @Test
  void letsAProgramCallWithATokenButNeverTouchTheAccount() {
    Added person = addReady("engineer");
    Browser owner = SERVER.browser().signIn(person.username, OWN);
    String token =
        owner
            .post("/api/account/tokens", Map.of("name", "脚本", "days", 30, "readOnly", true))
            .expect(201)
            .text("token");
    String writing =
        owner
            .post("/api/account/tokens", Map.of("name", "写入脚本", "days", 30, "readOnly", false))
            .expect(201)
            .text("token");

    Browser program = SERVER.browser().header("Authorization", "Bearer " + token);
    program.get("/api/tickets").expect(200);
    assertThat(program.post("/api/assets", Map.of()).expect(403).text("code"))
        .isEqualTo("read-only-token");
    assertThat(program.get("/api/account/tokens").expect(403).text("code")).isEqualTo("in-person");
    Map<String, Object> asset =
        Map.of("clientId", client, "kind", "system", "name", "脚本登记", "address", "x");
    Browser writer = SERVER.browser().header("Authorization", "Bearer " + writing);
    writer.post("/api/assets", asset).expect(201);
    assertThat(SERVER.admin().get("/api/audit?q=" + person.username).expect(200).body())
        .contains(person.username + " (token 写入脚本)");

    String id = owner.get("/api/account/tokens").expect(200).text("0.id");
    assertThat(owner.get("/api/account/tokens").text("1.lastUsedAt")).isNotBlank();
    owner.delete("/api/account/tokens/" + id).expect(204);
    assertThat(writer.get("/api/tickets").expect(401).text("code")).isEqualTo("bad-token");
    SERVER.admin().post("/api/people/" + person.id + "/disable", Map.of()).expect(200);
    program.get("/api/tickets").expect(401);
  }

  @Test
  void keepsATokenWithinItsRoleAndClients() {
    UUID second = SERVER.client("第二甲方 " + UUID.randomUUID());
    Browser manager = SERVER.as("provider-manager");
    String token =
        manager
            .post(
                "/api/account/tokens",
                Map.of(
                    "name",
                    "x",
                    "days",
                    1,
                    "readOnly",
                    false,
                    "role",
                    "engineer",
                    "clients",
                    List.of(second)))
            .expect(201)
            .text("token");
    Browser program = SERVER.browser().header("Authorization", "Bearer " + token);

    assertThat(program.get("/api/clients").expect(200).text("total")).isEqualTo("1");
    program.get("/api/clients/" + client).expect(404);
    program.post("/api/clients", Map.of("name", "x")).expect(403);
    SERVER
        .as("engineer", client)
        .post(
            "/api/account/tokens",
            Map.of("name", "x", "days", 1, "readOnly", true, "role", "provider-manager"))
        .expect(400);
  }

  @Test
  void forgivesFailedSignInsAndStillShowsThem() {
    Added person = addReady("engineer");
    for (int i = 0; i < FailedSignIns.FREE; i++) {
      SERVER
          .browser()
          .post("/api/session", Map.of("username", person.username, "password", "wrong" + i))
          .expect(401);
    }
    SERVER
        .browser()
        .post("/api/session", Map.of("username", person.username, "password", OWN))
        .expect(429);

    SERVER.admin().post("/api/people/" + person.id + "/unlock", Map.of()).expect(200);

    SERVER.browser().signIn(person.username, OWN);
    assertThat(
            SERVER
                .as("security-admin")
                .get("/api/security/failed-sign-ins?q=" + person.username)
                .expect(200)
                .text("total"))
        .isEqualTo("5");
  }

  @Test
  void tellsWhoMaySeeAClient() {
    Added person = add("engineer");
    Browser security = SERVER.as("security-admin");

    String seers = security.get("/api/security/clients/" + client + "/people").expect(200).body();

    assertThat(seers).contains(person.username, "admin");
    security.get("/api/security/clients/" + UUID.randomUUID() + "/people").expect(404);
    security.get("/api/clients/" + client).expect(404);
  }

  @Test
  void changesThePolicyForEverybody() {
    Map<String, Object> session = new HashMap<>();
    session.putAll(
        Map.of("idleMinutes", 30, "longestMinutes", 720, "perPerson", 2, "sameAddress", false));
    session.put("lockMinutes", 0);
    Map<String, Object> password =
        Map.of(
            "shortest", 10,
            "kinds", 3,
            "passphraseFrom", 15,
            "history", 5,
            "maximumAgeDays", 90,
            "weakWords", List.of("yunxi"));
    Map<String, Object> policy =
        Map.of("password", password, "session", session, "secondFactor", List.of("auditor"));
    try (ServerUnderTest server = new ServerUnderTest().start()) {
      server.admin().put("/api/security/policy", Map.of("policy", policy)).expect(200);
      UUID there = server.client("甲方");

      assertThat(server.as("auditor", there).get("/api/tickets").expect(403).text("code"))
          .isEqualTo("second-factor-required");
      Browser first = server.as("engineer", there);
      String username = first.person().path("username").asString();
      assertThat(change(first, "a-long-password", "Yunxi-2026-abc").expect(400).body())
          .contains("yunxi");
      Browser second = server.browser().signIn(username, "a-long-password");
      Browser third = server.browser().signIn(username, "a-long-password");
      first.get("/api/session").expect(401);
      second.get("/api/session").expect(200);
      third.get("/api/session").expect(200);
      session.put("idleMinutes", 1);
      server.admin().put("/api/security/policy", Map.of("policy", policy)).expect(400);
    }
  }

  record Added(UUID id, String username, String password) {}

  private static Map<String, Object> fields(String username, String role) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("username", username);
    fields.put("name", "周敏");
    fields.put("role", role);
    fields.put("clients", List.of(client));
    return fields;
  }

  private static Added add(String role) {
    String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    var answer = SERVER.admin().post("/api/people", fields(username, role)).expect(201);
    return new Added(UUID.fromString(answer.text("id")), username, answer.text("password"));
  }

  /// Somebody who has chosen a password of their own already, and is signed in once.
  private static Added addReady(String role) {
    Added added = add(role);
    change(SERVER.browser().signIn(added.username, added.password), added.password, OWN)
        .expect(204);
    return added;
  }

  private static Browser.Answer change(Browser browser, String present, String password) {
    return browser.put("/api/account/password", Map.of("present", present, "password", password));
  }

  private static Browser.Answer upload(byte[] file) {
    return SERVER.admin().form("/api/people/import", Map.of(), "file", "people.csv", file);
  }

  private static void enrol(Browser browser) {
    String secret = browser.post("/api/session/totp/enrol", Map.of()).expect(200).text("secret");
    long step = Instant.now().getEpochSecond() / 30;
    browser
        .post("/api/session/totp/confirm", Map.of("code", Totp.code(Base32.read(secret), step, 6)))
        .expect(200);
  }
}
