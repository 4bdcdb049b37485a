package org.shouyue.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.text.Normaliser;

class CycleGrammarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "每日巡检一次|P1D",
        "每天对服务器进行检查|P1D",
        "每周不少于一次巡检|R1/P7D",
        "每周巡检 1 次|P7D",
        "每两周提交一次周报|P14D",
        "每月开展漏洞扫描|P1M",
        "每个月至少两次现场巡检|R2/P1M",
        "每季度一次|P3M",
        "每个季度进行1次渗透测试|P3M",
        "每半年组织一次演练|P6M",
        "每年1次|P1Y",
        "每年至少组织两次培训|R2/P1Y",
        "每年不少于４次|R4/P1Y",
        "每年不多于10次|R10/P1Y",
        "全年不超过12次|R12/P1Y",
        "一年四次|R4/P1Y",
        "全年共4次|R4/P1Y",
        "半年一次|P6M",
        "三个月一次|P3M",
        "隔一天检测一次|P2D",
        "每隔一日|P2D",
        "每两天一次|P2D",
        "隔天备份|P2D",
        "隔周巡检|P14D",
        "4次/年|R4/P1Y",
        "1次/季度|P3M",
        "1次/月|P1M",
        "≥2次/年|R2/P1Y",
        "按季度提供网站监测报告|P3M",
        "按月提交|P1M",
        "逐日检查|P1D",
        "每5分钟探测一次|continuous",
        "每小时检查一次|continuous",
        "服务期内开展一次|once",
        "合同期内不少于2次|R2/P1Y",
        "合同签订后30日内完成一次全面检查|once",
        "提交运维月报|P1M",
        "季度巡检服务|P3M",
        "年度安全评估|P1Y",
        "每工作日检查|P1D",
        "每旬一次|P10D",
      })
  void readsCycles(String text, String frequency) {
    List<Cycle> cycles = CycleGrammar.read(Normaliser.squeeze(Normaliser.line(text)));

    assertThat(cycles).extracting(cycle -> cycle.frequency().toString()).containsExactly(frequency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"每年不超过10次|10", "全年至多6次|6", "每月最多3次|3", "每季度≤2次|2"})
  void knowsCeilings(String text, int atMost) {
    assertThat(CycleGrammar.read(text)).extracting(Cycle::atMost).containsExactly(atMost);
  }

  @ParameterizedTest
  @CsvSource({
    "定期巡检",
    "每逾期一日",
    "每次演练不少于半天",
    "一次性支付",
    "第一季度",
    "2023年度",
    "每台服务器",
    "在2个月内完成",
    "两会期间",
    "统一管理",
    "《季度报告》"
  })
  void readsNoCycleWhereThereIsNone(String text) {
    assertThat(CycleGrammar.read(text)).as(text.toLowerCase(Locale.ROOT)).isEmpty();
  }
}
