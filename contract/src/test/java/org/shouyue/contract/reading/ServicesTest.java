package org.shouyue.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Deadline;

class ServicesTest {

  private static List<String> services(String text) {
    return Reading.of(text).services().stream()
        .map(item ->
            item.capability().code()
                + " "
                + (item.frequency() == null ? "-" : item.frequency().code()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1、系统巡检：每周对服务器、存储设备进行巡检，填写巡检记录。|inspection P7D",
        "（2）数据备份。每天凌晨进行数据库备份。|backup P1D",
        "3. 安全漏洞扫描服务（每季度一次）|vulnerability-scan P3M",
        "4) 网站可用性监测：7×24小时不间断监测网站访问情况|site-availability continuous",
        "⑤ 渗透测试：每年不少于2次|penetration-test R2/P1Y",
        "2.6 应急演练 每年组织一次应急演练。|drill P1Y",
        "(七) 重要时期保障：重大活动期间安排人员现场值守。|duty on-event",
        "8、安全培训，每年至少两次。|training R2/P1Y",
        "9. 防篡改：实时防护网页，被篡改后自动恢复。|tamper-protection continuous",
        "10、等保咨询：根据甲方需要提供等级保护咨询。|consulting on-request",
        "11. 定期进行系统补丁更新。|patching -",
        "12、运维月报：每月5日前提交上月运维报告。|reporting P1M",
        "13. 域名及SSL证书管理：负责证书的部署与续期。|certificate continuous",
        "14、日志审计：每月对安全设备日志进行分析并出具报告。|log-analysis P1M",
        "15. 代码审计：上线前进行源代码安全审计。|code-review -",
        "16、驻场服务：派驻2名工程师驻场。|support -",
        "17. 基线核查：每半年对主机进行基线核查并加固。|hardening P6M",
        "18、故障处理：系统发生故障时及时处理。|incident-response on-event",
      })
  void readsItemsInAnyNumbering(String clause, String service) {
    assertThat(services("二、服务内容\n" + clause)).containsExactly(service);
  }

  @Test
  void readsATableOfServices() {
    Contract contract =
        Reading.of(
            "第二条 服务清单\n序号\t服务名称\t服务描述\t服务频次\t交付物\n1\t安全巡检\t对系统进行安全检查\t1次/月\t《安全巡检报告》\n"
                + "2\t漏洞扫描\t扫描主机与应用漏洞\t季度\t漏洞扫描报告、复测报告\n3\t应急响应\t处置安全事件\t按需\t应急响应报告\n4\t安全监测\t监测网络攻击\t7×24\t/\n合计\t\t\t\t");

    assertThat(contract.services())
        .extracting(item -> item.id() + " " + item.capability().code() + " " + item.frequency())
        .containsExactly(
            "2.1 inspection P1M",
            "2.2 vulnerability-scan P3M",
            "2.3 incident-response on-request",
            "2.4 threat-intelligence continuous");
    assertThat(contract.services().get(1).deliverables()).containsExactly("漏洞扫描报告", "复测报告");
  }

  @Test
  void readsABarTable() {
    assertThat(
            services(
                "二、服务内容\n| 序号 | 服务项目 | 周期 |\n|---|---|---|\n| 1 | 病毒查杀 | 每日 |\n| 2 | 安全培训 | 每年2次 |"))
        .containsExactly("malware-scan P1D", "training R2/P1Y");
  }

  @Test
  void takesAspectsBelowAnItemForThatItem() {
    Contract contract =
        Reading.of(
            "第二章 服务内容\n1. 漏洞扫描服务\n（1）服务内容：对业务系统进行漏洞扫描。\n（2）服务频率：每月一次。\n（3）交付成果：《漏洞扫描报告》\n2. 渗透测试服务\n服务频次：每年两次\n交付物：渗透测试报告");

    assertThat(contract.services())
        .extracting(
            item -> item.capability().code() + " " + item.frequency() + " " + item.deliverables())
        .containsExactly("vulnerability-scan P1M [漏洞扫描报告]", "penetration-test R2/P1Y [渗透测试报告]");
  }

  @Test
  void takesPartsWithTheirOwnCyclesApart() {
    assertThat(services("二、服务内容\n3. 乙方负责网站安全，每月扫描网站漏洞一次，每日备份数据库一次。"))
        .containsExactly("vulnerability-scan P1M", "backup P1D");
  }

  @Test
  void reportsTwoCyclesForOneThingAndTakesNeither() {
    Contract contract = Reading.of("二、服务内容\n1. 安全巡检服务\n巡检频率：每月一次。\n每季度对网络和主机的安全状况进行巡检。");

    assertThat(contract.services()).hasSize(1);
    assertThat(contract.services().getFirst().frequency()).isNull();
    assertThat(contract.ambiguities())
        .extracting(Ambiguity::code)
        .containsExactly(Ambiguity.Code.CONFLICT);
  }

  @Test
  void readsDeadlines() {
    Contract contract = Reading.of("二、服务内容\n1. 运维报告：每月25日前提交运维报告。\n2. 检测报告：每季度最后一个月的月初提供检测报告。");

    assertThat(contract.services())
        .extracting(item -> Objects.requireNonNull(item.deadline()))
        .containsExactly(new Deadline(null, null, 25), new Deadline(3, 1, 10));
  }

  @Test
  void readsQuotas() {
    Contract contract = Reading.of("二、服务内容\n1. 页面调整：每年提供不超过12次的网站页面调整。");

    assertThat(contract.services().getFirst().atMost()).isEqualTo(12);
  }

  @Test
  void findsServicesUnderDutiesWhereNoSectionAnnouncesThem() {
    assertThat(services("第三条 乙方的权利和义务\n1. 乙方应每月对系统巡检一次。\n2. 乙方应按时完成工作。\n第四条 违约责任\n1. 乙方违约的，支付违约金。"))
        .containsExactly("inspection P1M");
  }

  @Test
  void joinsSentencesBrokenByThePage() {
    Contract contract = Reading.of("二、服务内容\n1. 漏洞扫描：乙方使用专业工具对甲方全部信息系统进行漏洞\n\n扫描，每季度一次，并提交报告。");

    assertThat(contract.services()).hasSize(1);
    assertThat(contract.services().getFirst().frequency()).hasToString("P3M");
    assertThat(contract.services().getFirst().lines().to()).isEqualTo(4);
  }

  @Test
  void keepsIdsStable() {
    String text = "二、服务内容\n（一）网站\n1. 网站监测：7×24小时监测。\n（二）主机\n1. 巡检：每月一次。";

    assertThat(Reading.of(text).services())
        .extracting(item -> item.id())
        .containsExactly("2.1.1", "2.2.1");
  }
}
