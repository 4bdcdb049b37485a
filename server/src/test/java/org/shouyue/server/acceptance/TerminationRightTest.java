package org.shouyue.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The right to end the contract, by the wording of contract 5, article 7.4.
class TerminationRightTest {
  private static final String CLAUSE = "4.本合同履行期间，乙方在限期内未能整改或整改【3】次以上仍不能达到甲方要求的，甲方有权单方解除本合同。";
  private static final LocalDate MEND_BY = LocalDate.of(2026, 7, 12);

  @Test
  void readsTheCountAndTheLine() {
    TerminationRight right = TerminationRight.of(List.of("第七条", CLAUSE));

    assertThat(right).isNotNull();
    assertThat(right.line()).isEqualTo(2);
    assertThat(right.failures()).isEqualTo(3);
    assertThat(right.lateGives()).isTrue();
  }

  @Test
  void readsChineseNumerals() {
    assertThat(TerminationRight.of(List.of("经三次整改仍不合格的，甲方可解除合同"))).isNull();
    assertThat(TerminationRight.of(List.of("整改三次仍不合格的，甲方可解除合同")).failures()).isEqualTo(3);
  }

  @Test
  void existsAfterThreeRefusalsAndAfterTimeLost() {
    TerminationRight right = TerminationRight.of(List.of(CLAUSE));

    assertThat(right.because(List.of(), MEND_BY)).isNull();
    assertThat(right.because(refused(2), MEND_BY)).isNull();
    assertThat(right.because(refused(3), MEND_BY)).contains("3次");
    assertThat(right.because(refused(1), MEND_BY.plusDays(1))).contains("2026-07-12");
  }

  @Test
  void isNoneWhereTheContractGivesNone() {
    assertThat(TerminationRight.of(List.of("乙方应在10日内整改完毕并重新申请验收。"))).isNull();
  }

  private static List<AcceptanceRound> refused(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(TerminationRightTest::round).toList();
  }

  private static AcceptanceRound round(int number) {
    return new AcceptanceRound(
        new UUID(0, number),
        new UUID(0, 1),
        new UUID(0, 2),
        1,
        number,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 6, 30),
        "",
        Instant.EPOCH,
        "",
        null,
        new UUID(0, 3),
        AcceptanceRound.State.REFUSED,
        Instant.EPOCH,
        "",
        "",
        MEND_BY,
        null,
        null,
        null,
        null);
  }
}
