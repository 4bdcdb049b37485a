package org.shouyue.server.drill;

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

/// The drills of a span, in the acceptance package.
@Component
@Order(50)
final class DrillChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "drill",
          "应急演练",
          "Drills",
          List.of(
              Column.text("编号", "Number", 16),
              Column.text("演练", "Drill", 26),
              Column.text("场景", "Scenario", 26),
              Column.centred("开始", "Begun", 12),
              Column.centred("结束", "Ended", 12),
              Column.centred("状态", "State", 8)),
          Map.of(
              "prepared", "待演练",
              "running", "进行中",
              "ended", "已结束",
              "closed", "已总结"),
          """
          select number, title, scenario, started_at, ended_at, state
          from drill
          where contract_id = :contract and coalesce(started_at, planned_for) >= :from
            and coalesce(started_at, planned_for) < :to
          order by coalesce(started_at, planned_for), number\
          """);

  private final JdbcClient jdbc;

  DrillChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
