package org.shouyue.server.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The whole table of states: every act in every state.
class ChangeStateTest {
  private static final Map<ChangeState, String> TABLE =
      Map.of(
          ChangeState.DRAFT, "propose:proposed cancel:cancelled",
          ChangeState.PROPOSED,
              "propose:proposed sign:signed decline:declined rush:running cancel:cancelled",
          ChangeState.SIGNED, "propose:proposed start:running cancel:cancelled",
          ChangeState.DECLINED, "propose:proposed cancel:cancelled",
          ChangeState.RUNNING, "sign:running step:running file:running finish:done",
          ChangeState.DONE, "sign:done agree:done disagree:running",
          ChangeState.CANCELLED, "");

  @Test
  void movesAsTheTableSaysAndNoOtherWay() {
    for (ChangeState state : ChangeState.values()) {
      List<String> moves = new ArrayList<>();
      for (ChangeAct act : ChangeAct.values()) {
        ChangeState next = state.after(act);
        if (next != null) {
          moves.add(act.code() + ":" + next.code());
        }
      }
      assertThat(String.join(" ", moves)).as(state.code()).isEqualTo(TABLE.get(state));
    }
  }
}
