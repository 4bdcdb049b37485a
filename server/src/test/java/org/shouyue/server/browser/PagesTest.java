package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

/// The pages as people meet them: a real server, a real Chromium, data put in through the API.
class PagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String PASSWORD = "a-long-password";
  private static final String CLIENT = "云溪县人民政府办公室";
  private static final String TEXT =
      """
      网站安全运维服务合同

      合同编号：SY-TEST-01
      甲方：云溪县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为一年，自2026年1月1日起至2026年12月31日止。

      第二条 服务内容
      （一）网站可用性监测。乙方应每日从互联网侧对门户网站的访问状态进行监测。
      （二）安全巡检。乙方应每月对云服务器进行一次安全巡检，提交《巡检报告》。
      （三）安全培训。乙方应每年至少组织两次网络安全意识培训。

      第三条 服务级别
      发生网站故障时，乙方应在30分钟内响应，4小时内解决。

      第四条 合同金额
      合同总价为人民币________元（大写：________）。
      """;

  private static Chromium chromium;
  private static UUID client;

  @BeforeAll
  static void open() {
    boolean built = PagesTest.class.getResource("/META-INF/resources/index.html") != null;
    if (!built) {
      System.out.println("skipped: the pages were not built (-Dskip.web=true)");
    }
    assumeTrue(built, "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    client = SERVER.client(CLIENT);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void noPageThrew() {
    assertThat(chromium.errors()).isEmpty();
  }

  @Test
  void signInTellsWhatIsWrongAndGoesBackToWhereOneWasGoing() {
    Page page = chromium.page(SERVER.port());

    page.navigate("/tickets");
    signIn(page, "admin", "not the password");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("用户名或密码不对");

    signIn(page, "admin", ServerUnderTest.ADMIN_PASSWORD);
    assertThat(heading(page)).hasText("工单");
    assertThat(page).hasURL(Pattern.compile(".*/tickets$"));
  }

  @Test
  void signInAsksForTheOneTimeCodeOfThoseWhoEnrolled() {
    String username = person("engineer");
    Browser rest = SERVER.browser().signIn(username, PASSWORD);
    String secret = rest.post("/api/session/totp/enrol", Map.of()).expect(200).text("secret");
    String first = OneTimeCode.at(secret, Instant.now());
    rest.post("/api/session/totp/confirm", Map.of("code", first)).expect(200);
    Page page = chromium.page(SERVER.port());

    page.navigate("/sign-in");
    signIn(page, username, PASSWORD);
    assertThat(page.getByText("请输入动态口令")).isVisible();
    page.locator("input[name=code]").fill(OneTimeCode.at(secret, Instant.now().plusSeconds(30)));
    page.locator("button[type=submit]").click();

    assertThat(heading(page)).hasText("总览");
  }

  @Test
  void switchesTheLanguageAndKeepsIt() {
    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(heading(page)).hasText("Overview");
    page.reload();

    assertThat(heading(page)).hasText("Overview");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void importsAContractAndPutsItInForceOnceEveryAmbiguityIsDecided() {
    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    page.navigate("/contracts/import");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("合同.txt", "text/plain", TEXT.getBytes(StandardCharsets.UTF_8)));
    button(page, "读取合同").click();
    assertThat(page.locator(".ambiguity-message")).containsText("合同金额");
    assertThat(page.locator(".source-chosen mark").first()).containsText("________");

    page.locator("textarea[name=decision]").fill("双方确认总价为 365000 元");
    page.locator("details.patch summary").click();
    page.locator("input[name=value]").fill("365000.00");
    button(page, "记下决定").click();
    assertThat(page.getByText("歧义 1 / 1 已决定")).isVisible();
    button(page, "去生效").click();
    button(page, "使合同生效").click();
    dialog(page).getByText("确定", new Locator.GetByTextOptions().setExact(true)).click();

    assertThat(page).hasURL(Pattern.compile(".*/contracts/[0-9a-f-]{36}$"));
    assertThat(page.locator(".page-head")).containsText("履行中");
    assertThat(page.locator(".facts").first()).containsText("¥365,000.00");
  }

  @Test
  void highlightsTheSourceLinesOfTheClauseChosenBesideItsObligations() {
    String contract = inForce();
    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    page.navigate("/contracts/" + contract);
    page.locator(".clause-list").getByText("安全巡检").click();

    assertThat(page.locator(".source-chosen mark").first()).containsText("安全巡检");
    assertThat(page.locator(".source-chosen")).hasCount(1);
    assertThat(page.locator(".clause-body h2")).containsText("安全巡检");
    page.locator(".clause-body").getByText("未到期", exact()).first().click();
    assertThat(page.locator(".occurrences, .clause-body p.soft").first()).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*clause=.*lines=.*"));
  }

  @Test
  void countsATicketsLimitDownAndRecordsTheResponse() {
    String contract = inForce();
    String ticket =
        SERVER
            .admin()
            .post(
                "/api/tickets",
                Map.of("contractId", contract, "kind", "fault", "title", "门户网站无法访问"))
            .expect(201)
            .text("id");
    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    page.navigate("/tickets/" + ticket);
    Locator respond = page.locator("[data-clock=respond] .countdown");
    assertThat(respond).containsText(Pattern.compile("剩余 00:(30:00|2\\d:\\d\\d)"));
    String shown = respond.textContent();
    assertThat(respond).not().hasText(shown);
    page.locator("textarea[name=note]").fill("已收到，正在核查");
    button(page, "响应").click();

    assertThat(respond).hasText("已达标");
    assertThat(page.locator(".timeline")).containsText("已收到，正在核查");
  }

  @Test
  void verifiesAChainOfEvidence() {
    Map<String, Object> permit =
        Map.of(
            "clientId", client,
            "targets", List.of("url:https://www.example.cn/"),
            "methods", List.of("observe"),
            "from", Instant.now().toString(),
            "until", Instant.now().plus(Duration.ofDays(30)).toString(),
            "signatory", "周主任");
    SERVER
        .admin()
        .form(
            "/api/permits",
            Map.of("permit", permit),
            "file",
            "授权书.txt",
            "已签字".getBytes(StandardCharsets.UTF_8))
        .expect(201);
    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    page.navigate("/evidence?contract=" + client);
    assertThat(
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("授权书.txt")).first())
        .isVisible();
    button(page, "校验整条链").click();

    assertThat(
            page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("校验通过")))
        .containsText("未被改动");
  }

  @Test
  void letsTheClientsSignatorySignAnAcceptance() {
    String contract = inForce();
    String acceptance =
        SERVER
            .admin()
            .post(
                "/api/acceptances",
                Map.of("contractId", contract, "from", "2026-01-01", "to", "2026-06-30"))
            .expect(201)
            .text("id");
    Page page = signedIn(person("client-signatory"), PASSWORD);

    page.navigate("/acceptances/" + acceptance);
    Locator pad = page.locator(".signature canvas");
    pad.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    assertThat(page.locator("iframe.paper-view")).hasAttribute("sandbox", "");
    page.locator("input[name=position]").fill("办公室主任");
    draw(page, pad);
    button(page, "签署").click();
    dialog(page).getByText("确定", new Locator.GetByTextOptions().setExact(true)).click();

    assertThat(page.locator(".page-head")).containsText("验收合格");
    assertThat(page.locator(".acceptance-grid")).containsText("办公室主任");
  }

  private static void draw(Page page, Locator pad) {
    pad.scrollIntoViewIfNeeded();
    var box = pad.boundingBox();
    page.mouse().move(box.x + 20, box.y + 20);
    page.mouse().down();
    page.mouse().move(box.x + 120, box.y + 60);
    page.mouse().move(box.x + 200, box.y + 30);
    page.mouse().up();
  }

  /// A contract in force, by the API.
  private static String inForce() {
    Browser admin = SERVER.admin();
    String id =
        admin
            .form(
                "/api/contracts",
                Map.of("clientId", client.toString()),
                "file",
                "合同.txt",
                TEXT.getBytes(StandardCharsets.UTF_8))
            .expect(201)
            .text("id");
    admin
        .put(
            "/api/contracts/" + id + "/ambiguities/0",
            Map.of(
                "decision",
                "总价 365000 元",
                "patch",
                Map.of("/total", Map.of("amount", "365000.00", "currency", "CNY"))))
        .expect(200);
    admin.post("/api/contracts/" + id + "/in-force", Map.of("signedOn", "2025-12-22")).expect(200);
    return id;
  }

  private static String person(String role) {
    String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    SERVER
        .admin()
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "周敏",
                "role", role,
                "password", PASSWORD,
                "clients", List.of(client)))
        .expect(201);
    return username;
  }

  private static Page signedIn(String username, String password) {
    Page page = chromium.page(SERVER.port());
    page.navigate("/sign-in");
    signIn(page, username, password);
    assertThat(heading(page)).hasText("总览");
    return page;
  }

  private static void signIn(Page page, String username, String password) {
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(password);
    page.locator("button[type=submit]").click();
  }

  private static Locator heading(Page page) {
    return page.locator("#page-title");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator dialog(Page page) {
    return page.getByRole(AriaRole.DIALOG);
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
