package org.shouyue.server.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.AssetKind;
import org.shouyue.server.external.NewNotice.NewProblem;

/// What documents and tables of authorities are read as.
class NoticeReadingTest {
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final List<String> NOTICE =
      List.of(
          "云溪县网信办",
          "云网信〔2026〕3号",
          "关于云溪县门户网站存在安全漏洞的通报",
          "云溪县人民政府办公室：",
          "经监测，你单位网站存在以下问题：",
          "1. http://www.yunxi.gov.cn/login 存在SQL注入漏洞",
          "2. 10.1.2.3:3306 存在弱口令",
          "3. “公示公告”栏目超过两周未更新",
          "请于2026年3月20日前完成整改并书面反馈。",
          "云溪县委网络安全和信息化委员会办公室",
          "2026年3月2日");

  @Test
  void readsIssuerNumberTitleDayAndProblems() {
    var read = NoticeReading.read(NOTICE, RECEIVED, WorkCalendar.china());

    assertThat(read.issuer()).isEqualTo("云溪县委网络安全和信息化委员会办公室");
    assertThat(read.documentNumber()).isEqualTo("云网信〔2026〕3号");
    assertThat(read.title()).isEqualTo("关于云溪县门户网站存在安全漏洞的通报");
    assertThat(read.answerDue()).isEqualTo(LocalDate.of(2026, 3, 20));
    assertThat(read.problems())
        .extracting(NewProblem::target)
        .containsExactly("http://www.yunxi.gov.cn/login", "10.1.2.3:3306", "");
  }

  @Test
  void countsDaysFromTheDayOfTheDocument() {
    List<String> lines = new ArrayList<>(List.of("请在10个工作日内反馈", "2026年2月27日"));

    assertThat(NoticeReading.read(lines, RECEIVED, WorkCalendar.china()).answerDue())
        .isEqualTo(WorkCalendar.china().plusWorkingDays(LocalDate.of(2026, 2, 27), 10));
    lines.set(0, "请在5日内反馈");
    assertThat(NoticeReading.read(lines, RECEIVED, WorkCalendar.china()).answerDue())
        .isEqualTo(LocalDate.of(2026, 3, 4));
  }

  @Test
  void tellsNothingThatIsNotThere() {
    var read =
        NoticeReading.read(List.of("你好", "请于2026年13月40日前反馈"), RECEIVED, WorkCalendar.china());

    assertThat(read.issuer()).isNull();
    assertThat(read.documentNumber()).isNull();
    assertThat(read.answerDue()).isNull();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void matchesTargetsWithTheLedger() {
    Asset site = asset(AssetKind.SITE, "门户网站", "http://www.yunxi.gov.cn/");
    Asset host = asset(AssetKind.HOST, "数据库主机", "10.1.2.3");
    List<Asset> ledger = List.of(site, host);

    assertThat(AssetMatch.of("http://www.yunxi.gov.cn/login", "注入", ledger)).isEqualTo(site.id());
    assertThat(AssetMatch.of("10.1.2.3:3306", "弱口令", ledger)).isEqualTo(host.id());
    assertThat(AssetMatch.of("", "门户网站栏目未更新", ledger)).isEqualTo(site.id());
    assertThat(AssetMatch.of("http://other.gov.cn/", "注入", ledger)).isNull();
    assertThat(AssetMatch.of("http://[broken", "注入", ledger)).isNull();
  }

  @Test
  void keepsGoodRowsBesideBadOnes() {
    var read =
        NoticeTable.read(
            List.of(
                "通报单位,文号,答复期限,网址,问题",
                "县网信办,云网信〔2026〕1号,2026/3/20,http://a.gov.cn,SQL注入",
                "县网信办,云网信〔2026〕2号,下周,http://a.gov.cn,弱口令",
                ",,2026-03-20,,",
                "县公安局,,2026年3月1日,\"10.0.0.1\",\"说了\"\"两\"\"句,",
                "跨行\""));

    assertThat(read.rows()).extracting(NoticeTable.Row::line).containsExactly(2, 5);
    assertThat(read.rows().getLast().description()).isEqualTo("说了\"两\"句,\n跨行");
    assertThat(read.rows().getLast().title()).isEqualTo("县公安局通报");
    assertThat(read.refused())
        .extracting(one -> one.line() + one.field())
        .containsExactly("3答复期限", "4通报单位", "4问题");
    assertThat(read.refused().getFirst().remedy()).contains("2026-03-31");
  }

  @Test
  void saysWhichColumnIsMissing() {
    var read = NoticeTable.read(List.of("文号,问题", "1,x"));

    assertThat(read.rows()).isEmpty();
    assertThat(read.refused())
        .extracting(NoticeTable.Refused::field)
        .containsExactly("通报单位", "答复期限");
    assertThat(NoticeTable.read(List.of()).refused()).hasSize(3);
  }

  private static Asset asset(AssetKind kind, String name, String address) {
    return new Asset(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "甲方",
        kind,
        name,
        address,
        RECEIVED.atStartOfDay(WorkCalendar.SHANGHAI).toInstant());
  }
}
