package org.shouyue.server.training;

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

/// The training sessions of a span and who came, in the acceptance package.
@Component
@Order(60)
final class TrainingChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "training",
          "培训",
          "Training",
          List.of(
              Column.text("课程", "Course", 32),
              Column.text("地点", "Place", 18),
              Column.text("讲师", "Trainer", 14),
              Column.centred("时间", "Held", 16),
              Column.number("到场人数", "Came", 10),
              Column.centred("状态", "State", 10)),
          Map.of(
              "planned", "未举办",
              "held", "已举办",
              "unattended", "无人到场",
              "cancelled", "已取消"),
          """
          select c.name, s.place, s.trainer, s.starts_at,
            (select count(*) from training_participant p
             where p.session_id = s.id and p.signed_in_at is not null), s.state
          from training_session s join training_course c on c.id = s.course_id
          where s.contract_id = :contract and s.starts_at >= :from and s.starts_at < :to
          order by s.starts_at, s.id\
          """);

  private final JdbcClient jdbc;

  TrainingChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
