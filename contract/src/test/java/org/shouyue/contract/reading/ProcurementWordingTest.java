package org.shouyue.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;

/// Wordings of public procurement that say the same as simpler ones.
class ProcurementWordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "每月对甲方网站进行一次安全检查，并修复漏洞；|网站安全检查",
        "每天对网站首页进行巡查，发现异常及时处理；|网站首页巡查",
        "应急演练每年组织一次；|应急演练",
        "向甲方提供每年不多于10次的网站局部调整技术服务；|网站局部调整技术服务",
        "每周一提交安全运营周报；|安全运营周报",
        "乙方对甲方公积金核心业务系统（三级）、门户网站（二级）开展网络安全等级保护测评，每年一次；|网络安全等级保护测评",
        "实时监控网站目录并通过备份恢复被篡改的文件或目录；|实时监控网站目录",
      })
  void namesAServiceByWhatIsDone(String clause, String title) {
    assertThat(Reading.of("一、服务内容\n1、" + clause).services())
        .extracting(ServiceItem::title)
        .containsExactly(title);
  }

  @Test
  void takesTheDayOutOfTheCycleColumn() {
    Contract contract =
        Reading.of(
            "二、服务清单\n序号\t服务内容\t频次\t交付物\n1\t监测月报\t每月1次（次月5日前）\t《网站监测月报》\n"
                + "2\t季度分析报告\t每季度末月20日前\t《季度分析报告》\n3\t漏洞扫描\t双周1次\t扫描报告");

    assertThat(contract.services())
        .extracting(item -> item.title() + " " + item.frequency() + " " + item.deadline())
        .containsExactly(
            "网站监测月报 P1M Deadline[month=null, fromDay=null, day=5]",
            "季度分析报告 P3M Deadline[month=3, fromDay=null, day=20]",
            "漏洞扫描 P14D null");
  }

  @Test
  void keepsTheWorkWhereItsReportComesWithIt() {
    Contract contract = Reading.of("二、服务内容\n（一）设备巡检：每日巡检机房一次，每月对服务器进行一次深度巡检并提交《设备巡检报告》。");

    assertThat(contract.services())
        .extracting(item -> item.capability().code() + " " + item.frequency())
        .containsExactly("inspection P1D", "inspection P1M");
  }

  @Test
  void inventsNoCycleWhereTheNumberIsLeftOpen() {
    Contract contract = Reading.of("一、服务内容\n1、乙方每年为甲方提供____次安全培训；");

    assertThat(contract.services()).extracting(ServiceItem::frequency).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "服务费按季度支付，每季度支付25万元。甲方收到发票后15个工作日内支付。|null 250000 period/P3M P15D",
        "服务费按月支付，每月20,000.00元，甲方应在收到发票后10个工作日内支付。|null 20000 period/P1M P10D",
        "第二年服务费：第一年度服务期满并经考核合格后10个工作日内支付合同总价的30%；|30 null acceptance/P1Y P10D",
        "乙方提交测评报告并经甲方验收合格之日起30日内，甲方支付合同总价款的50%；|50 null acceptance P30D",
      })
  void readsInstalments(String clause, String expected) {
    Contract contract = Reading.of("五、合同价款与支付\n合同价款为人民币100万元，含6%增值税。\n" + clause);

    Payment payment = contract.payments().getFirst();
    assertThat(contract.payments()).hasSize(1);
    assertThat(
            payment.percent()
                + " "
                + payment.amount()
                + " "
                + Objects.requireNonNull(payment.trigger()).code()
                + " "
                + payment.due())
        .isEqualTo(expected);
    assertThat(Objects.requireNonNull(contract.total()).amount()).isEqualByComparingTo("1000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "超过恢复时限的，每延误1小时扣款人民币5000元。|SERVICE_LEVEL CASE",
        "报告迟交的，每迟交一日扣200元。|LATE_DELIVERY DAY",
        "乙方未按期完成巡检的，每逾期一日，按合同总额的千分之一支付违约金。|LATE_DELIVERY DAY",
        "驻场人员擅离职守的，每次扣2000元。|BREACH CASE",
        "乙方违反本合同第七条约定的，应支付合同总价款20%的违约金。|SECRECY BREACH",
      })
  void tellsWhatAPenaltyIsFor(String clause, String expected) {
    Contract contract = Reading.of("第七条 保密\n乙方应当保密。\n第八条 违约责任\n8.1 " + clause);

    assertThat(contract.penalties())
        .extracting((Penalty penalty) -> penalty.subject() + " " + penalty.per())
        .containsExactly(expected);
  }

  @Test
  void readsATranslationBelowItsOriginalOnce() {
    Contract contract =
        Reading.of(
            "第7条 违约责任 Liability\n7.1 乙方逾期提供服务的，每逾期一日支付合同总价0.05%的违约金，累计不超过合同总价的10%。\n"
                + "For late performance Party B shall pay 0.05% of the total price for each day of delay, up to 10%.");

    assertThat(contract.penalties()).hasSize(1);
  }

  @Test
  void readsGradesInShortLinesOneByOne() {
    Contract contract =
        Reading.of(
            "三、服务水平\n严重故障 Critical：15分钟内响应，2小时内恢复。Restore within 2 hours.\n"
                + "主要故障 Major：30分钟内响应，8小时内恢复。Restore within 8 hours.");

    assertThat(contract.serviceLevels())
        .extracting((ServiceLevel level) -> level.severity() + " " + level.resolve())
        .containsExactly("严重 PT2H", "主要 PT8H");
  }

  @Test
  void readsLimitsWrittenWithoutWithin() {
    Contract contract = Reading.of("二、服务响应\n特急故障（平台不可用）：10分钟响应，1小时到场，4小时恢复。");

    ServiceLevel level = contract.serviceLevels().getFirst();
    assertThat(level.severity() + " " + level.respond() + level.onSite() + level.resolve())
        .isEqualTo("特急 PT10MPT1HPT4H");
  }

  @Test
  void takesWorkingDaysOwedInAYearForNoCycle() {
    Contract contract = Reading.of("二、服务内容\n9. 需求变更。每年提供不超过60人天的功能优化开发服务。");

    assertThat(contract.services())
        .extracting(item -> item.capability().code() + " " + item.frequency())
        .containsExactly("site-change on-request");
  }

  @Test
  void comparesNoYearlySumWithThePrice() {
    assertThat(Reading.of("五、费用\n服务费总额为人民币陆拾万元整（￥600,000.00），每年叁拾万元。").ambiguities()).isEmpty();
  }

  @Test
  void readsSectionsBelowTheirChapter() {
    Contract contract =
        Reading.of(
            "第二章  服务内容\n第一节  监测\n1.漏洞扫描：一月一次，重大活动前加扫一次。\n第二节  应急与保障\n"
                + "2.应急响应：接报后20分钟内处置。\n3.重要时期值守：全年不超过30天，每天24小时有人在岗。\n第三章  附则\n本合同一式两份。");

    assertThat(contract.services())
        .extracting(item -> item.capability().code() + " " + item.frequency())
        .containsExactly("vulnerability-scan P1M", "incident-response on-event", "duty on-event");
  }

  @Test
  void readsRowsPartedByWideBars() {
    Contract contract =
        Reading.of(
            "3．服务项目及频率：\n\n服务项目｜服务说明｜服务频率｜提交成果\n系统巡检｜检查运行状态｜每周一次｜巡检周报\n" + "数据备份｜数据库备份｜每日一次｜备份日志");

    assertThat(contract.services())
        .extracting(item -> item.capability().code() + " " + item.frequency())
        .containsExactly("inspection P7D", "backup P1D");
  }

  @Test
  void namesAPartyWithoutItsRole() {
    Contract contract = Reading.of("运维合同\n甲方：青山县融媒体中心（采购单位）\n乙方：网盾科技有限公司（成交供应商）\n一、服务内容");

    assertThat(Objects.requireNonNull(contract.client()).name()).isEqualTo("青山县融媒体中心");
    assertThat(Objects.requireNonNull(contract.provider()).name()).isEqualTo("网盾科技有限公司");
  }

  @Test
  void namesAContractByItsProjectWhereTheHeadingIsAForm() {
    assertThat(Reading.of("采购合同\n\n项目名称：网站群监测服务\n\n一、服务内容").title()).isEqualTo("网站群监测服务采购合同");
    assertThat(Reading.of("某县政府采购合同\n\n合同名称：系统运行维护服务合同\n\n一、服务内容").title()).isEqualTo("系统运行维护服务合同");
  }

  @Test
  void readsANumberWhoseLabelIsSpacedOut() {
    assertThat(Reading.of("运维合同\n合 同 编 号 ： ＤＢＹＷ－２０２４－１９\n").number()).isEqualTo("DBYW-2024-19");
  }
}
