package org.shouyue.server.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// What is to be done, in all the parts that contract 5 §5.5 asks for.
///
/// @param reason what is changed and why
/// @param backup what to back up before, and how (备份建议)
/// @param method how it is done (方法)
/// @param tools with which tools (工具)
/// @param steps in their order (步骤)
/// @param people who takes part (人员)
/// @param risks what may go wrong (风险)
/// @param rollback how everything is put back
/// @param from when the window opens
/// @param until when it closes, excluded
/// @param assets what is affected, from the ledger
record ChangePlan(
    String reason,
    String backup,
    String method,
    List<String> tools,
    List<Step> steps,
    List<String> people,
    List<String> risks,
    String rollback,
    Instant from,
    Instant until,
    List<UUID> assets) {
  private static final int LONGEST = 4_000;
  private static final int MOST = 100;

  ChangePlan {
    tools = clean(tools);
    people = clean(people);
    risks = clean(risks);
    steps = steps == null ? List.of() : List.copyOf(steps);
    assets = assets == null ? List.of() : List.copyOf(assets);
    new Checks()
        .text("plan.reason", reason, LONGEST)
        .text("plan.backup", backup, LONGEST)
        .text("plan.method", method, LONGEST)
        .some("plan.tools", tools)
        .some("plan.steps", steps)
        .that(steps.size() <= MOST, "plan.steps", "must not be more than 100")
        .some("plan.people", people)
        .some("plan.risks", risks)
        .text("plan.rollback", rollback, LONGEST)
        .present("plan.from", from)
        .present("plan.until", until)
        .that(
            from == null || until == null || from.isBefore(until),
            "plan.until",
            "must be after from")
        .done();
  }

  /// One step.
  ///
  /// @param when at what time or after which event; null when it follows the step before
  /// @param expected by what one sees that it worked
  record Step(String what, String who, @Nullable String when, String expected) {
    Step {
      new Checks()
          .text("plan.steps.what", what, 1_000)
          .text("plan.steps.who", who, 200)
          .text("plan.steps.expected", expected, 1_000)
          .done();
    }
  }

  private static List<String> clean(@Nullable List<String> given) {
    List<String> kept = new ArrayList<>();
    if (given != null) {
      given.stream().map(String::strip).filter(one -> !one.isEmpty()).forEach(kept::add);
    }
    return List.copyOf(kept);
  }
}
