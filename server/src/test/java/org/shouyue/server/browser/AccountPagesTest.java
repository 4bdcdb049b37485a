package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.ServerUnderTest;

/// Accounts as people meet them: the first password, a passkey in Chromium's own virtual
/// authenticator, tokens, and what an administrator sees.
class AccountPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String OWN = "Zhuanyong-2026-Mima";
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    boolean built = AccountPagesTest.class.getResource("/META-INF/resources/index.html") != null;
    assumeTrue(built, "the pages are not built: ./shouyue build");
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void leadsFromTheFirstPasswordOverAPasskeyToASignInWithoutAny() {
    String username = "p-" + UUID.randomUUID().toString().substring(0, 8);
    String once =
        SERVER
            .admin()
            .post(
                "/api/people",
                Map.of("username", username, "name", "周敏", "role", "provider-manager"))
            .expect(201)
            .text("password");
    Page page = chromium.page(SERVER.port());
    authenticator(page);

    page.navigate("http://localhost:" + SERVER.port() + "/sign-in");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(once);
    page.locator("button[type=submit]").click();
    assertThat(page.locator("#page-title")).hasText("请先设置新密码");
    page.locator("input[name=present]").fill(once);
    page.locator("input[name=newPassword]").fill(OWN);
    page.locator("input[name=again]").fill(OWN);
    button(page, "修改密码").click();
    assertThat(page.locator("#page-title")).hasText("总览");

    page.navigate("http://localhost:" + SERVER.port() + "/settings");
    page.locator("input[name=passkeyName]").fill("办公电脑");
    button(page, "登记通行密钥").click();
    assertThat(page.locator(".key-list").getByText("办公电脑")).isVisible();

    page.context().clearCookies();
    page.navigate("http://localhost:" + SERVER.port() + "/sign-in");
    button(page, "用通行密钥登录").click();
    assertThat(page.locator("#page-title")).hasText("总览");
    assertThat(chromium.errors()).isEmpty();
  }

  @Test
  void showsANewPersonsPasswordOnceAndAdministratorsNoClient() {
    Page page = chromium.page(SERVER.port());
    page.navigate("/sign-in?back=/people");
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill(ServerUnderTest.ADMIN_PASSWORD);
    page.locator("button[type=submit]").click();
    button(page, "新增人员").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.locator("input[name=name]").fill("吴安全");
    dialog.locator("input[name=newUsername]").fill("wu-anquan");
    dialog.locator(".ant-select").first().click();
    page.locator(".ant-select-item-option").getByText("安全管理员").click();
    dialog.getByText("保存", new Locator.GetByTextOptions().setExact(true)).click();
    String once = page.locator(".shown-once").textContent();
    assertThat(once).matches("([a-z0-9]{4}-){3}[a-z0-9]{4}");

    Page theirs = chromium.page(SERVER.port());
    theirs.navigate("/sign-in");
    theirs.locator("input[name=username]").fill("wu-anquan");
    theirs.locator("input[name=password]").fill(once);
    theirs.locator("button[type=submit]").click();
    theirs.locator("input[name=present]").fill(once);
    theirs.locator("input[name=newPassword]").fill(OWN);
    theirs.locator("input[name=again]").fill(OWN);
    button(theirs, "修改密码").click();
    assertThat(theirs.locator("#page-title")).hasText("人员与账号");
    assertThat(theirs.locator(".places a")).hasCount(3);
    theirs.navigate("/security");
    assertThat(theirs.getByText("最短长度")).isVisible();
    assertThat(chromium.errors()).isEmpty();
  }

  /// An authenticator in the machine that has just recognised its owner.
  private static void authenticator(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject options =
        JsonParser.parseString(
                """
                {"options": {"protocol": "ctap2", "transport": "internal",
                 "hasResidentKey": true, "hasUserVerification": true,
                 "isUserVerified": true, "automaticPresenceSimulation": true}}
                """)
            .getAsJsonObject();
    session.send("WebAuthn.addVirtualAuthenticator", options);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
