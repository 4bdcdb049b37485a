package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

class SignInTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  @Test
  void opensASessionThatLastsUntilItIsClosed() {
    Browser browser = SERVER.browser().signIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    assertThat(browser.get("/api/session").expect(200).text("person.role"))
        .isEqualTo("provider-manager");

    browser.delete("/api/session").expect(204);
    assertThat(browser.get("/api/session").expect(401).text("code")).isEqualTo("not-signed-in");
  }

  @Test
  void answersAWrongPasswordAndAnUnknownNameAlike() {
    var wrong =
        SERVER
            .browser()
            .post("/api/session", Map.of("username", "admin", "password", "not this one"))
            .expect(401);
    var unknown =
        SERVER
            .browser()
            .post("/api/session", Map.of("username", "nobody", "password", "not this one"))
            .expect(401);

    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.text("code")).isEqualTo("bad-credentials");
  }

  @Test
  void slowsDownGuessingForOneAccountFromOneAddress() {
    String username = "guessed";
    SERVER
        .admin()
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "某人",
                "role", "provider-manager",
                "password", "the-right-password"))
        .expect(201);

    for (int i = 0; i < FailedSignIns.FREE; i++) {
      tryPassword(username, "wrong " + i).expect(401);
      tryPassword("no such account", "wrong " + i).expect(401);
    }

    var locked = tryPassword(username, "the-right-password").expect(429);
    assertThat(locked.text("code")).isEqualTo("too-many-attempts");
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 601);
    tryPassword("no such account", "x").expect(429);
    tryPassword("admin", ServerUnderTest.ADMIN_PASSWORD).expect(200);
  }

  @Test
  void asksForACodeOnceEnrolledAndTakesEachOnlyOnce() {
    UUID client = SERVER.client("甲方 " + UUID.randomUUID());
    Browser person = SERVER.as("engineer", client);
    String username = person.person().path("username").asString();
    byte[] secret =
        base32(person.post("/api/session/totp/enrol", Map.of()).expect(200).text("secret"));
    person.post("/api/session/totp/confirm", Map.of("code", "000000")).expect(400);
    long step = Instant.now().getEpochSecond() / 30;
    person
        .post("/api/session/totp/confirm", Map.of("code", Totp.code(secret, step - 1, 6)))
        .expect(200);

    assertThat(tryPassword(username, "a-long-password").expect(401).text("code"))
        .isEqualTo("totp-required");
    String code = Totp.code(secret, step, 6);
    Map<String, String> credentials =
        Map.of("username", username, "password", "a-long-password", "code", code);
    SERVER.browser().post("/api/session", credentials).expect(200);
    assertThat(SERVER.browser().post("/api/session", credentials).expect(401).text("code"))
        .isEqualTo("bad-credentials");
  }

  @Test
  void keepsTheSecretOfTheAppUnreadableInTheDatabase() throws SQLException {
    Browser person = SERVER.as("engineer", SERVER.client("甲方 " + UUID.randomUUID()));
    String secret = person.post("/api/session/totp/enrol", Map.of()).expect(200).text("secret");

    try (var connection = SERVER.database().connect();
        var rows =
            connection
                .createStatement()
                .executeQuery("select totp_secret from person where totp_secret is not null")) {
      while (rows.next()) {
        assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
            .doesNotContain(new String(base32(secret), StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void refusesAChangeWithoutTheTokenOrFromAnotherSite() {
    Browser browser = SERVER.browser().signIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    browser.header("Sec-Fetch-Site", "cross-site");
    browser.post("/api/clients", Map.of("name", "x")).expect(403);
    browser.header("Sec-Fetch-Site", null).header("X-Shouyue-Csrf", "guessed");
    assertThat(browser.post("/api/clients", Map.of("name", "x")).expect(403).text("code"))
        .isEqualTo("csrf");
    browser.header("X-Shouyue-Csrf", null);
    browser.delete("/api/session").expect(403);
    browser.get("/api/session").expect(200);
  }

  @Test
  void givesTheCookieToNoScriptAndNoOtherSite() {
    String cookie =
        tryPassword("admin", ServerUnderTest.ADMIN_PASSWORD).expect(200).header("Set-Cookie");

    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
  }

  @Test
  void letsOnlyAManagerAddPeople() {
    UUID client = SERVER.client("甲方 " + UUID.randomUUID());
    Map<String, Object> person =
        Map.of(
            "username", "intruder",
            "name", "x",
            "role", "provider-manager",
            "password", "long-enough-password");

    for (String role : List.of("engineer", "client-reader", "client-signatory", "auditor")) {
      Browser browser = SERVER.as(role, client);
      browser.post("/api/people", person).expect(403);
      browser.post("/api/clients", Map.of("name", "x")).expect(403);
    }
    SERVER.browser().post("/api/people", person).expect(401);
  }

  @Test
  void sharesSessionsAmongNodes() {
    Browser browser = SERVER.browser().signIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    try (var second = SERVER.startSecond()) {
      assertThat(browser.at(ServerUnderTest.port(second)).get("/api/session").status())
          .isEqualTo(200);
    }
  }

  private static Browser.Answer tryPassword(String username, String password) {
    return SERVER
        .browser()
        .post("/api/session", Map.of("username", username, "password", password));
  }

  private static byte[] base32(String text) {
    BigInteger number = BigInteger.ZERO;
    for (char letter : text.toCharArray()) {
      number =
          number
              .shiftLeft(5)
              .or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    byte[] bytes = number.toByteArray();
    byte[] secret = new byte[text.length() * 5 / 8];
    int skip = Math.max(0, bytes.length - secret.length);
    System.arraycopy(
        bytes, skip, secret, secret.length - (bytes.length - skip), bytes.length - skip);
    return secret;
  }
}
