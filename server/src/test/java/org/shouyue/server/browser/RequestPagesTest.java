package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Requests, changes and notices of others as people meet them: a real server, a real Chromium.
class RequestPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String PASSWORD = "a-long-password";

  private static Chromium chromium;
  private static UUID client;
  private static UUID contract;

  @BeforeAll
  static void open() throws Exception {
    boolean built = RequestPagesTest.class.getResource("/META-INF/resources/index.html") != null;
    if (!built) {
      System.out.println("skipped: the pages were not built (-Dskip.web=true)");
    }
    assumeTrue(built, "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    SignedContract desk = new SignedContract(SERVER.admin(), "云溪县人民政府办公室");
    client = desk.client();
    desk.asset("site", "云溪县门户网站", "http://www.yunxi.gov.cn/");
    String text = Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"));
    String today = Instant.now().toString().substring(0, 10);
    contract = desk.sign(desk.draft(text), today, null);
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
  void namesAContactTakesARequestWarnsAndIsConfirmedInWriting() {
    Page signatory = signedIn(person("client-signatory"));
    signatory.navigate("/contacts");
    button(signatory, "登记联系人").first().click();
    signatory.locator("input[name=name]").fill("张主任");
    signatory.locator("textarea[name=phones]").fill("13800000001");
    new Visitor(signatory).choose("系统账号", "李明");
    confirm(signatory);
    assertThat(signatory.locator(".ant-table")).containsText("张主任");
    assertThat(signatory.locator(".ant-table")).containsText("有账号");
    shot(signatory, "contacts");
    signatory.navigate("/requests");
    button(signatory, "提交请求").first().click();
    signatory.locator("input[name=title]").fill("停用旧防火墙策略");
    signatory.locator("textarea[name=body]").fill("请今晚停用全部旧策略");
    shot(signatory, "request-new");
    confirm(signatory);
    assertThat(heading(signatory)).hasText("停用旧防火墙策略");
    String address = signatory.url().replaceFirst("^https?://[^/]+", "");

    Page engineer = signedIn(person("engineer"));
    engineer.navigate(address);
    button(engineer, "开始审核").click();
    button(engineer, "提示风险").click();
    engineer.locator("textarea[name=warning]").fill("停用后内网将失去隔离");
    confirm(engineer);
    assertThat(engineer.locator(".page-head")).containsText("待书面确认");

    signatory.navigate(address);
    shot(signatory, "request-warned");
    sign(signatory, "签字确认执行");
    assertThat(signatory.locator(".page-head")).containsText("已书面确认");
    assertThat(signatory.locator(".desk-grid")).containsText("办公室主任");
    signatory.setViewportSize(390, 844);
    shot(signatory, "request-confirmed-narrow");
    signatory.navigate("/quotas");
    assertThat(signatory.locator("main")).containsText("已用 0 / 10 次");
    shot(signatory, "quotas-narrow");
  }

  @Test
  void signsAPlanAndCarriesItOut() {
    Browser rest = SERVER.admin();
    String id =
        rest.post(
                "/api/changes", Map.of("contractId", contract, "title", "升级网站中间件", "body", "修复漏洞"))
            .expect(201)
            .text("ticketId");
    Page planner = signedIn(person("engineer"));
    planner.navigate("/changes/" + id);
    button(planner, "填写方案").click();
    shot(planner, "change-plan");
    planner.keyboard().press("Escape");
    rest.post("/api/changes/" + id + "/plan", plan()).expect(200);

    Page signatory = signedIn(person("client-signatory"));
    signatory.navigate("/changes/" + id);
    assertThat(signatory.locator(".plan-parts")).containsText("全库备份");
    shot(signatory, "change-sign");
    sign(signatory, "签字同意实施");
    assertThat(signatory.locator(".page-head")).containsText("已签字");

    planner.navigate("/changes/" + id);
    button(planner, "开始实施").click();
    confirm(planner);
    button(planner, "记录").click();
    assertThat(planner.locator(".timeline")).containsText("符合预期");
    shot(planner, "change-running");
    button(planner, "完成变更").click();
    planner.locator("textarea[name=conclusion]").fill("升级成功");
    confirm(planner);
    assertThat(planner.locator(".page-head")).containsText("已完成");
    planner.navigate("/changes");
    assertThat(planner.locator(".ant-table")).containsText("升级网站中间件");
  }

  @Test
  void readsANoticeFixesItAndTellsOfBadRows() {
    String letter =
        """
        云溪县公安局
        云公网〔2026〕12号
        关于县门户网站存在漏洞的通报
        http://www.yunxi.gov.cn/a 存在跨站漏洞
        请于2099年1月30日前反馈
        """;
    Page page = signedIn(person("engineer"));
    page.navigate("/external");
    button(page, "登记通报").first().click();
    page.locator("input[type=file]").setInputFiles(file("通报.txt", letter));
    button(page, "识别文件").click();
    assertThat(page.locator("input[name=documentNumber]")).hasValue("云公网〔2026〕12号");
    shot(page, "external-new");
    confirm(page);
    assertThat(heading(page)).hasText("关于县门户网站存在漏洞的通报");
    assertThat(page.locator(".told-problems")).containsText("云溪县门户网站");
    button(page, "登记整改").click();
    page.locator("textarea[name=said]").fill("已过滤输入");
    confirm(page);
    button(page, "登记复测").click();
    page.locator("textarea[name=said]").fill("人工复测通过");
    confirm(page);
    assertThat(page.locator(".page-head")).containsText("待答复");
    shot(page, "external-settled");

    page.navigate("/external");
    button(page, "批量导入").first().click();
    page.locator("input[type=file]")
        .setInputFiles(file("通报.csv", "通报单位,文号,答复期限,问题\n县曝光台,B1,尽快,死链\n"));
    primary(page).click();
    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("2026-03-31");
    shot(page, "external-table");
  }

  private static Map<String, Object> plan() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return Map.of(
        "reason", "中间件有漏洞",
        "backup", "全库备份并异地保存",
        "method", "滚动升级",
        "tools", List.of("SSH"),
        "steps", List.of(Map.of("what", "换版本", "who", "王工", "expected", "版本为 10.1")),
        "people", List.of("王工"),
        "risks", List.of("升级失败"),
        "rollback", "换回旧版本",
        "from", now.minus(Duration.ofHours(1)).toString(),
        "until", now.plus(Duration.ofHours(4)).toString());
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Signs with the typed name, which is drawn.
  private static void sign(Page page, String label) {
    page.locator("input[name=office]").fill("办公室主任");
    page.locator(".signature").getByText("键入").click();
    button(page, label).click();
    confirm(page);
  }

  private static void confirm(Page page) {
    primary(page).click();
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  private static Locator primary(Page page) {
    return page.getByRole(AriaRole.DIALOG).last().locator(".ant-modal-footer .ant-btn-primary");
  }

  /// A picture for people to look at, when a folder for them is named.
  private static void shot(Page page, String name) {
    String folder = System.getenv("SHOUYUE_SHOTS");
    if (folder != null) {
      page.waitForTimeout(400);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }

  private static String person(String role) {
    String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    SERVER
        .admin()
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "李明",
                "role", role,
                "password", PASSWORD,
                "clients", List.of(client)))
        .expect(201);
    return username;
  }

  private static Page signedIn(String username) {
    Page page = chromium.page(SERVER.port());
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("button[type=submit]").click();
    assertThat(heading(page)).hasText("总览");
    return page;
  }

  private static Locator heading(Page page) {
    return page.locator("#page-title");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
