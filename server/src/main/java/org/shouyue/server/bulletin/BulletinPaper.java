package org.shouyue.server.bulletin;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.PaperKind;
import org.shouyue.server.report.Section;

/// A bulletin as the document that one client gets, with its own assets.
final class BulletinPaper {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkCalendar.SHANGHAI);

  private BulletinPaper() {}

  /// An asset in the document.
  record Row(String asset, String address, Outcome outcome, String product, String why) {}

  static Paper of(
      Bulletin bulletin, UUID client, @Nullable UUID contract, Instant due, List<Row> rows) {
    Advisory advisory = bulletin.advisory();
    List<Section> sections = new ArrayList<>();
    sections.add(prose("bulletin-summary", "通告内容", "What it is", advisory.summary()));
    sections.add(Section.of("bulletin-assets", "受影响资产", "Affected assets", List.of(table(rows))));
    sections.add(prose("bulletin-fix", "修复办法", "Fix", advisory.advice()));
    if (!advisory.workaround().isEmpty()) {
      sections.add(prose("bulletin-workaround", "临时处置", "Workaround", advisory.workaround()));
    }
    if (!advisory.references().isEmpty()) {
      sections.add(
          prose("bulletin-links", "参考", "References", String.join("\n", advisory.references())));
    }
    return new Paper(
        client,
        contract,
        PaperKind.BULLETIN.code(),
        "",
        bulletin.about(),
        advisory.title(),
        fields(bulletin, due),
        sections);
  }

  private static Map<String, String> fields(Bulletin bulletin, Instant due) {
    Advisory advisory = bulletin.advisory();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("通告编号", "%s 第 %d 版".formatted(bulletin.number(), bulletin.version()));
    fields.put("级别", Words.of(advisory.grade()));
    fields.put("漏洞编号", advisory.cves().isEmpty() ? "无" : String.join("、", advisory.cves()));
    fields.put("来源", advisory.source().isEmpty() ? "乙方收集" : advisory.source());
    fields.put("确认期限", MINUTE.format(due));
    return fields;
  }

  private static Section prose(String key, String chinese, String english, String text) {
    return Section.of(
        key, chinese, english, List.of(new Block.Prose(text.isBlank() ? "暂无。" : text)));
  }

  private static Block table(List<Row> rows) {
    return Block.table(
        "受影响资产表",
        "台账中没有已知受影响的资产；请按通告内容自查。",
        List.of(
            Column.text("资产", "Asset", 22),
            Column.text("地址", "Address", 22),
            Column.centred("判断", "Outcome", 12),
            Column.text("产品与版本", "Product", 20),
            Column.text("依据", "Why", 24)),
        rows.stream()
            .map(row ->
                List.of(
                    Cell.of(row.asset()),
                    Cell.of(row.address()),
                    Cell.of(Words.of(row.outcome())),
                    Cell.of(row.product()),
                    Cell.of(row.why())))
            .toList());
  }
}
