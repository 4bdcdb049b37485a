package org.shouyue.server.incident;

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

/// The incidents of a span, in the acceptance package.
@Component
@Order(40)
final class IncidentChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "incident",
          "安全事件",
          "Incidents",
          List.of(
              Column.text("编号", "Number", 18),
              Column.text("事件", "Incident", 32),
              Column.centred("发生", "Occurred", 16),
              Column.centred("发现", "Detected", 16),
              Column.centred("定级", "Grade", 9),
              Column.centred("阶段", "Phase", 9)),
          Map.of(
              "extraordinary", "特别重大",
              "major", "重大",
              "considerable", "较大",
              "general", "一般",
              "analysis", "研判",
              "containment", "遏制",
              "eradication", "清除",
              "recovery", "恢复",
              "review", "总结",
              "closed", "办结"),
          """
          select number, title, occurred_at, detected_at, grade, phase
          from incident
          where contract_id = :contract and opened_at >= :from and opened_at < :to
          order by opened_at, number\
          """);

  private final JdbcClient jdbc;

  IncidentChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
