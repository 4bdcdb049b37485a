package org.shouyue.server.consulting;

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

/// The advice given in a span, in the acceptance package.
@Component
@Order(80)
final class ConsultingChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "consulting",
          "咨询",
          "Advice",
          List.of(
              Column.text("事项", "Matter", 36),
              Column.text("提出人", "Asked by", 14),
              Column.centred("提出", "Asked", 16),
              Column.centred("交付", "Delivered", 16),
              Column.centred("状态", "State", 18)),
          Map.of(
              "open", "待答复",
              "delivered", "已交付",
              "accepted", "已确认",
              "withdrawn", "已撤回"),
          """
          select a.title, a.asked_by, a.asked_at, (select max(d.delivered_at)
              from advice_document d where d.advice_id = a.id), a.state
          from advice a
          where a.contract_id = :contract and a.asked_at >= :from and a.asked_at < :to
          order by a.asked_at, a.id\
          """);

  private final JdbcClient jdbc;

  ConsultingChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
