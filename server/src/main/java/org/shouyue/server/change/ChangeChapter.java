package org.shouyue.server.change;

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

/// The changes of a span, who signed them and how they went, in the acceptance package.
@Component
@Order(20)
final class ChangeChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "change",
          "变更",
          "Changes",
          List.of(
              Column.text("工单", "Ticket", 16),
              Column.text("变更", "Change", 28),
              Column.text("甲方签字", "Signed by", 14),
              Column.centred("开始", "Begun", 16),
              Column.centred("结束", "Ended", 16),
              Column.centred("状态", "State", 10)),
          Map.of(
              "draft", "草拟",
              "proposed", "待签",
              "signed", "已签",
              "declined", "甲方未同意",
              "running", "实施中",
              "done", "已完成",
              "cancelled", "已取消"),
          """
          select t.number, t.title, (select string_agg(s.name, '、' order by s.version)
              from change_signature s where s.ticket_id = c.ticket_id),
            c.started_at, c.finished_at, c.state
          from change c join ticket t on t.id = c.ticket_id
          where c.contract_id = :contract and t.opened_at < :to
            and (c.finished_at is null or c.finished_at >= :from)
          order by t.opened_at, t.number\
          """);

  private final JdbcClient jdbc;

  ChangeChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
