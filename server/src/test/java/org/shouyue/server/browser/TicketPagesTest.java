package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Tickets as people meet them: a real server, a real Chromium.
class TicketPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static Chromium chromium;
  private static UUID client;
  private static UUID contract;
  private static UUID site;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Visitor.canCome(), "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    SignedContract desk = new SignedContract(SERVER.admin(), "云溪县人民政府办公室");
    client = desk.client();
    site = desk.asset("system", "云溪县门户网站", "门户");
    String text = Files.readString(Path.of("../contract/samples/three-fault-levels.txt"));
    contract = desk.sign(desk.draft(text), Instant.now().toString().substring(0, 10), null);
  }

  private static String ticket(String title) {
    return SERVER
        .admin()
        .post(
            "/api/tickets",
            Map.of("contractId", contract, "kind", "fault", "title", title, "assetId", site))
        .expect(201)
        .text("id");
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
  void opensATicketAndTakesItToItsEnd() {
    Visitor engineer = Visitor.of(SERVER, chromium, "engineer", client);
    engineer.go("/tickets");
    engineer.button("新建工单").first().click();
    assertThat(engineer.see(".level-hint")).containsText("响应");
    engineer.choose("级别", "严重");
    engineer.choose("合同等级", "二级");
    assertThat(engineer.see(".level-hint")).containsText("二级");
    engineer.fill("title", "门户网站打不开");
    engineer.shot("ticket-new");
    engineer.accept();
    assertThat(engineer.heading()).hasText("门户网站打不开");
    assertThat(engineer.see(".facts").first()).containsText("二级");

    engineer.button("响应").click();
    assertThat(engineer.see(".page-head .tag").first()).hasText("已响应");
    engineer.fill("comment", "已联系机房，附截图");
    engineer.upload(engineer.see("input[type=file]"), "截图.txt", "502 Bad Gateway");
    engineer.button("发送").click();
    assertThat(engineer.see(".timeline")).containsText("已联系机房，附截图");
    assertThat(engineer.see(".timeline")).containsText("截图.txt");
    engineer.fill("note", "重启后恢复");
    engineer.button("解决").click();
    assertThat(engineer.see(".page-head .tag").first()).hasText("已解决");
    engineer.shot("ticket").narrowShot("ticket-narrow");
    engineer.button("关闭").click();
    engineer.confirm();
    assertThat(engineer.see(".page-head .tag").first()).hasText("已关闭");
    assertThat(engineer.see(".timeline")).containsText("重启后恢复");
  }

  @Test
  void actsOnManyAndFindsThemAgain() {
    String first = ticket("批量一");
    ticket("批量二");
    Visitor engineer = Visitor.of(SERVER, chromium, "engineer", client);
    engineer.go("/tickets?q=批量");
    engineer.see(".ant-table-thead .ant-checkbox-input").check();
    assertThat(engineer.see(".bulk-bar")).containsText("已选 2 张");
    engineer.shot("tickets-bulk");
    engineer.button("执行").click();
    engineer.see(".ant-popconfirm .ant-btn-primary").click();
    assertThat(engineer.see(".ant-message, .ant-notification").first()).containsText("完成 2 张");
    assertThat(engineer.see(".ant-table-tbody")).not().containsText("待响应");

    engineer.button("常用筛选").click();
    engineer.page().getByRole(AriaRole.MENUITEM).getByText("存为常用筛选").click();
    engineer.labelled("名称").fill("批量的");
    engineer.confirm();
    engineer.go("/tickets");
    engineer.button("常用筛选").click();
    engineer.page().getByRole(AriaRole.MENUITEM).getByText("批量的").click();
    assertThat(engineer.see(".ant-table-tbody tr.ant-table-row")).hasCount(2);
    assertThat(engineer.button("批量的")).isVisible();

    engineer.go("/tickets/" + first);
    engineer.see(".facts a[href='/assets/" + site + "']").click();
    assertThat(engineer.heading()).hasText("云溪县门户网站");
    assertThat(engineer.see(".tickets-about")).containsText("批量一");
    engineer.shot("asset");
  }

  @Test
  void leadsFromATicketToWhatItIsTheWorkOf() {
    String id =
        SERVER
            .admin()
            .post("/api/changes", Map.of("contractId", contract, "title", "升级中间件", "body", "修复漏洞"))
            .expect(201)
            .text("ticketId");
    Visitor engineer = Visitor.of(SERVER, chromium, "engineer", client);
    engineer.go("/tickets/" + id);
    engineer.shot("ticket-of-change");
    engineer.see(".facts a[href='/changes/" + id + "']").click();
    assertThat(engineer.heading()).hasText("升级中间件");
  }
}
