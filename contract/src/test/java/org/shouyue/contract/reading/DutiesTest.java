package org.shouyue.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceLevel;

class DutiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "系统出现故障时，乙方应在30分钟内响应，2小时内到达现场，8小时内解决。|PT30M|PT2H|PT8H",
        "故障响应时间不超过15分钟，恢复时间不超过4小时。|PT15M|null|PT4H",
        "接到报修电话后1小时内赶到现场，24小时内修复。|null|PT1H|PT24H",
        "响应时间：≤10分钟；到场时间：≤1小时；解决时间：≤6小时。|PT10M|PT1H|PT6H",
        "乙方在接到甲方通知后应于半小时内予以响应，两小时内排除故障。|PT30M|null|PT2H",
        "发生安全事件后，10分钟内电话响应、1小时内到场处置。|PT10M|PT1H|null",
      })
  void readsLimits(String clause, String respond, String onSite, String resolve) {
    Contract contract = Reading.of("四、服务要求\n1. " + clause);

    assertThat(contract.serviceLevels()).hasSize(1);
    ServiceLevel level = contract.serviceLevels().getFirst();
    assertThat(String.valueOf(level.respond())).isEqualTo(respond);
    assertThat(String.valueOf(level.onSite())).isEqualTo(onSite);
    assertThat(String.valueOf(level.resolve())).isEqualTo(resolve);
    assertThat(level.calendar()).isEqualTo(CountedTime.ALWAYS);
  }

  /// Contract 4 §3.2: the limit reads like one for an answer, and is one for telling the client.
  @Test
  void readsThatTheClientIsTold() {
    ServiceLevel level =
        Reading.of("四、服务要求\n1. 对于在监测过程中发现的问题、预警信息等情况，4小时内向甲方进行反馈，并配合甲方修改。")
            .serviceLevels()
            .getFirst();

    assertThat(String.valueOf(level.feedback())).isEqualTo("PT4H");
    assertThat(level.respond()).isEqualTo(level.feedback());
    assertThat(level.ownRespond()).isNull();
  }

  /// Contract 4 §1.1.
  @Test
  void readsThatTheClientIsToldBeforeALimitIsMissed() {
    ServiceLevel level =
        Reading.of("四、服务要求\n1. 故障响应不超过 2 小时，8 小时内及时处理故障，如无法处理完成提前告知用户。").serviceLevels().getFirst();

    assertThat(level.forewarn()).isTrue();
    assertThat(level.feedback()).isNull();
    assertThat(String.valueOf(level.ownRespond())).isEqualTo("PT2H");
    assertThat(String.valueOf(level.resolve())).isEqualTo("PT8H");
  }

  @Test
  void readsGradesFromATable() {
    Contract contract =
        Reading.of(
            "五、故障分级\n级别\t故障现象\t响应时间\t到场时间\t恢复时间\n"
                + "Ⅰ级\t全部中断\t10分钟\t30分钟\t2小时\nⅡ级\t部分中断\t30分钟\t2小时\t8小时\n");

    assertThat(contract.serviceLevels())
        .extracting(level ->
            level.severity() + " " + level.respond() + " " + level.onSite() + " " + level.resolve())
        .containsExactly("Ⅰ级 PT10M PT30M PT2H", "Ⅱ级 PT30M PT2H PT8H");
  }

  @Test
  void readsGradesFromATurnedTable() {
    Contract contract =
        Reading.of("故障等级\t一级\t二级\t三级\n响应时间\t5分钟\t15分钟\t1小时\n解决时间\t1小时\t4小时\t24小时\n");

    assertThat(contract.serviceLevels())
        .extracting(level -> level.severity() + " " + level.respond() + " " + level.resolve())
        .containsExactly("一级 PT5M PT1H", "二级 PT15M PT4H", "三级 PT1H PT24H");
  }

  @Test
  void readsAvailability() {
    Contract contract = Reading.of("三、服务级别\n1. 系统全年可用率不低于99.9%。");

    assertThat(contract.serviceLevels().getFirst().target()).isEqualByComparingTo("0.999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "乙方逾期提供服务的，每逾期一日，按合同总价的千分之一向甲方支付违约金，累计不超过合同总价的10%。|PROVIDER|LATE_DELIVERY|0.001|DAY|TOTAL|0.1",
        "甲方逾期付款的，每延误一日应向乙方支付逾期金额万分之五的违约金。|CLIENT|LATE_PAYMENT|0.0005|DAY|OVERDUE|null",
        "乙方违反保密义务的，应向甲方支付合同总额20%的违约金。|PROVIDER|SECRECY|0.2|BREACH|TOTAL|null",
        "供应商未按约定时间响应的，每发生一次扣除当月服务费的2%。|PROVIDER|SERVICE_LEVEL|0.02|CASE|PERIOD_FEE|null",
        "任何一方擅自解除合同的，应向对方支付合同总价10%的违约金。|EITHER|TERMINATION|0.1|BREACH|TOTAL|null",
        "甲方无正当理由拒收服务的，向乙方偿付合同总价5%的违约金。|CLIENT|REFUSAL|0.05|BREACH|TOTAL|null",
      })
  void readsPenalties(
      String clause,
      String party,
      String subject,
      String rate,
      String per,
      String base,
      String cap) {
    Contract contract = Reading.of("八、违约责任\n1. " + clause);

    assertThat(contract.penalties()).hasSize(1);
    Penalty penalty = contract.penalties().getFirst();
    assertThat(penalty.party()).hasToString(party);
    assertThat(penalty.subject()).hasToString(subject);
    assertThat(penalty.rate()).isEqualByComparingTo(rate);
    assertThat(penalty.per()).hasToString(per);
    assertThat(penalty.base()).hasToString(base);
    assertThat(penalty.cap() == null ? "null" : penalty.cap().toPlainString()).isEqualTo(cap);
  }

  @Test
  void readsFixedSums() {
    Penalty penalty = Reading.of("七、违约责任\n2、乙方未按时到达现场的，每次扣款500元。").penalties().getFirst();

    assertThat(penalty.fixed()).isEqualByComparingTo("500");
    assertThat(penalty.per()).isEqualTo(Penalty.Per.CASE);
    assertThat(penalty.rate()).isNull();
  }

  @Test
  void readsDeductionsByStep() {
    Penalty penalty =
        Reading.of("七、考核\n1. 月度可用率低于99.9%的，每低0.1个百分点扣减当月服务费的3%，最高不超过当月服务费的30%。")
            .penalties()
            .getFirst();

    assertThat(penalty.subject()).isEqualTo(Penalty.Subject.AVAILABILITY);
    assertThat(penalty.step()).isEqualByComparingTo("0.001");
    assertThat(penalty.rate()).isEqualByComparingTo("0.03");
    assertThat(penalty.cap()).isEqualByComparingTo("0.3");
    assertThat(penalty.base()).isEqualTo(Penalty.Base.PERIOD_FEE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "保密期限为合同终止后三年。|P3Y",
        "本合同约定的保密义务不因合同终止而失效，长期有效。|unlimited",
        "乙方的保密义务持续至该信息成为公众所知为止，保密期限为永久。|unlimited",
        "乙方应对甲方的资料严格保密。|null",
        "保密期：自本协议生效之日起5年。|P5Y",
      })
  void readsSecrecy(String clause, String term) {
    Contract contract = Reading.of("九、保密条款\n1. " + clause);

    assertThat(contract.secrecy()).hasSize(1);
    assertThat(String.valueOf(contract.secrecy().getFirst().term())).isEqualTo(term);
  }

  @Test
  void readsAcceptances() {
    Contract contract =
        Reading.of(
            "二、服务期限：自合同签订之日起一年。\n七、验收\n1. 服务满6个月后10个工作日内进行中期验收；\n"
                + "2. 服务期满后15个工作日内进行最终验收。\n3. 验收不合格的，乙方应在7日内整改。");

    assertThat(contract.acceptances())
        .extracting(one ->
            one.after()
                + " "
                + one.within()
                + " "
                + Objects.requireNonNull(one.calendar()).code()
                + " "
                + one.rectify())
        .containsExactly("P6M P10D working P7D", "P1Y P15D working P7D");
  }
}
