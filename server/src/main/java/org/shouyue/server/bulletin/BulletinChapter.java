package org.shouyue.server.bulletin;

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

/// The bulletins sent in a span, and what came of them, in the acceptance package.
@Component
@Order(32)
final class BulletinChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "bulletin",
          "安全通告",
          "Security bulletins",
          List.of(
              Column.text("编号", "Number", 13),
              Column.text("通告", "Bulletin", 25),
              Column.centred("级别", "Severity", 8),
              Column.centred("发送", "Sent", 14),
              Column.centred("确认", "Acknowledged", 14),
              Column.text("受影响资产", "Affected", 16),
              Column.centred("工单办结", "Tickets closed", 10)),
          Map.of(
              "critical", "严重",
              "high", "高危",
              "medium", "中危",
              "low", "低危",
              "info", "提示"),
          """
          select b.number || '（第 ' || s.version || ' 版）', v.content ->> 'title',
            v.content ->> 'severity', s.sent_at, s.acknowledged_at,
            coalesce((select string_agg(a.name, '、' order by a.name) from bulletin_match m
              join asset a on a.id = m.asset_id
              where m.bulletin_id = b.id and m.client_id = s.client_id
                and m.outcome = 'affected'), '无'),
            (select count(*) filter (where t.closed_at < :to) || '/' || count(*)
              from bulletin_match m join ticket t on t.id = m.ticket_id
              where m.bulletin_id = b.id and m.client_id = s.client_id)
          from bulletin_sending s join bulletin b on b.id = s.bulletin_id
            join bulletin_version v on v.bulletin_id = b.id and v.version = s.version
          where s.client_id = :client and coalesce(s.contract_id, :contract) = :contract
            and s.sent_at >= :from and s.sent_at < :to
          order by s.sent_at, b.number, s.version\
          """);

  private final JdbcClient jdbc;

  BulletinChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
