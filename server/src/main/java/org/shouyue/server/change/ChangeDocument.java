package org.shouyue.server.change;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Format;
import org.shouyue.server.report.Papers;
import org.shouyue.server.signature.Signable;
import org.shouyue.server.signature.Signable.Matter;
import org.springframework.stereotype.Component;

/// What people sign of a change: the notice of its newest plan.
@Component
class ChangeDocument implements Signable {
  private final ChangeRows rows;
  private final Papers papers;

  ChangeDocument(ChangeRows rows, Papers papers) {
    this.rows = rows;
    this.papers = papers;
  }

  @Override
  public @Nullable Document document(String about, boolean pdf) {
    UUID id = Matter.id(about, "change");
    if (id == null) {
      return null;
    }
    Change change = rows.find(id);
    if (change == null) {
      throw Problem.notFound("change", id);
    }
    List<PlanVersion> plans = rows.plans(id);
    if (plans.isEmpty()) {
      throw Problem.conflict("not-proposed", "变更方案尚未提出，不能签署");
    }
    Papers.PaperFile file = papers.file(plans.getLast().paperId(), Format.PDF);
    return new Document(change.clientId(), change.contractId(), file.name(), file.content());
  }
}
