package org.shouyue.server.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouyue.server.agreement.ObligationState.Step;

class ObligationStateTest {
  @Test
  void whatIsPerformedAfterItWasMissedIsLateAndNeverDone() {
    assertThat(ObligationState.MISSED.after(Step.PERFORM_LATE)).isEqualTo(ObligationState.LATE);
    assertThat(ObligationState.MISSED.after(Step.PERFORM)).isNull();
  }

  @Test
  void whatCouldNotBeJudgedIsMissedWhenItsWindowPasses() {
    assertThat(ObligationState.RUNNING.after(Step.GIVE_UP)).isEqualTo(ObligationState.UNKNOWN);
    assertThat(ObligationState.UNKNOWN.after(Step.PASS)).isEqualTo(ObligationState.MISSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = ObligationState.class,
      names = {"DONE", "LATE", "WAIVED", "CANCELLED"})
  void whatIsOverStaysAsItIs(ObligationState over) {
    for (Step step : Step.values()) {
      assertThat(over.after(step)).as("%s after %s", over, step).isNull();
    }
  }

  @Test
  void namesTheStatesThatAStepMayStartFrom() {
    assertThat(ObligationState.before(Step.WAIVE))
        .containsExactly("planned", "due", "unknown", "missed");
  }

  @Test
  void refusesACodeThatNoStateHas() {
    assertThatThrownBy(() -> ObligationState.of("lost"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lost");
  }
}
