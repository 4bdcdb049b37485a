package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.List;

/// Puts a dossier into chapters. Which chapters, and in which order, depends on the kind of report.
final class Chapters {
  private Chapters() {}

  /// The chapters of this dossier in the order of its kind.
  static List<Section> of(Dossier dossier) {
    return switch (dossier.kind()) {
      case ACCEPTANCE -> acceptance(dossier);
      case MONTHLY -> monthly(dossier);
    };
  }

  /// What an official reads before signing: the result first, then clause by clause, then the
  /// money.
  private static List<Section> acceptance(Dossier dossier) {
    return List.of(
        SummaryChapter.of(dossier),
        ClauseChapter.of(dossier),
        ServiceLevelChapter.of(dossier),
        ServiceLevelChapter.availability(dossier),
        CaseChapter.of(dossier),
        MoneyChapter.of(dossier),
        GroundsChapter.of(dossier),
        SignChapter.of(dossier),
        Annexes.occurrences(dossier),
        Annexes.clocks(dossier),
        Annexes.evidence(dossier));
  }

  /// What a client reads each month: what happened first, then what was promised.
  private static List<Section> monthly(Dossier dossier) {
    var sections = new ArrayList<Section>();
    sections.add(SummaryChapter.of(dossier));
    sections.add(ServiceLevelChapter.availability(dossier));
    sections.add(CaseChapter.of(dossier));
    sections.add(ServiceLevelChapter.of(dossier));
    sections.add(ClauseChapter.of(dossier));
    if (!dossier.charges().isEmpty() || !dossier.payments().isEmpty()) {
      sections.add(MoneyChapter.of(dossier));
    }
    sections.add(Annexes.occurrences(dossier));
    sections.add(Annexes.clocks(dossier));
    sections.add(Annexes.evidence(dossier));
    return sections;
  }
}
