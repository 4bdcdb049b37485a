package org.shouyue.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Term;

class MoneyAndTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "二、服务期限：自合同签订之日起一年。|null|null|P1Y|SIGNING",
        "第三条 合同期限 本合同有效期自2024年3月1日起至2026年2月28日止。|2024-03-01|2026-02-28|P2Y|FIXED",
        "三、服务期：三年，2024.1.1-2026.12.31。|2024-01-01|2026-12-31|P3Y|FIXED",
        "四、履行期限：合同签订生效后12个月。|null|null|P12M|SIGNING",
        "2、服务期限：自2024年5月1日起一年。|2024-05-01|2025-04-30|P1Y|FIXED",
        "一、合同期限：二〇二四年一月一日至二〇二四年十二月三十一日。|2024-01-01|2024-12-31|P1Y|FIXED",
        "五、运维服务期限为36个月，自验收合格之日起计算。|null|null|P36M|null",
      })
  void readsTerms(String clause, String from, String to, String length, String starts) {
    Term term = Objects.requireNonNull(Reading.of(clause).term());

    assertThat(String.valueOf(term.from())).isEqualTo(from);
    assertThat(String.valueOf(term.to())).isEqualTo(to);
    assertThat(String.valueOf(term.length())).isEqualTo(length);
    assertThat(String.valueOf(term.starts())).isEqualTo(starts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三、合同金额：人民币壹佰贰拾万元整（￥1,200,000.00元）。|1200000",
        "第五条 合同价款 本合同总价为：￥ 98.5 万元（大写：玖拾捌万伍仟元整）。|985000",
        "四、费用及支付 本项目服务费用总计为人民币 360000 元。|360000",
        "合同总价（含税）：人民币大写叁拾万元整，小写300000.00元。|300000",
      })
  void readsPrices(String clause, String amount) {
    Contract contract = Reading.of(clause);

    assertThat(Objects.requireNonNull(contract.total()).amount()).isEqualByComparingTo(amount);
    assertThat(contract.ambiguities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合同签订后10个工作日内，甲方向乙方支付合同总价的30%作为预付款。|30|signing|P10D|working",
        "项目终验合格且甲方收到发票后15日内支付合同总额的65%；|65|acceptance|P15D|24x7",
        "剩余5%作为质保金，质保期满后30日内无息支付。|5|term-end|P30D|24x7",
        "服务满半年后7个工作日内，采购人支付合同金额的40%。|40|served/P6M|P7D|working",
        "按季度支付，每季度末甲方在考核后10个工作日内支付合同总价的25%。|25|period/P3M|P10D|working",
        "甲方收到乙方开具的等额发票后二十个工作日内一次性支付全部合同款。|100|invoice|P20D|working",
        "2024年12月31日前支付合同总价的50%。|50|date|2024-12-31|null",
        "财政资金到位后5个工作日内支付合同价款的百分之四十。|40|funds|P5D|working",
      })
  void readsPayments(String clause, String percent, String trigger, String due, String calendar) {
    Contract contract = Reading.of("四、付款方式\n" + clause);

    assertThat(contract.payments()).hasSize(1);
    Payment payment = contract.payments().getFirst();
    assertThat(payment.percent()).isEqualByComparingTo(percent);
    assertThat(Objects.requireNonNull(payment.trigger()).code()).isEqualTo(trigger);
    assertThat(Objects.requireNonNull(payment.due()).code()).isEqualTo(due);
    assertThat(payment.calendar() == null ? "null" : payment.calendar().code()).isEqualTo(calendar);
  }

  @Test
  void readsSeveralInstalmentsOfOneSentence() {
    Contract contract = Reading.of("六、支付方式：合同签订后支付30%，中期验收合格后支付40%，终验合格后支付30%。");

    assertThat(contract.payments())
        .extracting(payment -> String.valueOf(payment.trigger().code()))
        .containsExactly("signing", "acceptance/P6M", "acceptance");
    assertThat(contract.ambiguities()).isEmpty();
  }

  @Test
  void doesNotTakeADepositForAPayment() {
    Contract contract = Reading.of("五、履约保证金\n乙方应在合同签订前向甲方缴纳合同总价5%的履约保证金，服务期满后无息退还。");

    assertThat(contract.payments()).isEmpty();
    assertThat(contract.penalties()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三、合同金额：人民币壹拾万元整（￥120000.00元）。|大小写不一致",
        "四、付款方式：签订后支付50%，验收合格后支付40%。|合计为90%",
        "二、服务期限：服务期两年，自2024年1月1日至2024年12月31日。|起止日期",
        "二、服务期限：自2025年1月1日至2024年12月31日。|早于",
      })
  void reportsContradictions(String clause, String message) {
    assertThat(Reading.of(clause).ambiguities())
        .anySatisfy(ambiguity -> {
          assertThat(ambiguity.code()).isEqualTo(Ambiguity.Code.CONFLICT);
          assertThat(ambiguity.message()).contains(message);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "甲方：____________",
    "三、合同金额：人民币（大写）______元整。",
    "二、服务期限：自____年__月__日至____年__月__日。",
    "签订日期：2024年 月 日",
  })
  void reportsBlanks(String clause) {
    assertThat(Reading.of(clause).ambiguities())
        .isNotEmpty()
        .allSatisfy(ambiguity -> assertThat(ambiguity.code()).isEqualTo(Ambiguity.Code.BLANK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲方：某市大数据管理局|某市大数据管理局",
        "甲 方（采购人）：某区人民政府办公室（以下简称“甲方”）|某区人民政府办公室",
        "采购人（甲方）： 某县融媒体中心    签订地点：某县|某县融媒体中心",
        "委托方（甲方）：某省水利厅，地址：某路1号|某省水利厅",
        "甲方(盖章):某某大学|某某大学",
      })
  void readsClients(String line, String name) {
    assertThat(Objects.requireNonNull(Reading.of(line).client()).name()).isEqualTo(name);
  }
}
