package org.shouyue.server.duty;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouyue.server.duty.Swaps.Answer;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/duty")
final class SwapsController {
  private final Swaps swaps;

  SwapsController(Swaps swaps) {
    this.swaps = swaps;
  }

  /// @param taker the colleague who is asked
  record NewSwap(UUID taker, Instant from, Instant to, String reason) {
    NewSwap {
      DutyController.stretch(from, to).present("taker", taker).text("reason", reason, 500).done();
    }
  }

  /// @param answer `accept`, `approve`, `refuse` or `withdraw`
  record GivenAnswer(String answer) {
    GivenAnswer {
      new Checks().present("answer", answer).done();
    }

    Answer parsed() {
      try {
        return Answer.valueOf(answer.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw Problem.invalid("answer", "must be accept, approve, refuse or withdraw");
      }
    }
  }

  @GetMapping("/rosters/{id}/swaps")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<Swap> list(@PathVariable UUID id) {
    return swaps.of(id);
  }

  @PostMapping("/rosters/{id}/swaps")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DutyController.Added ask(@PathVariable UUID id, @RequestBody NewSwap given) {
    return new DutyController.Added(
        swaps.ask(id, given.taker(), given.from(), given.to(), given.reason().strip()));
  }

  @PostMapping("/swaps/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void answer(@PathVariable UUID id, @RequestBody GivenAnswer given) {
    swaps.answer(id, given.parsed());
  }
}
