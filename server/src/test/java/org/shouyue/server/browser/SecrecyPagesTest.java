package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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

/// Exports as people meet them: refused, asked for, approved, downloaded, traced.
/// `-Dshouyue.pictures=<folder>` keeps pictures.
class SecrecyPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String PASSWORD = "a-long-password";

  private static Chromium chromium;
  private static SignedContract contract;

  @BeforeAll
  static void open() {
    boolean built = SecrecyPagesTest.class.getResource("/META-INF/resources/index.html") != null;
    assumeTrue(built, "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    contract = new SignedContract(SERVER, "云溪县人民政府办公室");
    contract.asset("site", "云溪县政务服务门户网站", "https://www.example.cn/");
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
  void leadsFromARefusedDownloadToAnApprovedAndTracedOne() throws IOException {
    String signatory = person("client-signatory", "李科长");
    String engineer = person("engineer", "王工");
    SERVER
        .browser()
        .signIn(signatory, PASSWORD)
        .put(
            "/api/exports/rules/" + contract.client(),
            Map.of("approval", true, "reason", "合同约定一事一议"))
        .expect(200);
    Page theirs = signedIn(engineer);
    theirs.navigate("/assets");
    assertThat(theirs.getByText("云溪县政务服务门户网站").first()).isVisible();
    theirs.getByText("导出 CSV").first().click();
    assertThat(theirs.getByText("要求逐次审批数据导出").first()).isVisible();
    picture(theirs, "export-refused");
    theirs.getByRole(AriaRole.BUTTON).filter(named("申请导出")).last().click();
    assertThat(theirs.locator("input[name=path]")).hasValue("/api/assets");
    theirs.locator("input[name=what]").fill("资产清单");
    theirs.locator("input[name=purpose]").fill("年度资产核对");
    theirs.locator("input[name=recipient]").fill("乙方项目组");
    Locator until = theirs.locator("[id$=-until]");
    until.fill(
        LocalDate.ofInstant(java.time.Instant.now(), java.time.ZoneOffset.UTC)
            .plusDays(20)
            .toString());
    until.press("Enter");
    picture(theirs, "export-ask");
    theirs.locator(".ant-modal-footer .ant-btn-primary").last().click();
    assertThat(theirs.getByText("待甲方审批").first()).isVisible();

    Page ours = signedIn(signatory);
    ours.navigate("/secrecy/exports?tab=approvals");
    ours.getByRole(AriaRole.BUTTON).filter(named("批准")).first().click();
    picture(ours, "export-approve");
    ours.locator(".ant-modal-footer .ant-btn").last().click();
    assertThat(ours.getByText("已批准").first()).isVisible();

    theirs.reload();
    Download download =
        theirs.waitForDownload(
            () -> theirs.locator("a[href*='format=csv'][href^='/api/assets']").click());
    assertThat(download.suggestedFilename()).startsWith("export-E-");
    String csv = Files.readString(download.path());
    assertThat(csv).contains("云溪县政务服务门户网站", "王工");
    String row = csv.lines().toList().get(1);

    ours.navigate("/secrecy/exports?tab=trace");
    ours.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("found.txt", "text/plain", row.getBytes(StandardCharsets.UTF_8)));
    ours.getByRole(AriaRole.BUTTON).filter(named("追查")).last().click();
    assertThat(ours.getByText("找到隐形水印").first()).isVisible();
    assertThat(ours.getByText("王工").first()).isVisible();
    picture(ours, "export-trace");
    ours.navigate("/secrecy/exports");
    assertThat(ours.getByText("/api/assets").first()).isVisible();
    picture(ours, "export-log");
    ours.navigate("/secrecy/exports?tab=rule");
    assertThat(ours.getByText("合同约定一事一议")).isVisible();
    picture(ours, "export-rule");
    ours.setViewportSize(390, 844);
    ours.navigate("/secrecy/exports?tab=approvals");
    assertThat(ours.getByText("资产清单").first()).isVisible();
    picture(ours, "export-phone");
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String person(String role, String name) {
    String username = role + "-" + UUID.randomUUID();
    Browser admin = SERVER.admin();
    admin
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", name,
                "role", role,
                "password", PASSWORD,
                "clients", List.of(contract.client())))
        .expect(201);
    return username;
  }

  private static Page signedIn(String username) {
    Page page = chromium.page(SERVER.port());
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("button[type=submit]").click();
    assertThat(page.locator("#page-title")).hasText("总览");
    return page;
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("shouyue.pictures");
    if (folder != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }
}
