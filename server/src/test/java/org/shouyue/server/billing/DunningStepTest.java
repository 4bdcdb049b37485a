package org.shouyue.server.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Settlements.Instalment;

/// When who is reminded, over China's holidays of 2026: the National Day holiday is 1 to 7 October,
/// Mid-Autumn 25 to 27 September.
class DunningStepTest {
  private static final WorkCalendar CHINA = WorkCalendar.china();
  private static final LocalDate DUE = LocalDate.of(2026, 10, 15);
  private static final LocalDate INVOICE_BY = CHINA.minusWorkingDays(DUE, 5);

  @Test
  void invoiceFallsDueFiveWorkingDaysAheadAcrossTheHoliday() {
    // 15 October less five working days: 14, 13, 12, 10 (worked Saturday) and 9 October
    assertThat(INVOICE_BY).isEqualTo(LocalDate.of(2026, 10, 9));
    assertThat(on(LocalDate.of(2026, 9, 23), null)).isEmpty();
    assertThat(on(LocalDate.of(2026, 9, 24), null)).containsExactly(DunningStep.INVOICE_WANTED);
    assertThat(on(LocalDate.of(2026, 10, 10), null))
        .contains(DunningStep.INVOICE_WANTED, DunningStep.INVOICE_LATE);
    assertThat(on(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 10, 8))).isEmpty();
  }

  @Test
  void paymentIsRemindedThreeWorkingDaysAheadAndDunnedInThreeLevels() {
    LocalDate invoiced = LocalDate.of(2026, 10, 8);

    assertThat(on(LocalDate.of(2026, 10, 11), invoiced)).isEmpty();
    assertThat(on(LocalDate.of(2026, 10, 12), invoiced)).containsExactly(DunningStep.PAYMENT_DUE);
    assertThat(on(DUE, invoiced)).containsExactly(DunningStep.PAYMENT_DUE);
    assertThat(on(DUE.plusDays(1), invoiced)).containsExactly(DunningStep.LATE_FIRST);
    assertThat(on(DUE.plusDays(10), invoiced)).containsExactly(DunningStep.LATE_FIRST);
    assertThat(on(DUE.plusDays(11), invoiced)).containsExactly(DunningStep.LATE_SECOND);
    assertThat(on(DUE.plusDays(31), invoiced)).containsExactly(DunningStep.LATE_FORMAL);
  }

  @Test
  void saysNothingOfWhatIsPaidOrHasNoDate() {
    assertThat(DunningStep.of(instalment("paid", DUE), null, DUE.plusDays(40), CHINA)).isEmpty();
    assertThat(DunningStep.of(instalment("paid-late", DUE), null, DUE.plusDays(40), CHINA))
        .isEmpty();
    assertThat(DunningStep.of(instalment("no-date", null), null, DUE, CHINA)).isEmpty();
  }

  private static java.util.List<DunningStep> on(LocalDate day, LocalDate invoiced) {
    return DunningStep.of(instalment("not-due", DUE), invoiced, day, CHINA);
  }

  private static Instalment instalment(String state, LocalDate due) {
    return new Instalment(
        1,
        new BigDecimal("1000.00"),
        BigDecimal.ZERO,
        due,
        due == null ? null : INVOICE_BY,
        state,
        0,
        "",
        "");
  }
}
