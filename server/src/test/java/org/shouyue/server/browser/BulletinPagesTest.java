package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Security bulletins as people meet them: a real server, a real Chromium.
class BulletinPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String FEED =
      """
      <rss version="2.0"><channel><title>云岭漏洞预警</title>
        <item><title>达梦数据库存在高危漏洞</title><guid>yl-1</guid>
          <description>CVE-2026-22222 权限绕过。</description></item>
        <item><guid>yl-2</guid><description>没有标题</description></item>
      </channel></rss>
      """;

  private static Chromium chromium;
  private static UUID client;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Visitor.canCome(), "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    SignedContract desk = new SignedContract(SERVER.admin(), "云溪县人民政府办公室");
    client = desk.client();
    UUID site = desk.asset("system", "政务服务网", "政务服务网");
    UUID archive = desk.asset("system", "电子档案系统", "电子档案系统");
    desk.asset("system", "统一预约系统", "统一预约系统");
    install(site, "Apache Tomcat", "9.0.12");
    install(archive, "达梦数据库", "8.1");
    String text = Files.readString(Path.of("../contract/samples/demo-site-and-host.txt"));
    desk.sign(desk.draft(text), Instant.now().toString().substring(0, 10), null);
  }

  private static void install(UUID asset, String name, String version) {
    SERVER
        .admin()
        .put(
            "/api/assets/" + asset + "/products",
            Map.of("products", List.of(Map.of("name", name, "version", version))))
        .expect(200);
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
  void writesPublishesAndAcknowledges() {
    Visitor manager = Visitor.of(SERVER, chromium, "provider-manager", client);
    manager.go("/bulletins").shot("bulletins-empty");
    manager.button("录入通告").first().click();
    manager
        .fill("title", "Apache Tomcat 文件读取漏洞")
        .fill("cves", "CVE-2026-20938")
        .fill("summary", "AJP 连接器可被用来读取应用目录下的文件。");
    manager.labelled("厂商 1").fill("Apache");
    manager.labelled("产品 1").fill("Tomcat");
    manager.labelled("版本范围 1").fill("大约 9");
    manager.fill("advice", "升级到 9.0.31。");
    manager.button("保存").click();
    assertThat(manager.see(".problem")).containsText("版本范围读不懂");
    manager.labelled("版本范围 1").fill(">=9.0, <9.0.31");
    manager.shot("bulletin-editor");
    manager.button("保存").click();
    assertThat(manager.heading()).hasText("Apache Tomcat 文件读取漏洞");
    assertThat(manager.see(".bulletin-client")).containsText("政务服务网");
    manager.shot("bulletin-draft");
    manager.button("发布").click();
    manager.shot("bulletin-publish");
    manager.confirm();
    assertThat(manager.see(".bulletin-client")).containsText("未确认");
    assertThat(manager.see(".bulletin-assets .mono")).hasCount(1);
    manager.shot("bulletin-published");
    String path = manager.page().url().replaceFirst("^https?://[^/]+", "");

    Visitor reader = Visitor.of(SERVER, chromium, "client-reader", client);
    assertThat(reader.see("main")).containsText("Apache Tomcat 文件读取漏洞");
    reader.shot("bulletin-awaiting");
    reader.go(path);
    reader.shot("bulletin-client").narrowShot("bulletin-client-narrow");
    reader.button("已知悉").click();
    reader.fill("remark", "今晚升级");
    reader.confirm();
    assertThat(reader.see(".bulletin-client")).containsText("已确认");
    assertThat(reader.button("已知悉")).hasCount(0);

    manager.go("/bulletins");
    assertThat(manager.see(".ant-table")).containsText("1 / 1 已确认");
    manager.shot("bulletins").narrowShot("bulletins-narrow");
  }

  @Test
  void importsAFileAndShowsWhatBecameOfEachItem() {
    Visitor engineer = Visitor.of(SERVER, chromium, "engineer", client);
    engineer.go("/bulletins");
    engineer.button("导入文件").first().click();
    engineer.upload(engineer.see("input[type=file]"), "预警.xml", FEED);
    engineer.accept();
    assertThat(engineer.see("[role=status]")).containsText("新增 1 份，更新 0 份，已有 0 份");
    assertThat(engineer.see(".problem")).containsText("预警.xml · 第 4 行 · title");
    engineer.shot("bulletin-import");
    engineer.see("[role=status] a").click();
    assertThat(engineer.heading()).hasText("达梦数据库存在高危漏洞");
    assertThat(engineer.button("发布")).hasCount(0);

    engineer.go("/bulletins/files");
    assertThat(engineer.see(".ant-table")).containsText("1 处未导入");
    engineer.shot("bulletin-files");
    engineer.go("/assets");
    engineer
        .see("tr")
        .filter(new Locator.FilterOptions().setHasText("电子档案系统"))
        .getByText("安装的产品")
        .click();
    assertThat(engineer.labelled("版本 1")).hasValue("8.1");
    engineer.shot("asset-products");
  }
}
