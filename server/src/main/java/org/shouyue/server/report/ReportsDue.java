package org.shouyue.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which obligations wait for a report, and what was drawn for them. Callers bring the transaction.
@Repository
class ReportsDue {
  /// How many days before the deadline a report is drawn where nobody has said otherwise.
  static final int USUAL_LEAD_DAYS = 5;

  private static final String TITLED = "o.title ~ '(报告|[周月季年]报)$'";

  private final JdbcClient jdbc;

  ReportsDue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An obligation that may wait for a report.
  ///
  /// @param drawAt when its report is drawn
  /// @param report what was drawn for it; null so far
  record Waiting(
      UUID obligation,
      UUID client,
      UUID contract,
      String service,
      Instant from,
      Instant due,
      Instant drawAt,
      @Nullable UUID report,
      @Nullable Instant reminded) {}

  /// One line of the schedule.
  record Line(
      UUID obligationId,
      UUID clientId,
      UUID contractId,
      @Nullable String contractTitle,
      String serviceId,
      String title,
      Instant from,
      Instant due,
      Instant drawAt,
      String state,
      @Nullable UUID reportId,
      @Nullable String reportNumber,
      Report.@Nullable State reportState) {}

  /// Open obligations whose report is to be drawn by then and which fall due after `now`, first due
  /// first.
  List<Waiting> open(Instant now, Instant until) {
    return jdbc.sql(
            """
            select o.*, d.report_id, d.reminded_at, %s as draw_at
            from obligation o left join report_due d on d.obligation_id = o.id
              left join report_setting s on s.client_id = o.client_id
            where o.way = 'manual' and o.state in ('planned', 'due', 'unknown')
              and o.due_at > :now and %s <= :until
              and (o.capability = 'reporting' or %s)
            order by o.due_at, o.id\
            """
                .formatted(drawAt(), drawAt(), TITLED))
        .param("now", Sql.at(now))
        .param("until", Sql.at(until))
        .query(ReportsDue::waiting)
        .list();
  }

  /// The obligation with this id, if people fulfil it by a report; null otherwise.
  @Nullable Waiting find(UUID obligation) {
    return jdbc.sql(
            """
            select o.*, d.report_id, d.reminded_at, %s as draw_at
            from obligation o left join report_due d on d.obligation_id = o.id
              left join report_setting s on s.client_id = o.client_id
            where o.id = :obligation and o.way = 'manual' and (o.capability = 'reporting' or %s)\
            """
                .formatted(drawAt(), TITLED))
        .param("obligation", obligation)
        .query(ReportsDue::waiting)
        .optional()
        .orElse(null);
  }

  /// The open obligations of a contract whose windows hold an instant, for which nothing is drawn.
  List<Waiting> unserved(UUID contract, Instant at) {
    return jdbc.sql(
            """
            select o.*, d.report_id, d.reminded_at, %s as draw_at
            from obligation o left join report_due d on d.obligation_id = o.id
              left join report_setting s on s.client_id = o.client_id
            where o.contract_id = :contract and o.way = 'manual'
              and o.state in ('planned', 'due', 'unknown', 'missed')
              and o.window_from <= :at and o.due_at > :at and d.report_id is null
              and (o.capability = 'reporting' or %s)
            order by o.due_at, o.id\
            """
                .formatted(drawAt(), TITLED))
        .param("contract", contract)
        .param("at", Sql.at(at))
        .query(ReportsDue::waiting)
        .list();
  }

  Page<Line> page(@Nullable UUID contract, PageRequest request) {
    return new Listing(
            jdbc,
            "o.*, c.title as contract_title, r.id as report_id, r.number as report_number,"
                + " r.state as report_state, "
                + drawAt()
                + " as draw_at",
            """
            obligation o join contract c on c.id = o.contract_id
              left join report_due d on d.obligation_id = o.id
              left join report_setting s on s.client_id = o.client_id
              left join report r on r.id = d.report_id\
            """,
            "o.due_at, o.id")
        .where("o.way = 'manual' and (o.capability = 'reporting' or " + TITLED + ")")
        .where("o.contract_id = :contract", "contract", contract)
        .search("o.title", "c.title")
        .sort("due", "o.due_at")
        .page(request, ReportsDue::line);
  }

  /// Takes an obligation for this transaction; false when its report is drawn already, here or on
  /// another node.
  boolean claim(Waiting waiting) {
    return jdbc.sql(
                """
                insert into report_due (obligation_id, client_id, contract_id)
                values (:obligation, :client, :contract)
                on conflict (obligation_id) do update set report_id = null
                where report_due.report_id is null\
                """)
            .param("obligation", waiting.obligation())
            .param("client", waiting.client())
            .param("contract", waiting.contract())
            .update()
        == 1;
  }

  void serve(UUID obligation, UUID report) {
    jdbc.sql("update report_due set report_id = :report where obligation_id = :obligation")
        .param("report", report)
        .param("obligation", obligation)
        .update();
  }

  /// Frees the obligation that a withdrawn report was drawn for.
  void free(UUID report) {
    jdbc.sql("update report_due set report_id = null where report_id = :report")
        .param("report", report)
        .update();
  }

  /// The obligation that a report was drawn for; null for none.
  @Nullable UUID obligation(UUID report) {
    return jdbc.sql("select obligation_id from report_due where report_id = :report")
        .param("report", report)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  /// Marks as reminded; false when somebody was before.
  boolean remind(Waiting waiting, Instant now) {
    return jdbc.sql(
                """
                insert into report_due (obligation_id, client_id, contract_id, reminded_at)
                values (:obligation, :client, :contract, :now)
                on conflict (obligation_id) do update set reminded_at = :now
                where report_due.reminded_at is null\
                """)
            .param("obligation", waiting.obligation())
            .param("client", waiting.client())
            .param("contract", waiting.contract())
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /// The last day that an earlier report for the same service covers; null when there was none.
  @Nullable LocalDate coveredUntil(UUID contract, String service) {
    return jdbc.sql(
            """
            select max(r.covers_to) as covered
            from report_due d join report r on r.id = d.report_id
              join obligation o on o.id = d.obligation_id
            where o.contract_id = :contract and o.service_id = :service\
            """)
        .param("contract", contract)
        .param("service", service)
        .query((row, _) -> row.getObject("covered", LocalDate.class))
        .optional()
        .orElse(null);
  }

  int leadDays(UUID client) {
    return jdbc.sql("select lead_days from report_setting where client_id = :client")
        .param("client", client)
        .query(Integer.class)
        .optional()
        .orElse(USUAL_LEAD_DAYS);
  }

  void leadDays(UUID client, int days) {
    jdbc.sql(
            """
            insert into report_setting (client_id, lead_days) values (:client, :days)
            on conflict (client_id) do update set lead_days = excluded.lead_days\
            """)
        .param("client", client)
        .param("days", days)
        .update();
  }

  private static String drawAt() {
    return "o.due_at - make_interval(days => coalesce(s.lead_days, %d))".formatted(USUAL_LEAD_DAYS);
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.text(row, "service_id"),
        Sql.instant(row, "window_from"),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "draw_at"),
        Sql.uuidOrNull(row, "report_id"),
        Sql.instantOrNull(row, "reminded_at"));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    String state = row.getString("report_state");
    return new Line(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        row.getString("contract_title"),
        Sql.text(row, "service_id"),
        Sql.text(row, "title"),
        Sql.instant(row, "window_from"),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "draw_at"),
        Sql.text(row, "state"),
        Sql.uuidOrNull(row, "report_id"),
        row.getString("report_number"),
        state == null ? null : Report.State.of(state));
  }
}
