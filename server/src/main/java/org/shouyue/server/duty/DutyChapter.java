package org.shouyue.server.duty;

import java.util.List;
import java.util.Map;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.DossierPart;
import org.shouyue.server.report.DossierSpan;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.TableChapter;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The special periods of a span and whether somebody was there, in the acceptance package.
@Component
@Order(70)
final class DutyChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "duty",
          "重要时期值守",
          "Special periods",
          List.of(
              Column.text("时期", "Period", 30),
              Column.centred("开始", "From", 18),
              Column.centred("结束", "Until", 18),
              Column.text("说明", "Note", 22),
              Column.centred("状态", "State", 12)),
          Map.of(
              "planned", "未到期",
              "kept", "已履行",
              "broken", "未履行",
              "cancelled", "已取消"),
          """
          select name, from_at, to_at, reason, state
          from special_period
          where contract_id = :contract and from_at < :to and to_at > :from
          order by from_at, id\
          """);

  private final JdbcClient jdbc;

  DutyChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
