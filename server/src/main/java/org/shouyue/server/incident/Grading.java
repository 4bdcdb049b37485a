package org.shouyue.server.incident;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a person's confirmation of kind and grade, and sets down what must then be reported to
/// whom until when.
@Service
class Grading {
  private final Incidents incidents;
  private final ReportingDuties duties;
  private final Timeline timeline;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Grading(
      Incidents incidents,
      ReportingDuties duties,
      Timeline timeline,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.incidents = incidents;
    this.duties = duties;
    this.timeline = timeline;
    this.clock = clock;
    this.events = events;
  }

  /// @param grade what the person confirms
  /// @param reason why it is not what follows from the factors; null when it is
  record Given(
      Category category, Operator operator, Factors factors, Grade grade, @Nullable String reason) {
    Given {
      new Checks()
          .present("category", category)
          .present("operator", operator)
          .present("factors", factors)
          .that(
              factors != null
                  && factors.importance() != null
                  && factors.loss() != null
                  && factors.impact() != null,
              "factors",
              "must name importance, loss and impact")
          .present("grade", grade)
          .done();
      reason = reason == null || reason.isBlank() ? null : reason.strip();
      new Checks()
          .that(
              grade == factors.proposal() || reason != null,
              "reason",
              "must say why the grade is not the one that follows from the factors, "
                  + factors.proposal().code())
          .done();
    }
  }

  @Transactional
  void confirm(UUID id, Given given) {
    Incident incident = incidents.lockOpen(id);
    String by = Caller.current().name();
    incidents.grade(incident, given, by, clock.instant());
    duties.owe(incident, given.operator().duties(given.grade(), incident.detectedAt()));
    timeline.tell(
        incident,
        "定级：%s，%s%s"
            .formatted(
                given.category().chinese(),
                given.grade().chinese(),
                given.reason() == null ? "" : "（" + given.reason() + "）"));
    events.publishEvent(
        new Changed(
            incident.clientId(),
            "incident.graded",
            incident.about(),
            Map.of(
                "grade", given.grade().code(),
                "proposed", given.factors().proposal().code(),
                "by", by)));
  }
}
