package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.PlanInForce;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// The pages of incidents, emergency plans and drills in a real Chromium.
class IncidentPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String PASSWORD = "a-long-password";

  private static Chromium chromium;
  private static SignedContract signed;
  private static UUID contract;
  private static String signatory;

  @BeforeAll
  static void open() throws IOException {
    boolean built = IncidentPagesTest.class.getResource("/META-INF/resources/index.html") != null;
    if (!built) {
      System.out.println("skipped: the pages were not built (-Dskip.web=true)");
    }
    assumeTrue(built, "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    signed = new SignedContract(SERVER, "云溪县人民政府办公室");
    contract =
        signed.sign(
            signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"))),
            "2026-01-01",
            null);
    signatory = person("client-signatory");
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
  void makesAnIncidentRoomFromATicketGradesItAndMovesOn() {
    String ticket =
        SERVER
            .admin()
            .post(
                "/api/tickets",
                Map.of("contractId", contract, "kind", "fault", "title", "首页出现异常内容"))
            .expect(201)
            .text("id");
    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    page.navigate("/tickets/" + ticket);
    button(page, "转为安全事件").click();
    confirm(page, "确定");
    assertThat(page).hasURL(Pattern.compile(".*/incidents/[0-9a-f-]{36}$"));
    assertThat(page.locator(".page-head")).containsText("未定级");

    button(page, "定级").click();
    assertThat(page.getByText("建议级别：一般")).isVisible();
    confirm(page, "确定");
    assertThat(page.locator(".page-head")).containsText("一般");
    button(page, "进入“遏制”").click();
    assertThat(page.locator(".incident-phase-now")).hasText("遏制");

    button(page, "补记").click();
    page.locator("textarea[name=text]").fill("值班员先看到首页被改");
    confirm(page, "保存");
    assertThat(page.locator(".timeline")).containsText("值班员先看到首页被改");
    picture(page, "incident");
    page.setViewportSize(390, 844);
    picture(page, "incident-narrow");
    page.setViewportSize(1280, 900);

    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("失陷指标")).click();
    button(page, "登记指标").click();
    page.locator("input[name=value]").fill("203.0.113.7");
    confirm(page, "保存");
    assertThat(page.locator(".incident-rows").first()).containsText("203.0.113.7");
  }

  @Test
  void letsTheClientsSignatoryApproveAPlan() {
    String plan =
        SERVER
            .admin()
            .post(
                "/api/plans",
                Map.of(
                    "contractId",
                    contract,
                    "title",
                    "网站安全应急预案",
                    "content",
                    PlanInForce.content("云溪")))
            .expect(201)
            .text("id");
    Page draft = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);
    draft.navigate("/plans/" + plan);
    draft.locator("input[name=note]").fill("首次编制，含网站场景");
    picture(draft, "plan-draft");
    button(draft, "保存草稿").click();
    assertThat(draft.locator(".facts").first()).containsText("首次编制，含网站场景");
    SERVER
        .as("engineer", signed.client())
        .post("/api/plans/" + plan + "/versions/1/review", Map.of())
        .expect(200);

    Page page = signedIn(signatory, PASSWORD);
    page.navigate("/plans/" + plan);
    button(page, "签批").click();
    page.locator("input[name=office]").fill("办公室主任");
    draw(page, page.locator(".signature canvas"));
    confirm(page, "确定");

    assertThat(page.locator(".page-head")).containsText("已签批");
    assertThat(page.locator(".facts").first()).containsText("办公室主任");
  }

  @Test
  void startsADrillAndBreaksItOff() throws IOException {
    Path root = Files.createDirectories(SERVER.drillGround().resolve("pages"));
    Path home = Files.writeString(root.resolve("index.html"), "欢迎");
    UUID asset = signed.asset("system", "演练站点", "演练站点");
    SERVER.admin().put("/api/drill-assets/" + asset, Map.of("root", root.toString())).expect(200);
    permit(root);
    String drill = drill(asset);

    Page client = signedIn(signatory, PASSWORD);
    client.navigate("/drills/assets");
    button(client, "签字同意").click();
    draw(client, client.locator(".signature canvas"));
    confirm(client, "确定");
    assertThat(client.locator(".plain-table")).containsText("已同意");

    Page page = signedIn("admin", ServerUnderTest.ADMIN_PASSWORD);
    page.navigate("/drills/" + drill);
    button(page, "开始演练").click();
    confirm(page, "确定");
    assertThat(page.locator(".page-head")).containsText("进行中");
    assertThat(home).content().contains("hacked");
    picture(page, "drill");
    button(page, "立即中止").click();
    dialog(page).locator("textarea").fill("影响业务");
    confirm(page, "确定");

    assertThat(page.locator(".page-head")).containsText("待总结");
    assertThat(home).hasContent("欢迎");
    assertThat(page.locator(".drill-rows").first()).containsText("系统未发现；无人报告");
  }

  private static String drill(UUID asset) {
    UUID plan = PlanInForce.make(SERVER, signed.client(), contract, "网站应急预案");
    Map<String, ?> artefact =
        Map.of("kind", "defacement", "file", "index.html", "content", "hacked");
    return SERVER
        .admin()
        .post(
            "/api/drills",
            Map.of(
                "planId", plan,
                "scenario", 0,
                "title", "网页篡改演练",
                "goal", "检验发现与处置",
                "environment", "演练站点",
                "participants", "监测岗、处置岗",
                "abortCriteria", "影响真实业务",
                "limitMinutes", 10,
                "artefacts", List.of(Map.of("assetId", asset, "artefact", artefact))))
        .expect(201)
        .text("id");
  }

  private static void permit(Path folder) {
    Map<String, Object> permit =
        Map.of(
            "clientId",
            signed.client(),
            "targets",
            List.of("path:" + folder),
            "methods",
            List.of("drill"),
            "from",
            "2020-01-01T00:00:00Z",
            "until",
            "2099-01-01T00:00:00Z",
            "signatory",
            "周主任");
    SERVER
        .admin()
        .form(
            "/api/permits",
            Map.of("permit", permit),
            "file",
            "授权书.txt",
            "同意".getBytes(StandardCharsets.UTF_8))
        .expect(201);
  }

  private static String person(String role) {
    String username = role + "-" + UUID.randomUUID();
    SERVER
        .admin()
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "周敏",
                "role", role,
                "password", PASSWORD,
                "clients", List.of(signed.client())))
        .expect(201);
    return username;
  }

  private static Page signedIn(String username, String password) {
    Page page = chromium.page(SERVER.port());
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(password);
    page.locator("button[type=submit]").click();
    assertThat(page.locator("#page-title")).hasText("总览");
    return page;
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

  /// For people to look at.
  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "pictures", name + ".png"))
            .setFullPage(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator dialog(Page page) {
    return page.getByRole(AriaRole.DIALOG);
  }

  private static void confirm(Page page, String name) {
    dialog(page)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
