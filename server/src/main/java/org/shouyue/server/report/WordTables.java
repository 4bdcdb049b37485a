package org.shouyue.server.report;

import com.deepoove.poi.data.CellRenderData;
import com.deepoove.poi.data.Cells;
import com.deepoove.poi.data.ParagraphRenderData;
import com.deepoove.poi.data.Paragraphs;
import com.deepoove.poi.data.RowRenderData;
import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import com.deepoove.poi.data.TextRenderData;
import com.deepoove.poi.data.Texts;
import com.deepoove.poi.data.style.BorderStyle;
import com.deepoove.poi.data.style.RowStyle;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;

/// Word tables in the small type of official annexes: heading rows repeat on every page, rows are
/// not torn apart.
final class WordTables {
  private static final double WIDTH_CM = 15.6;
  private static final String STYLE = "TableText";
  private static final String SHADE = "F0F0F0";
  private static final BorderStyle BORDER =
      BorderStyle.builder().withType(XWPFBorderType.SINGLE).withSize(4).withColor("555555").build();

  private WordTables() {}

  static TableRenderData grid(Block.Grid grid) {
    var rows = new ArrayList<RowRenderData>();
    rows.add(head(grid.columns()));
    grid.rows().forEach(row -> rows.add(row(grid.columns(), row)));
    double all = grid.columns().stream().mapToInt(Block.Column::width).sum();
    return table(
        rows, grid.columns().stream().mapToDouble(c -> WIDTH_CM * c.width() / all).toArray());
  }

  static TableRenderData facts(Block.Facts facts) {
    var rows = new ArrayList<RowRenderData>();
    for (Block.Fact fact : facts.facts()) {
      rows.add(
          unbroken(
              Rows.of(
                      Cells.of()
                          .addParagraph(
                              paragraph(
                                  List.of(
                                      Texts.of(fact.chinese() + "  ").create(),
                                      Texts.of(fact.english()).color("555555").create()),
                                  Block.Side.START))
                          .bgColor("F6F6F6")
                          .create(),
                      cell(fact.value(), Block.Side.START))
                  .create()));
    }
    return table(rows, new double[] {WIDTH_CM * 0.3, WIDTH_CM * 0.7});
  }

  private static TableRenderData table(List<RowRenderData> rows, double[] widths) {
    return Tables.of(rows.toArray(RowRenderData[]::new))
        .width(WIDTH_CM, widths)
        .border(BORDER)
        .cellMargin(0.1, 0.05, 0.1, 0.05)
        .create();
  }

  private static RowRenderData head(List<Block.Column> columns) {
    var cells = new ArrayList<CellRenderData>();
    for (Block.Column column : columns) {
      cells.add(
          Cells.of()
              .addParagraph(
                  paragraph(List.of(Texts.of(column.chinese()).bold().create()), Block.Side.MIDDLE))
              .addParagraph(
                  paragraph(
                      List.of(Texts.of(column.english()).fontSize(6.5).color("555555").create()),
                      Block.Side.MIDDLE))
              .verticalCenter()
              .bgColor(SHADE)
              .create());
    }
    RowRenderData row = unbroken(Rows.of(cells.toArray(CellRenderData[]::new)).create());
    row.getRowStyle().setRepeated(true);
    return row;
  }

  private static RowRenderData row(List<Block.Column> columns, List<Cell> cells) {
    var written = new CellRenderData[cells.size()];
    for (int i = 0; i < written.length; i++) {
      written[i] = cell(cells.get(i), columns.get(i).side());
    }
    return unbroken(Rows.of(written).create());
  }

  private static RowRenderData unbroken(RowRenderData row) {
    if (row.getRowStyle() == null) {
      row.setRowStyle(new RowStyle());
    }
    row.getRowStyle().setBreakAcrossPage(false);
    return row;
  }

  private static CellRenderData cell(Cell cell, Block.Side side) {
    var texts = new ArrayList<TextRenderData>();
    for (Cell.Piece piece : cell.pieces()) {
      Texts.TextBuilder text = Texts.of(piece.text());
      if (cell.tone() != Tone.PLAIN) {
        text.color(cell.tone().colour());
      }
      if (piece.link() != null) {
        text.link(piece.link());
      }
      texts.add(text.create());
    }
    return Cells.of().addParagraph(paragraph(texts, side)).create();
  }

  private static ParagraphRenderData paragraph(List<TextRenderData> texts, Block.Side side) {
    Paragraphs.ParagraphBuilder paragraph =
        Paragraphs.of().styleId(STYLE).addTexts(texts).allowWordBreak();
    return switch (side) {
      case START -> paragraph.left().create();
      case MIDDLE -> paragraph.center().create();
      case END -> paragraph.right().create();
    };
  }
}
