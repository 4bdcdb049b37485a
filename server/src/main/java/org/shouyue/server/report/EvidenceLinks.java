package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns numbers of evidence records into links to their files.
final class EvidenceLinks {
  private final Map<Long, EvidenceRow> rows;

  private EvidenceLinks(Map<Long, EvidenceRow> rows) {
    this.rows = rows;
  }

  static EvidenceLinks of(Dossier dossier) {
    var rows = new HashMap<Long, EvidenceRow>();
    dossier.evidence().forEach(row -> rows.put(row.seq(), row));
    return new EvidenceLinks(rows);
  }

  /// `№12, №13`, each leading to its file.
  Cell cell(List<Long> seqs) {
    if (seqs.isEmpty()) {
      return Cell.of(Wording.NONE, Tone.QUIET);
    }
    var pieces = new ArrayList<Cell.Piece>();
    for (Long seq : seqs) {
      if (!pieces.isEmpty()) {
        pieces.add(new Cell.Piece("、", null));
      }
      EvidenceRow row = rows.get(seq);
      pieces.add(new Cell.Piece("№" + seq, row == null ? null : row.path()));
    }
    return new Cell(pieces, Tone.PLAIN);
  }
}
