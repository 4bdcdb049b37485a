package org.shouyue.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// What one version of an emergency plan says.
///
/// @param scope what and whom it is for
/// @param systems the assets that it covers
/// @param contacts the call tree, who is called first in front
public record PlanContent(
    String scope,
    List<UUID> systems,
    List<Duty> duties,
    List<Contact> contacts,
    List<Scenario> scenarios,
    List<Annex> annexes) {
  private static final int LONGEST = 20_000;

  public PlanContent {
    systems = systems == null ? List.of() : List.copyOf(systems);
    duties = duties == null ? List.of() : List.copyOf(duties);
    contacts = contacts == null ? List.of() : List.copyOf(contacts);
    scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
    annexes = annexes == null ? List.of() : List.copyOf(annexes);
    new Checks().text("scope", scope, LONGEST).done();
  }

  /// Who does what in an emergency.
  ///
  /// @param deputy who does it when that person cannot; empty when nobody is named
  public record Duty(String role, String person, String deputy) {
    public Duty {
      new Checks().text("duties.role", role, 100).text("duties.person", person, 100).done();
      deputy = deputy == null ? "" : deputy;
    }
  }

  /// Somebody in the call tree.
  ///
  /// @param personId their account; null for somebody without one, who has mail or phone then
  public record Contact(
      String name, @Nullable UUID personId, @Nullable String phone, @Nullable String mail) {
    public Contact {
      new Checks()
          .text("contacts.name", name, 100)
          .that(
              personId != null
                  || (phone != null && !phone.isBlank())
                  || (mail != null && !mail.isBlank()),
              "contacts",
              "must say how " + name + " is reached")
          .done();
    }
  }

  /// Something that may happen, and what is done then.
  ///
  /// @param sign by what it is noticed
  /// @param noticeMinutes within how many minutes it should be noticed
  public record Scenario(String title, String sign, int noticeMinutes, List<Step> steps) {
    public Scenario {
      steps = steps == null ? List.of() : List.copyOf(steps);
      sign = sign == null ? "" : sign;
      new Checks()
          .text("scenarios.title", title, 200)
          .that(noticeMinutes > 0, "scenarios.noticeMinutes", "must be positive")
          .some("scenarios.steps", steps)
          .done();
    }
  }

  /// One card of a scenario.
  ///
  /// @param withinMinutes counted from the beginning of the emergency
  public record Step(String who, String what, int withinMinutes) {
    public Step {
      new Checks()
          .text("scenarios.steps.who", who, 100)
          .text("scenarios.steps.what", what, 500)
          .that(withinMinutes > 0, "scenarios.steps.withinMinutes", "must be positive")
          .done();
    }
  }

  public record Annex(String title, String text) {
    public Annex {
      new Checks().text("annexes.title", title, 200).text("annexes.text", text, LONGEST).done();
    }
  }

  /// Everything as lines, in order: what two versions are compared by.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    scope.lines().map(line -> "适用范围｜" + line).forEach(lines::add);
    systems.forEach(system -> lines.add("系统｜" + system));
    duties.forEach(
        duty -> lines.add("职责｜%s｜%s｜替补 %s".formatted(duty.role(), duty.person(), duty.deputy())));
    contacts.forEach(contact ->
        lines.add(
            "联络｜%s｜%s｜%s"
                .formatted(contact.name(), plain(contact.phone()), plain(contact.mail()))));
    for (Scenario scenario : scenarios) {
      lines.add(
          "场景｜%s｜%s｜%d 分钟内发现"
              .formatted(scenario.title(), scenario.sign(), scenario.noticeMinutes()));
      scenario
          .steps()
          .forEach(step ->
              lines.add(
                  "场景｜%s｜%s｜%s｜%d 分钟内"
                      .formatted(scenario.title(), step.who(), step.what(), step.withinMinutes())));
    }
    for (Annex annex : annexes) {
      annex.text().lines().map(line -> "附件｜" + annex.title() + "｜" + line).forEach(lines::add);
    }
    return lines;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }
}
