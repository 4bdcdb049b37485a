package org.shouyue.server.request;

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

/// What the client asked for, in the acceptance package.
@Component
@Order(10)
final class RequestChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "request",
          "服务请求",
          "Requests",
          List.of(
              Column.text("工单", "Ticket", 18),
              Column.text("请求", "Request", 32),
              Column.text("提出人", "Asked by", 16),
              Column.centred("提出时间", "Asked", 18),
              Column.centred("结果", "Outcome", 16)),
          Map.of(
              "submitted", "待审核",
              "reviewing", "审核中",
              "accepted", "已受理",
              "warned", "已提示风险",
              "confirmed", "已书面确认",
              "refused", "已拒绝",
              "done", "已完成",
              "closed", "已确认",
              "withdrawn", "已撤回"),
          """
          select t.number, t.title, r.asked_by, r.received_at, r.state
          from service_request r join ticket t on t.id = r.ticket_id
          where r.contract_id = :contract and r.received_at >= :from and r.received_at < :to
          order by r.received_at, t.number\
          """);

  private final JdbcClient jdbc;

  RequestChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
