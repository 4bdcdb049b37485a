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
      case WEEKLY, MONTHLY, QUARTERLY, ANNUAL, SUMMARY -> periodic(dossier);
    };
  }

  /// What an official reads before signing: the result first, then clause by clause, then the
  /// money.
  private static List<Section> acceptance(Dossier dossier) {
    var sections = new ArrayList<Section>();
    sections.add(SummaryChapter.of(dossier));
    sections.add(ClauseChapter.of(dossier));
    sections.add(ServiceLevelChapter.of(dossier));
    sections.add(ServiceLevelChapter.availability(dossier));
    sections.add(CaseChapter.of(dossier));
    sections.addAll(parts(dossier, false));
    sections.add(MoneyChapter.of(dossier));
    sections.add(GroundsChapter.of(dossier));
    sections.add(SignChapter.of(dossier));
    annexes(dossier, sections);
    return sections;
  }

  /// What a client reads each month or quarter: what happened first, then what was promised.
  private static List<Section> periodic(Dossier dossier) {
    var sections = new ArrayList<Section>();
    sections.add(SummaryChapter.of(dossier));
    sections.add(ServiceLevelChapter.availability(dossier));
    sections.add(CaseChapter.of(dossier));
    sections.add(ServiceLevelChapter.of(dossier));
    sections.add(ClauseChapter.of(dossier));
    sections.addAll(parts(dossier, false));
    if (!dossier.charges().isEmpty() || !dossier.payments().isEmpty()) {
      sections.add(MoneyChapter.of(dossier));
    }
    annexes(dossier, sections);
    return sections;
  }

  private static void annexes(Dossier dossier, List<Section> sections) {
    sections.add(Annexes.occurrences(dossier));
    sections.add(Annexes.clocks(dossier));
    sections.addAll(parts(dossier, true));
    sections.add(Annexes.evidence(dossier));
  }

  private static List<Section> parts(Dossier dossier, boolean annex) {
    return dossier.parts().stream().filter(part -> part.annex() == annex).toList();
  }
}
