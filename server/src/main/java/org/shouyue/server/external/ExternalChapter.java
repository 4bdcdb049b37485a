package org.shouyue.server.external;

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

/// What authorities found, and what became of it, in the acceptance package.
@Component
@Order(30)
final class ExternalChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "external",
          "外部通报",
          "Notices of authorities",
          List.of(
              Column.text("发文单位", "Issuer", 22),
              Column.text("文号", "Number", 18),
              Column.centred("收到", "Received", 16),
              Column.centred("答复期限", "Due", 16),
              Column.centred("答复时间", "Answered", 16),
              Column.centred("状态", "State", 12)),
          Map.of(
              "received", "整改中",
              "settled", "已整改",
              "answered", "已答复",
              "closed", "已办结"),
          """
          select issuer, document_number, received_at, answer_due, sent_at, state
          from external_notice
          where contract_id = :contract and received_at < :to
            and (sent_at is null or sent_at >= :from)
          order by received_at, ticket_id\
          """);

  private final JdbcClient jdbc;

  ExternalChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
