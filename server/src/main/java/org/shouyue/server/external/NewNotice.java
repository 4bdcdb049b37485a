package org.shouyue.server.external;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// A notice as entered, or as proposed from its document.
///
/// @param issuerKind null to tell it from the issuer's name
/// @param answerDue the last day on which the answer is in time
record NewNotice(
    UUID contractId,
    String issuer,
    @Nullable IssuerKind issuerKind,
    @Nullable String documentNumber,
    String title,
    @Nullable Instant receivedAt,
    LocalDate answerDue,
    @Nullable String severity,
    List<NewProblem> problems) {
  private static final int MOST = 500;

  NewNotice {
    problems = problems == null ? List.of() : List.copyOf(problems);
    documentNumber = documentNumber == null ? "" : documentNumber.strip();
    new Checks()
        .present("contractId", contractId)
        .text("issuer", issuer, 200)
        .that(documentNumber.length() <= 100, "documentNumber", "must not be longer than 100")
        .text("title", title, 200)
        .present("answerDue", answerDue)
        .some("problems", problems)
        .that(problems.size() <= MOST, "problems", "must not be more than 500")
        .done();
  }

  /// One problem.
  record NewProblem(@Nullable String target, String description) {
    NewProblem {
      target = target == null ? "" : target.strip();
      new Checks()
          .text("problems.description", description, 4_000)
          .that(target.length() <= 500, "problems.target", "must not be longer than 500")
          .done();
    }
  }

  IssuerKind kind() {
    return issuerKind == null ? IssuerKind.told(issuer) : issuerKind;
  }

  String number() {
    return documentNumber == null ? "" : documentNumber;
  }
}
