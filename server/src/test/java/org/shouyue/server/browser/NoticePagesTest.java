package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.notify.FakePeer;
import org.shouyue.server.notify.FakePeer.Reply;
import org.shouyue.server.notify.Telling;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Channels, notices and escalations as people meet them. `-Dshouyue.pictures=<folder>` keeps
/// pictures.
class NoticePagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static Chromium chromium;
  private static FakePeer robot;
  private static FakePeer voice;
  private static UUID client;
  private static Page page;

  @BeforeAll
  static void open() throws Exception {
    boolean built = NoticePagesTest.class.getResource("/META-INF/resources/index.html") != null;
    assumeTrue(built, "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    robot = new FakePeer((_, _) -> Reply.of(200, "{\"errcode\":0}"));
    SignedContract signed = new SignedContract(SERVER, "云溪县人民政府办公室");
    client = signed.client();
    UUID contract =
        signed.draft(Files.readString(Path.of("../contract/samples/demo-site-and-host.txt")));
    signed.sign(contract, "2026-01-01", null);
    voice = new FakePeer((_, _) -> Reply.of(200, "{\"callId\":\"call-7\"}"));
    Telling telling = new Telling(SERVER, client);
    telling.person("值班经理", "provider-manager", "", "13900139000", "zh-CN");
    telling.channel("voice-http", Telling.http(voice.url()), Map.of());
    SERVER
        .admin()
        .post(
            "/api/tickets",
            Map.of(
                "contractId", contract,
                "kind", "fault",
                "severity", "critical",
                "title", "门户网站全站中断"))
        .expect(201);
    page = chromium.page(SERVER.port());
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill(ServerUnderTest.ADMIN_PASSWORD);
    page.locator("button[type=submit]").click();
    assertThat(heading()).hasText("总览");
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
      robot.close();
      voice.close();
    }
  }

  @AfterEach
  void noPageThrew() {
    assertThat(chromium.errors()).isEmpty();
  }

  @Test
  void anAdministratorSetsARobotUpTriesItAndNeverSeesItsKeyAgain() {
    page.navigate("/channels");
    page.getByRole(AriaRole.BUTTON, named("登记渠道")).first().click();
    Locator form = page.getByRole(AriaRole.DIALOG);
    form.getByLabel("类别").click();
    page.getByTitle("企业微信群机器人").click();
    form.getByLabel("名称").fill("应急群");
    form.getByLabel("地址").fill(robot.url() + "/send");
    form.getByLabel("机器人 key").fill("robot-key-of-ours");
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
    assertThat(page.getByText("应急群").first()).isVisible();
    shot("channels");

    page.getByRole(AriaRole.BUTTON, named("发送测试消息 应急群")).click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发送").setExact(true))
        .click();
    assertThat(page.getByText("对方已接收")).isVisible();
    assertThat(robot.received().getFirst().uri().toString()).contains("robot-key-of-ours");
    page.navigate("/channels");
    page.getByRole(AriaRole.BUTTON, named("修改渠道 应急群")).click();
    assertThat(page.getByPlaceholder("已保存，留空则不变")).isVisible();
    shot("channel-form");
    assertThat(page.content()).doesNotContain("robot-key-of-ours");
  }

  @Test
  void aManagerSeesWhatIsEscalatedAndTakesIt() {
    page.navigate("/escalations");
    assertThat(page.getByText("门户网站全站中断").first()).isVisible();
    shot("escalations");
    page.getByText("门户网站全站中断").first().click();
    assertThat(heading()).hasText("门户网站全站中断");
    page.getByRole(AriaRole.BUTTON, named("我来处理")).click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
        .click();
    assertThat(page.getByText("已有人处理")).isVisible();
    shot("escalation");
  }

  @Test
  void theBellCountsAndTheInboxShowsWhatWasTold() {
    page.navigate("/");
    page.getByRole(AriaRole.LINK, named("条未读")).click();
    assertThat(heading()).hasText("消息");
    assertThat(page.getByText("门户网站全站中断").first()).isVisible();
    shot("inbox");
    page.getByRole(AriaRole.BUTTON, named("全部标为已读")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("标为已读").setExact(true))).hasCount(0);
    page.navigate("/deliveries?urgency=disaster");
    assertThat(page.getByText("门户网站全站中断").first()).isVisible();
    shot("deliveries");
  }

  @Test
  void aDeliveryShowsItsTriesAndThatItWasKeptAsEvidence() {
    page.navigate("/deliveries?means=phone");
    page.getByRole(AriaRole.LINK, named("门户网站全站中断")).first().click();
    assertThat(heading()).containsText("门户网站全站中断");
    assertThat(page.getByText("对方已接收")).isVisible();
    assertThat(page.getByText("call-7")).isVisible();
    assertThat(page.getByText("已存入甲方的证据链")).isVisible();
    assertThat(page.getByText("13900139000")).isVisible();
    shot("delivery");
  }

  @Test
  void rulesAndChainsAreReadAndSet() {
    page.navigate("/notice-rules?client=" + client);
    page.getByRole(AriaRole.BUTTON, named("修改规则 所有人（默认） 灾难")).click();
    Locator form = page.getByRole(AriaRole.DIALOG);
    form.getByLabel("方式").click();
    page.locator(".ant-select-item-option[title='短信']").click();
    page.keyboard().press("Escape");
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
    assertThat(page.getByText("恢复默认")).isVisible();
    shot("rules");
    page.navigate("/escalation-chains?client=" + client);
    assertThat(page.getByText("值班人员").first()).isVisible();
    shot("chains");
    page.setViewportSize(390, 844);
    page.navigate("/escalations");
    assertThat(page.getByText("门户网站全站中断").first()).isVisible();
    shot("escalations-narrow");
    page.setViewportSize(1280, 900);
  }

  private static Locator heading() {
    return page.locator("#page-title");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void shot(String name) {
    String folder = System.getProperty("shouyue.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(folder, "notice-" + name + ".png"))
              .setFullPage(true));
    }
  }
}
