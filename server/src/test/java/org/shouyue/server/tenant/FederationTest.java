package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

/// Sign-in by an identity provider that really signs, and that can be told to cheat.
class FederationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TestProvider PROVIDER = new TestProvider();
  private static final ServerUnderTest SERVER =
      new ServerUnderTest(
          "shouyue.oidc.issuer=" + PROVIDER.issuer(),
          "shouyue.oidc.client-id=" + TestProvider.CLIENT,
          "shouyue.oidc.client-secret=" + TestProvider.SECRET,
          "shouyue.oidc.name=云溪统一认证");
  private static UUID client;

  @BeforeAll
  static void start() {
    SERVER.start();
    client = SERVER.client("甲方");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    PROVIDER.close();
  }

  @Test
  void letsInWhoeverTheProviderHasProvenByVerifiedMail() throws Exception {
    String username = person("wang@example.cn", null);
    PROVIDER.says(Map.of("sub", "1", "email", "Wang@example.cn", "email_verified", true));

    Browser browser = enter("/tickets?q=1", "/tickets?q=1");

    assertThat(browser.get("/api/session").expect(200).text("person.username")).isEqualTo(username);
    assertThat(browser.get("/api/account/sessions").expect(200).text("0.session.way"))
        .isEqualTo("federation");
  }

  @Test
  void letsInWhoeverAnAdministratorHasNamedBySubject() throws Exception {
    String username = person(null, "subject-of-li");
    PROVIDER.says(Map.of("sub", "subject-of-li"));

    assertThat(enter("https://evil.example", "/").get("/api/session").text("person.username"))
        .isEqualTo(username);
  }

  @Test
  void letsNobodyInWhoIsUnknownUnverifiedAmbiguousOrDisabled() throws Exception {
    PROVIDER.says(Map.of("sub", "stranger", "email", "nobody@example.cn", "email_verified", true));
    refused("unknown-person");
    person("chen@example.cn", null);
    PROVIDER.says(Map.of("sub", "2", "email", "chen@example.cn", "email_verified", false));
    refused("unknown-person");
    person("twice@example.cn", null);
    person("twice@example.cn", null);
    PROVIDER.says(Map.of("sub", "3", "email", "twice@example.cn", "email_verified", true));
    refused("unknown-person");
    person(null, "gone");
    String id = SERVER.admin().get("/api/people?q=gone").expect(200).text("items.0.id");
    SERVER.admin().post("/api/people/" + id + "/disable", Map.of()).expect(200);
    PROVIDER.says(Map.of("sub", "gone"));
    refused("unknown-person");
  }

  @Test
  void givesNobodyARoleThatComesFromOutside() throws Exception {
    person(null, "modest");
    PROVIDER.says(Map.of("sub", "modest", "role", "provider-manager", "groups", List.of("admin")));

    assertThat(enter("/", "/").get("/api/session").text("person.role")).isEqualTo("engineer");
  }

  @Test
  void refusesATokenThatIsForgedReplayedExpiredOrMeantForSomebodyElse() throws Exception {
    person(null, "cheated");
    PROVIDER.says(Map.of("sub", "cheated"));
    for (TestProvider.Cheat cheat : TestProvider.Cheat.values()) {
      PROVIDER.cheats(cheat);
      assertThat(comeBack(leave("/"))).as(cheat.name()).endsWith("refused=not-proven");
    }
    PROVIDER.cheats(null);
    enter("/", "/");
  }

  @Test
  void takesEachReturnOnceAndOnlyWithTheCookieItLeftWith() throws Exception {
    person(null, "once");
    PROVIDER.says(Map.of("sub", "once"));
    Departed departed = leave("/");
    URI back = PROVIDER.authorise(departed.to);

    assertThat(location(get(back, "SHOUYUE_FEDERATION=stolen"))).endsWith("refused=not-proven");
    URI otherState = URI.create(back.toString().replaceFirst("state=[^&]*", "state=mine"));
    assertThat(location(get(otherState, departed.cookie))).endsWith("refused=not-proven");
    assertThat(location(get(back, departed.cookie))).endsWith("refused=not-proven");
    assertThat(comeBack(leave("/"))).isEqualTo("/");
  }

  @Test
  void tellsWhenTheProviderRefuses() throws Exception {
    Departed departed = leave("/");
    String state = departed.to.getQuery().replaceAll(".*state=([^&]*).*", "$1");
    URI denied =
        URI.create(
            "http://localhost:"
                + SERVER.port()
                + "/api/session/oidc/callback?error=access_denied&state="
                + state);

    assertThat(location(get(denied, departed.cookie))).endsWith("refused=provider-denied");
    assertThat(SERVER.browser().get("/api/session/ways").expect(200).text("provider"))
        .isEqualTo("云溪统一认证");
  }

  private record Departed(URI to, String cookie) {}

  private static Departed leave(String back) throws IOException, InterruptedException {
    var answer =
        get(URI.create("http://localhost:" + SERVER.port() + "/api/session/oidc?back=" + back), "");
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/api/session/oidc");
    URI to = URI.create(location(answer));
    assertThat(to.getQuery()).contains("code_challenge_method=S256", "nonce=", "scope=openid");
    return new Departed(to, cookie.split(";", 2)[0]);
  }

  private static String comeBack(Departed departed) throws IOException, InterruptedException {
    return location(get(PROVIDER.authorise(departed.to), departed.cookie));
  }

  private static Browser enter(String back, String expected)
      throws IOException, InterruptedException {
    Departed departed = leave(back);
    var answer = get(PROVIDER.authorise(departed.to), departed.cookie);
    assertThat(location(answer)).isEqualTo(expected);
    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("SHOUYUE_SESSION="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    return SERVER.browser().header("Cookie", cookie.split(";", 2)[0]);
  }

  private static void refused(String why) throws IOException, InterruptedException {
    assertThat(comeBack(leave("/"))).isEqualTo("/sign-in?refused=" + why);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> get(URI address, String cookie)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(address)
            .header("Cookie", cookie)
            .timeout(Duration.ofSeconds(30))
            .build(),
        BodyHandlers.ofString());
  }

  private static String person(String mail, String subject) {
    String username = (subject == null ? "p" : subject) + "-" + UUID.randomUUID();
    Map<String, Object> fields = new HashMap<>();
    fields.put("username", username);
    fields.put("name", "某人");
    fields.put("role", "engineer");
    fields.put("clients", List.of(client));
    fields.put("mail", mail);
    fields.put("externalSubject", subject);
    SERVER.admin().post("/api/people", fields).expect(201);
    return username;
  }
}
