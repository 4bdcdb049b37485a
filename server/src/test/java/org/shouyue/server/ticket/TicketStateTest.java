package org.shouyue.server.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouyue.server.ticket.TicketEventType.BREACH;
import static org.shouyue.server.ticket.TicketEventType.CLOSE;
import static org.shouyue.server.ticket.TicketEventType.COMMENT;
import static org.shouyue.server.ticket.TicketEventType.OPEN;
import static org.shouyue.server.ticket.TicketEventType.PAUSE;
import static org.shouyue.server.ticket.TicketEventType.REOPEN;
import static org.shouyue.server.ticket.TicketEventType.RESOLVE;
import static org.shouyue.server.ticket.TicketEventType.RESPOND;
import static org.shouyue.server.ticket.TicketEventType.RESUME;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicketStateTest {
  @Test
  void isTheFoldOfItsLog() {
    assertThat(TicketState.of(List.of(OPEN, RESPOND, PAUSE, RESUME, RESOLVE, CLOSE)))
        .isEqualTo(TicketState.CLOSED);
    assertThat(TicketState.of(List.of(OPEN, RESPOND, RESOLVE, REOPEN)))
        .isEqualTo(TicketState.RESPONDED);
  }

  @Test
  void remarksAndBreachesMoveNothing() {
    assertThat(TicketState.of(List.of(OPEN, COMMENT, BREACH))).isEqualTo(TicketState.OPEN);
  }

  @Test
  void refusesToRespondTwiceOrToResumeWhatIsNotPaused() {
    assertThat(TicketState.RESPONDED.after(RESPOND)).isNull();
    assertThat(TicketState.OPEN.after(RESUME)).isNull();
    assertThatThrownBy(() -> TicketState.of(List.of(OPEN, RESUME)))
        .isInstanceOf(IllegalStateException.class);
  }
}
