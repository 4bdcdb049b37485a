package org.shouyue.server.billing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Format;
import org.shouyue.server.report.Papers;
import org.shouyue.server.signature.Signable;
import org.shouyue.server.signature.Signable.Matter;
import org.springframework.stereotype.Component;

/// What people sign of a statement: its paper.
@Component
class StatementDocument implements Signable {
  private final Ledger ledger;
  private final Papers papers;

  StatementDocument(Ledger ledger, Papers papers) {
    this.ledger = ledger;
    this.papers = papers;
  }

  @Override
  public @Nullable Document document(String about, boolean pdf) {
    UUID id = Matter.id(about, "statement");
    if (id == null) {
      return null;
    }
    Statement statement =
        ledger.findStatement(id).orElseThrow(() -> Problem.notFound("statement", id));
    Papers.PaperFile file = papers.file(statement.reportId(), Format.PDF);
    return new Document(statement.clientId(), statement.contractId(), file.name(), file.content());
  }
}
