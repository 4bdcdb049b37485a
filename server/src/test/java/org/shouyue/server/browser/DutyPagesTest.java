package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
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

/// Duty, training and advice as people meet them. `-Dshouyue.pictures=<folder>` keeps pictures.
class DutyPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final String TEXT =
      """
      网络安全服务合同

      合同编号：SY-PAGES-02
      甲方：云溪县人民政府办公室
      乙方：青禾数安科技有限公司

      第一条 服务期限
      本合同服务期限为两年，自2026年1月1日起至2027年12月31日止。

      第二条 服务内容
      （一）重要时期值守。在甲方通知的重大活动期间，乙方应安排人员进行7×24小时现场值守。
      （二）安全培训。乙方应每年至少组织两次网络安全意识培训。

      第三条 合同金额
      合同总价为人民币365000.00元（大写：叁拾陆万伍仟元整）。
      """;

  private static Chromium chromium;
  private static SignedContract contract;
  private static UUID signed;
  private static Browser engineer;

  @BeforeAll
  static void open() {
    boolean built = DutyPagesTest.class.getResource("/META-INF/resources/index.html") != null;
    assumeTrue(built, "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    contract = new SignedContract(SERVER, "云溪县人民政府办公室");
    signed = contract.sign(contract.draft(TEXT), "2026-01-01", null);
    engineer = SERVER.as("engineer", contract.client());
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
  void showsWhoIsOnCallAndWhereNobodyCanBeReached() {
    String roster =
        contract
            .manager()
            .post(
                "/api/duty/rosters",
                Map.of(
                    "name",
                    "一线值班",
                    "clientIds",
                    List.of(contract.client()),
                    "autoSwap",
                    true,
                    "layers",
                    List.of(layer())))
            .expect(201)
            .text("id");
    Page page = signedIn();

    page.navigate("/duty");
    assertThat(page.locator(".on-call")).containsText("云溪县人民政府办公室");
    assertThat(page.locator(".gaps").first()).containsText("没有登记电话");
    picture(page, "duty");
    page.navigate("/duty/rosters/" + roster);
    assertThat(page.locator(".duty-month")).isVisible();
    assertThat(page.locator(".duty-turn").last()).containsText("某人");
    picture(page, "roster");
    page.setViewportSize(390, 844);
    assertThat(page.locator(".duty-month")).isVisible();
    picture(page, "roster-narrow");
  }

  @Test
  void showsASpecialPeriodWithItsUnfilledShifts() {
    Instant from = Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    String period =
        contract
            .manager()
            .post(
                "/api/duty/periods",
                Map.of(
                    "contractId",
                    signed,
                    "name",
                    "县运动会",
                    "from",
                    from,
                    "to",
                    from.plus(2, ChronoUnit.DAYS),
                    "place",
                    "体育馆"))
            .expect(201)
            .text("period.id");
    Page page = signedIn();

    page.navigate("/duty?tab=periods");
    assertThat(page.getByText("个班次没有人").first()).isVisible();
    picture(page, "periods");
    page.navigate("/duty/periods/" + period);
    assertThat(page.locator("#page-title")).hasText("县运动会");
    assertThat(page.getByRole(AriaRole.BUTTON).filter(named("排班"))).isVisible();
    picture(page, "period");
  }

  @Test
  void letsSomebodyWithoutAnAccountSignInAndAnswer() {
    String course =
        engineer
            .post(
                "/api/training/courses",
                Map.of(
                    "clientId",
                    contract.client(),
                    "topic",
                    "awareness",
                    "name",
                    "防范钓鱼邮件",
                    "syllabus",
                    "识别、报告、处置",
                    "drawn",
                    1,
                    "passMark",
                    60,
                    "attempts",
                    2))
            .expect(201)
            .text("id");
    engineer
        .post(
            "/api/training/courses/" + course + "/questions",
            Map.of(
                "kind",
                "single",
                "asks",
                "收到可疑邮件应当？",
                "options",
                List.of("打开附件", "报告"),
                "answers",
                List.of(1)))
        .expect(201);
    String session =
        engineer
            .post(
                "/api/training/sessions",
                Map.of(
                    "contractId",
                    signed,
                    "courseId",
                    course,
                    "startsAt",
                    Instant.now().minusSeconds(60),
                    "endsAt",
                    Instant.now().plusSeconds(3600),
                    "place",
                    "三楼会议室",
                    "trainer",
                    "王工"))
            .expect(201)
            .text("id");
    String door =
        engineer.post("/api/training/sessions/" + session + "/door", Map.of()).text("path");
    Page page = chromium.page(SERVER.port());

    page.navigate(door);
    page.locator("input[name=name]").fill("张三");
    page.locator("input[name=unit]").fill("信息科");
    picture(page, "door");
    page.locator("button[type=submit]").click();
    assertThat(page.getByText("张三，您已签到")).isVisible();
    page.getByRole(AriaRole.BUTTON).filter(named("开始测验")).click();
    page.getByText("报告", new Page.GetByTextOptions().setExact(true)).click();
    picture(page, "seat");
    page.getByRole(AriaRole.BUTTON).filter(named("交卷")).click();
    assertThat(page.getByText("得分 100")).isVisible();
    Page staff = signedIn();
    staff.navigate("/training/sessions/" + session);
    assertThat(staff.locator(".plain-table")).containsText("张三");
    picture(staff, "session");
  }

  @Test
  void entersAnAbsenceACourseAndAQuestion() {
    Visitor manager = Visitor.of(SERVER, chromium, "provider-manager", contract.client());
    manager.go("/duty?tab=absences");
    manager.button("登记外出").first().click();
    String next = Instant.now().plus(7, ChronoUnit.DAYS).toString().substring(0, 10);
    manager.date("起", next + " 09:00").date("止", next + " 18:00").fill("reason", "年休假");
    manager.shot("absence-new").confirm();
    assertThat(manager.see(".absences")).containsText("年休假");
    manager.shot("absences");

    manager.go("/training?tab=courses");
    manager.button("新建课程").first().click();
    manager.fill("name", "口令安全").fill("syllabus", "口令与双因素").confirm();
    manager.see(".ant-table a").filter(named("口令安全")).click();
    manager.button("修改课程").click();
    manager.fill("name", "口令与双因素").confirm();
    assertThat(manager.heading()).hasText("口令与双因素");
    manager.button("添加题目").first().click();
    manager.choose("类别", "多选").fill("asks", "好的口令应当？");
    manager.labelled("选项 1").fill("够长");
    manager.labelled("选项 2").fill("各处不同");
    manager.labelled("选项 1 是正确答案").check();
    manager.labelled("选项 2 是正确答案").check();
    manager.shot("question-new").confirm();
    assertThat(manager.see(".ant-table")).containsText("✓ 够长 / ✓ 各处不同");
    manager.shot("course");
  }

  @Test
  void leadsASelfCheckToItsScore() {
    String check =
        engineer
            .post(
                "/api/consulting/self-checks",
                Map.of("contractId", signed, "system", "门户网站", "level", 2))
            .expect(201)
            .text("check.id");
    Page page = signedIn();

    page.navigate("/consulting/self-checks/" + check);
    page.getByText("不符合", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page.getByText("1 / 68")).isVisible();
    picture(page, "self-check");
    page.navigate("/consulting");
    assertThat(page.locator("#page-title")).hasText("安全咨询");
    picture(page, "consulting");
  }

  private static Map<String, Object> layer() {
    return Map.of(
        "name",
        "主班",
        "people",
        List.of(engineer.person().path("id").asString()),
        "turn",
        Map.of("unit", "weeks", "length", 1, "firstDay", "2026-01-05", "handover", "09:00"));
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page signedIn() {
    Page page = chromium.page(SERVER.port());
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill(ServerUnderTest.ADMIN_PASSWORD);
    page.locator("button[type=submit]").click();
    assertThat(page.locator("#page-title")).hasText("总览");
    return page;
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("shouyue.pictures");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }
}
