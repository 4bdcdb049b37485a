package org.shouyue.server.escalation;

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

/// What the client and the people on call were told in a span, and whether it reached them, in the
/// acceptance package.
@Component
@Order(100)
final class NoticeChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "escalation",
          "通知送达",
          "Notices",
          List.of(
              Column.text("通知", "Notice", 40),
              Column.centred("紧急程度", "Urgency", 12),
              Column.centred("时间", "Told", 18),
              Column.number("送达", "Reached", 10),
              Column.number("未送达", "Failed", 10),
              Column.text("确认人", "Taken by", 10)),
          Map.of(
              "disaster", "灾难",
              "high", "高",
              "normal", "一般",
              "low", "低"),
          """
          select n.title, n.urgency, n.created_at,
            count(*) filter (where d.state in ('sent', 'delivered')),
            count(*) filter (where d.state in ('failed', 'expired')), n.acknowledged_by
          from notice n join delivery d on d.notice_id = n.id
          where n.client_id = :client and n.urgency in ('disaster', 'high')
            and n.created_at >= :from and n.created_at < :to
          group by n.id order by n.created_at, n.id
          limit 500\
          """);

  private final JdbcClient jdbc;

  NoticeChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
