package org.shouyue.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The whole table of states: every act in every state.
class RequestStateTest {
  private static final Map<RequestState, String> TABLE =
      Map.of(
          RequestState.SUBMITTED, "attribute:submitted take:reviewing withdraw:withdrawn",
          RequestState.REVIEWING,
              "attribute:reviewing accept:accepted warn:warned refuse:refused withdraw:withdrawn",
          RequestState.ACCEPTED, "warn:warned withdraw:withdrawn agree:accepted disagree:accepted",
          RequestState.WARNED, "warn:warned confirm:confirmed refuse:refused withdraw:withdrawn",
          RequestState.CONFIRMED,
              "warn:warned withdraw:withdrawn agree:confirmed disagree:confirmed",
          RequestState.REFUSED, "",
          RequestState.WITHDRAWN, "");

  @Test
  void movesAsTheTableSaysAndNoOtherWay() {
    for (RequestState state : RequestState.values()) {
      List<String> moves = new ArrayList<>();
      for (RequestAct act : RequestAct.values()) {
        RequestState next = state.after(act);
        if (next != null) {
          moves.add(act.code() + ":" + next.code());
        }
      }
      assertThat(String.join(" ", moves)).as(state.code()).isEqualTo(TABLE.get(state));
    }
  }

  @Test
  void letsWorkBeginOnlyAfterAReviewOrOnTheClientsWrittenWord() {
    assertThat(RequestState.values())
        .filteredOn(RequestState::mayWork)
        .containsExactly(RequestState.ACCEPTED, RequestState.CONFIRMED);
  }

  @Test
  void readsPhonesHoweverTheyAreWritten() {
    assertThat(Contact.digits("+86 138-0000 1234")).isEqualTo("13800001234");
    assertThat(Contact.digits("0086 13800001234")).isEqualTo("13800001234");
    assertThat(Contact.digits("+86 (0898) 6650 1234")).isEqualTo(Contact.digits("0898-66501234"));
    assertThat(Contact.digits("8600")).isEqualTo("8600");
    assertThat(Contact.digits("无")).isEmpty();
  }
}
