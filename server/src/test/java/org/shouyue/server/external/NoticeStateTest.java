package org.shouyue.server.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouyue.server.external.NoticeViews.Keeping;

/// The whole table of states: every act in every state, while all is settled.
class NoticeStateTest {
  private static final String MEND =
      "fix:settled prove:settled refute:settled give-up:settled match:settled";
  private static final Map<NoticeState, String> TABLE =
      Map.of(
          NoticeState.RECEIVED,
          MEND,
          NoticeState.SETTLED,
          MEND + " answer:settled send:answered",
          NoticeState.ANSWERED,
          "receipt:closed",
          NoticeState.CLOSED,
          "");

  @Test
  void movesAsTheTableSaysAndNoOtherWay() {
    for (NoticeState state : NoticeState.values()) {
      List<String> moves = new ArrayList<>();
      for (NoticeAct act : NoticeAct.values()) {
        NoticeState next = state.after(act, true);
        if (next != null) {
          moves.add(act.code() + ":" + next.code());
        }
      }
      assertThat(String.join(" ", moves)).as(state.code()).isEqualTo(TABLE.get(state));
    }
    assertThat(NoticeState.SETTLED.after(NoticeAct.REFUTE, false)).isEqualTo(NoticeState.RECEIVED);
  }

  @Test
  void tellsHowTheDayOfAnswerIsKept() {
    Instant due = Instant.parse("2026-03-20T16:00:00Z");
    Instant before = due.minusSeconds(1);

    assertThat(Keeping.of(due, null, due.minus(Duration.ofDays(3)))).isEqualTo(Keeping.WAITING);
    assertThat(Keeping.of(due, null, before)).isEqualTo(Keeping.SOON);
    assertThat(Keeping.of(due, null, due)).isEqualTo(Keeping.OVERDUE);
    assertThat(Keeping.of(due, before, due)).isEqualTo(Keeping.KEPT);
    assertThat(Keeping.of(due, due, due)).isEqualTo(Keeping.LATE);
  }
}
