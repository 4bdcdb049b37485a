package org.shouyue.server.secrecy;

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

/// Whose undertaking of secrecy was in force in a span, in the acceptance package.
@Component
@Order(90)
final class UndertakingChapter implements DossierPart {
  private static final TableChapter TABLE =
      new TableChapter(
          "secrecy",
          "保密承诺",
          "Undertakings of secrecy",
          List.of(
              Column.text("人员", "Person", 22),
              Column.centred("签署方式", "Way", 14),
              Column.centred("签署时间", "Signed", 20),
              Column.centred("有效期至", "Until", 20),
              Column.number("证据号", "Evidence", 12),
              Column.centred("撤回时间", "Withdrawn", 12)),
          Map.of(
              "drawn", "在线签署",
              "paper", "纸质签署"),
          """
          select person_name, way, signed_at, until, '№' || evidence_seq, withdrawn_at
          from undertaking
          where client_id = :client and (contract_id is null or contract_id = :contract)
            and signed_at < :to and (until is null or until > :from)
            and (withdrawn_at is null or withdrawn_at > :from)
          order by person_name, signed_at\
          """);

  private final JdbcClient jdbc;

  UndertakingChapter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Section> chapters(DossierSpan span) {
    return TABLE.draw(jdbc, span);
  }
}
