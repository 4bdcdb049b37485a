package org.shouyue.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.server.plan.Difference.Kind;
import org.shouyue.server.plan.Difference.Line;

class DifferenceTest {
  @Test
  void keepsTheLongestCommonLinesAndTellsWhatCameAndWent() {
    assertThat(Difference.between(List.of("一", "二", "三"), List.of("一", "二点五", "三", "四")))
        .containsExactly(
            new Line(Kind.SAME, "一"),
            new Line(Kind.REMOVED, "二"),
            new Line(Kind.ADDED, "二点五"),
            new Line(Kind.SAME, "三"),
            new Line(Kind.ADDED, "四"));
  }

  @Test
  void findsNothingBetweenEqualTexts() {
    assertThat(Difference.between(List.of("一", "一"), List.of("一", "一")))
        .extracting(Line::kind)
        .containsOnly(Kind.SAME);
    assertThat(Difference.between(List.of(), List.of())).isEmpty();
  }
}
