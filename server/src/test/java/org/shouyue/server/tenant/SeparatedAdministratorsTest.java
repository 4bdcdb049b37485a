package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

/// System, security and audit administrator are three people (三员分立, GB/T 22239-2019 §8.1.5).
class SeparatedAdministratorsTest {
  @RegisterExtension
  static final ServerUnderTest SERVER = new ServerUnderTest("shouyue.administrators=separated");

  private static final String OWN = "Sanyuan-Fenli-2026";
  private static Browser system;
  private static Browser security;
  private static Browser auditor;

  @BeforeAll
  static void theThreeChooseTheirPasswords() {
    system = first("sysadmin");
    security = first("secadmin");
    auditor = first("auditor");
  }

  @Test
  void startsWithThreeAccountsAndNoManager() {
    SERVER
        .browser()
        .post(
            "/api/session", Map.of("username", "admin", "password", ServerUnderTest.ADMIN_PASSWORD))
        .expect(401);
    assertThat(system.get("/api/people?role=provider-manager").expect(200).text("total"))
        .isIn("0", "1", "2");
  }

  @Test
  void createsAnAccountOnlyWhenTheSecondAgrees() {
    String username = "manager-" + UUID.randomUUID();
    var proposed = system.post("/api/people", person(username, "provider-manager")).expect(202);
    String proposal = "/api/proposals/" + proposed.text("proposal");
    assertThat(proposed.json().path("password").isNull()).isTrue();
    assertThat(system.get("/api/people?q=" + username).expect(200).text("total")).isEqualTo("0");

    assertThat(system.post(proposal + "/approve", Map.of()).expect(403).text("code"))
        .isEqualTo("second-person");
    auditor.post(proposal + "/approve", Map.of()).expect(403);
    system.post(proposal + "/password", Map.of()).expect(409);
    security.post(proposal + "/approve", Map.of()).expect(204);
    assertThat(security.post(proposal + "/approve", Map.of()).expect(409).text("code"))
        .isEqualTo("already-decided");

    security.post(proposal + "/password", Map.of()).expect(403);
    String password = system.post(proposal + "/password", Map.of()).expect(200).text("password");
    system.post(proposal + "/password", Map.of()).expect(409);
    Browser manager = SERVER.browser().signIn(username, password);
    change(manager, password);

    // The manager runs the service, and administers nobody.
    manager.post("/api/clients", Map.of("name", "甲方 " + UUID.randomUUID())).expect(201);
    assertThat(
            manager
                .post("/api/people", person("x" + username, "engineer"))
                .expect(403)
                .text("code"))
        .isEqualTo("separated-duties");
    assertThat(manager.get("/api/audit?q=proposal").expect(200).text("total")).isEqualTo("0");
    assertThat(auditor.get("/api/audit?q=proposal").expect(200).body())
        .contains("proposal.made", "proposal.approved", "password.fetched");
    assertThat(auditor.get("/api/audit?q=person.added").expect(200).text("total"))
        .isNotEqualTo("0");
    system.get("/api/audit").expect(403);
    security.get("/api/audit").expect(403);
  }

  @Test
  void letsTheSecondRefuseAndTheFirstWithdraw() {
    String refused = propose(person("r-" + UUID.randomUUID(), "provider-manager"));
    security.post(refused + "/refuse", Map.of()).expect(400);
    security.post(refused + "/refuse", Map.of("reason", "没有任命书")).expect(204);
    security.post(refused + "/approve", Map.of()).expect(409);
    String withdrawn = propose(person("w-" + UUID.randomUUID(), "provider-manager"));
    security.post(withdrawn + "/withdraw", Map.of()).expect(403);
    system.post(withdrawn + "/withdraw", Map.of()).expect(204);
    security.post(withdrawn + "/approve", Map.of()).expect(409);
  }

  @Test
  void letsNeitherDealWithTheAuditorAlone() {
    String id = id("auditor");
    security.post("/api/people/" + id + "/disable", Map.of()).expect(403);

    assertThat(system.post("/api/people/" + id + "/disable", Map.of()).expect(409).text("code"))
        .isEqualTo("last-one");

    String reset =
        system.post("/api/people/" + id + "/reset-password", Map.of()).expect(200).text("proposal");
    auditor.get("/api/session").expect(200);
    system.post("/api/proposals/" + reset + "/withdraw", Map.of()).expect(204);
  }

  @Test
  void letsNobodyHoldTwoOfTheOffices() {
    Map<String, Object> edited = person("secadmin", "system-admin");
    assertThat(system.put("/api/people/" + id("secadmin"), edited).expect(409).text("code"))
        .isIn("role-fixed", "last-one");

    Map<String, Object> one = person("two-a-" + UUID.randomUUID(), "system-admin");
    one.put("mail", "liu@example.cn");
    security.post(propose(one) + "/approve", Map.of()).expect(204);
    Map<String, Object> other = person("two-b-" + UUID.randomUUID(), "auditor");
    other.put("mail", "LIU@example.cn");
    assertThat(system.post("/api/people", other).expect(409).text("code"))
        .isEqualTo("holds-another-role");
  }

  @Test
  void changesThePolicyOnlyByBoth() {
    var policy = security.get("/api/security/policy").expect(200).json().path("policy");
    String proposal =
        security.put("/api/security/policy", Map.of("policy", policy)).expect(200).text("proposal");
    security.post("/api/proposals/" + proposal + "/approve", Map.of()).expect(403);
    system.post("/api/proposals/" + proposal + "/approve", Map.of()).expect(204);
    assertThat(auditor.get("/api/audit?q=policy.changed").expect(200).text("total")).isEqualTo("1");
  }

  private static Browser first(String username) {
    Browser browser = SERVER.browser().signIn(username, ServerUnderTest.ADMIN_PASSWORD);
    browser.get("/api/people").expect(403);
    change(browser, ServerUnderTest.ADMIN_PASSWORD);
    return browser;
  }

  private static void change(Browser browser, String present) {
    browser.put("/api/account/password", Map.of("present", present, "password", OWN)).expect(204);
  }

  private static String propose(Map<String, Object> person) {
    return "/api/proposals/" + system.post("/api/people", person).expect(202).text("proposal");
  }

  private static String id(String username) {
    return system.get("/api/people?q=" + username).expect(200).text("items.0.id");
  }

  private static Map<String, Object> person(String username, String role) {
    Map<String, Object> person = new HashMap<>();
    person.put("username", username);
    person.put("name", "刘备案");
    person.put("role", role);
    person.put("clients", List.of());
    return person;
  }
}
