package org.shouyue.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouyue.contract.text.Token.Blank;
import org.shouyue.contract.text.Token.Day;
import org.shouyue.contract.text.Token.Money;
import org.shouyue.contract.text.Token.Service;
import org.shouyue.contract.text.Token.Share;
import org.shouyue.contract.text.Token.Span;

class LexerTest {

  private static List<Token> tokens(String text) {
    return Lexer.tokens(Normaliser.squeeze(Normaliser.line(text)));
  }

  private static <T> T only(String text, Class<T> kind) {
    assertThat(tokens(text)).as(text).hasSize(1).first().isInstanceOf(kind);
    return kind.cast(tokens(text).getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,495,000.00元|1495000",
        "￥140000.00元|140000",
        "¥ 523,250.00|523250",
        "１４００００元|140000",
        "14万元|140000",
        "1.5亿元|150000000",
        "壹佰肆拾玖万伍仟元整|1495000",
        "贰万玖仟元整|29000",
        "陆万整|60000",
        "叁拾陆万伍仟零捌拾元整|365080",
        "壹万贰仟叁佰肆拾伍元陆角柒分|12345.67",
        "人民币18000|18000",
        "RMB 216,000.00|216000",
        "人民币 壹佰万元正|1000000",
      })
  void readsMoney(String text, BigDecimal amount) {
    assertThat(only(text, Money.class).amount()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5%|0.05",
        "３ ％|0.03",
        "0.5‰|0.0005",
        "百分之五|0.05",
        "百分之一百|1",
        "千分之三|0.003",
        "千分之零点五|0.0005",
        "万分之三|0.0003",
        "万分之5|0.0005",
        "0.1个百分点|0.001",
        "【35】%|0.35",
      })
  void readsShares(String text, BigDecimal fraction) {
    assertThat(only(text, Share.class).fraction()).isEqualByComparingTo(fraction);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30分钟|30|MINUTE|false",
        "两小时|2|HOUR|false",
        "24h|24|HOUR|false",
        "10个工作日|10|DAY|true",
        "【10】个工作日|10|DAY|true",
        "十五日|15|DAY|false",
        "三十个自然日|30|DAY|false",
        "半年|0.5|YEAR|false",
        "一年半|1.5|YEAR|false",
        "六个月|6|MONTH|false",
        "三（3）年|3|YEAR|false",
        "1-2小时|2|HOUR|false",
        "4个工作小时|4|HOUR|true",
        "2个季度|2|QUARTER|false",
      })
  void readsSpans(String text, BigDecimal amount, Unit unit, boolean working) {
    Span span = only(text, Span.class);

    assertThat(span.amount()).isEqualByComparingTo(amount);
    assertThat(span.unit()).isEqualTo(unit);
    assertThat(span.working()).isEqualTo(working);
  }

  @ParameterizedTest
  @CsvSource({
    "2023年1月1日,2023-01-01",
    "2023 年 12 月 31 日,2023-12-31",
    "2022.5.30,2022-05-30",
    "2024-02-29,2024-02-29",
    "2024/3/1,2024-03-01",
    "二〇二五年九月十日,2025-09-10",
    "2022年12月底,2022-12-31",
  })
  void readsDays(String text, String day) {
    assertThat(only(text, Day.class).lastDay()).hasToString(day);
  }

  @ParameterizedTest
  @CsvSource({"7×24小时", "7*24", "7X24", "７×２４", "24×7", "365x24小时", "每天24小时", "24小时值守"})
  void readsRoundTheClock(String text) {
    assertThat(only(text, Service.class).roundTheClock()).isTrue();
  }

  @Test
  void readsOfficeHours() {
    assertThat(only("5×8小时", Service.class).roundTheClock()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "自____年____月____日起,DATE",
    "从 年 月 日起,DATE",
    "大写 元整,MONEY",
    "共计______元,MONEY",
    "由______负责,ANYTHING",
  })
  void readsBlanks(String text, Blank.Kind kind) {
    assertThat(only(text, Blank.class).kind()).isEqualTo(kind);
  }

  @Test
  void readsAPartlyWrittenDate() {
    assertThat(tokens("2025 年 09 月     日"))
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            Blank.class, blank -> assertThat(blank.kind()).isEqualTo(Blank.Kind.DATE));
  }

  @ParameterizedTest
  @CsvSource({"一切费用", "第三条", "统一管理", "十分重要", "五一、国庆", "一次性", "万一", "第一次", "12345热线"})
  void findsNothingInWordsThatHoldNumerals(String text) {
    assertThat(tokens(text)).isEmpty();
  }
}
