package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What every renderer writes: a first page and chapters, whatever they were drawn from.
///
/// @param fields more that a Word template may place, by its tag
record Manuscript(Cover cover, List<Section> sections, Map<String, String> fields) {

  Manuscript {
    sections = List.copyOf(sections);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// A dossier put into the chapters of its kind.
  static Manuscript of(Dossier dossier) {
    var cover =
        new Cover(
            dossier.number(),
            dossier.contract().title(),
            dossier.kind().chinese(),
            dossier.kind().english(),
            Wording.formalDay(dossier.from()) + "至" + Wording.formalDay(dossier.to()),
            dossier.contract().client(),
            Wording.colophon(dossier),
            dossier.issuedAt(),
            dossier.zone());
    return new Manuscript(cover, Chapters.of(dossier), Map.of());
  }

  /// A paper with its particulars in front.
  static Manuscript of(DrawnPaper drawn) {
    Paper paper = drawn.paper();
    PaperKind kind = PaperKind.of(paper.kind());
    var cover =
        new Cover(
            drawn.number(),
            kind.within(paper.title()),
            kind.chinese(),
            kind.english(),
            paper.period().isEmpty()
                ? Wording.formalDay(drawn.issuedAt().atZone(drawn.zone()).toLocalDate())
                : Wording.period(paper.period()),
            drawn.client(),
            Wording.colophon(drawn),
            drawn.issuedAt(),
            drawn.zone());
    var sections = new ArrayList<Section>();
    sections.add(particulars(drawn));
    sections.addAll(paper.sections());
    return new Manuscript(cover, sections, paper.fields());
  }

  private static Section particulars(DrawnPaper drawn) {
    var blocks = new ArrayList<Block>();
    if (drawn.replayed()) {
      blocks.add(new Block.Notice("本件是在重放时钟下形成的，仅用于演示或检验，不作为真实期间的履约证明。", Tone.BAD));
    }
    var facts = new ArrayList<Block.Fact>();
    if (drawn.contract() != null) {
      facts.add(new Block.Fact("合同名称", "Contract", drawn.contract()));
    }
    drawn.paper().fields().forEach((name, value) -> facts.add(new Block.Fact(name, "", value)));
    facts.add(
        new Block.Fact(
            "出具时间",
            "Issued at",
            Wording.minute(drawn.issuedAt(), drawn.zone()) + "（" + drawn.zone() + "）"));
    blocks.add(new Block.Facts("基本情况", facts));
    return Section.of("particulars", "基本情况", "Particulars", blocks);
  }
}
