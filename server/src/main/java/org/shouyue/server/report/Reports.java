package org.shouyue.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reports that were drawn up. Callers bring the transaction.
@Repository
class Reports {
  private final JdbcClient jdbc;

  Reports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One line of the list.
  record Line(
      UUID id,
      UUID clientId,
      @Nullable UUID contractId,
      @Nullable String contractTitle,
      String kind,
      String period,
      String number,
      String title,
      String about,
      Report.State state,
      Instant createdAt,
      String createdBy) {}

  void add(Report report) {
    jdbc.sql(
            """
            insert into report (id, client_id, contract_id, kind, period, number, title, about,
              form, content, state, created_at, created_by)
            values (:id, :client, :contract, :kind, :period, :number, :title, :about, :form,
              :content, :state, :at, :by)\
            """)
        .param("id", report.id())
        .param("client", report.clientId())
        .param("contract", report.contractId())
        .param("kind", report.kind())
        .param("period", report.period())
        .param("number", report.number())
        .param("title", report.title())
        .param("about", report.about())
        .param("form", report.form().name().toLowerCase(Locale.ROOT))
        .param("content", report.content())
        .param("state", report.state().code())
        .param("at", Sql.at(report.createdAt()))
        .param("by", report.createdBy())
        .update();
  }

  /// How many reports of a contract, or of a client without one, bear this number or one made from
  /// it, under a lock that lasts until the transaction ends, so that no number is given twice.
  int countLocked(UUID owner, String number) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 700))")
        .param("owner", owner.toString())
        .query((_, _) -> true)
        .list();
    return jdbc.sql(
            """
            select count(*) from report
            where coalesce(contract_id, client_id) = :owner
              and (number = :number or starts_with(number, :number || '-'))\
            """)
        .param("owner", owner)
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  /// The report, locked against other writers until the transaction ends.
  Optional<Report> lock(UUID id) {
    return jdbc.sql("select * from report where id = :id for update")
        .param("id", id)
        .query(Reports::report)
        .optional();
  }

  void covers(UUID id, LocalDate from, LocalDate to) {
    jdbc.sql("update report set covers_from = :from, covers_to = :to where id = :id")
        .param("from", from)
        .param("to", to)
        .param("id", id)
        .update();
  }

  /// One step that was taken.
  ///
  /// @param personId null when the product took it
  record StepTaken(
      Report.Step step,
      Instant at,
      @Nullable UUID personId,
      String person,
      @Nullable String note) {}

  void step(Report report, Report.State next, StepTaken taken) {
    jdbc.sql("update report set state = :state where id = :id")
        .param("state", next.code())
        .param("id", report.id())
        .update();
    jdbc.sql(
            """
            insert into report_step (report_id, client_id, step, happened_at, person_id, person, note)
            values (:report, :client, :step, :at, :personId, :person, :note)\
            """)
        .param("report", report.id())
        .param("client", report.clientId())
        .param("step", taken.step().code())
        .param("at", Sql.at(taken.at()))
        .param("personId", taken.personId())
        .param("person", taken.person())
        .param("note", taken.note())
        .update();
  }

  List<StepTaken> steps(UUID report) {
    return jdbc.sql(
            "select * from report_step where report_id = :report order by happened_at,"
                + " array_position(array['approve', 'send', 'receive', 'withdraw'], step)")
        .param("report", report)
        .query((row, _) ->
            new StepTaken(
                Report.Step.of(Sql.text(row, "step")),
                Sql.instant(row, "happened_at"),
                Sql.uuidOrNull(row, "person_id"),
                Sql.text(row, "person"),
                row.getString("note")))
        .list();
  }

  Optional<Report> find(UUID id) {
    return jdbc.sql("select * from report where id = :id")
        .param("id", id)
        .query(Reports::report)
        .optional();
  }

  /// What a list may be narrowed to.
  ///
  /// @param open true for what the client's people may see alone
  record Wanted(
      @Nullable UUID contract,
      @Nullable String kind,
      @Nullable String about,
      @Nullable String state,
      boolean open) {}

  Page<Line> page(Wanted wanted, PageRequest request) {
    return new Listing(
            jdbc,
            "r.*, c.title as contract_title",
            "report r left join contract c on c.id = r.contract_id",
            "r.created_at desc, r.id")
        .where("r.contract_id = :contract", "contract", wanted.contract())
        .where("r.kind = :kind", "kind", wanted.kind())
        .where("r.about = :about", "about", wanted.about())
        .where("r.state = :state", "state", wanted.state())
        .where("(not :open or r.state in ('ready', 'sent', 'received'))", "open", wanted.open())
        .search("c.title", "r.number", "r.period", "r.title")
        .sort("period", "r.period")
        .sort("createdAt", "r.created_at")
        .page(request, Reports::line);
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuidOrNull(row, "contract_id"),
        row.getString("contract_title"),
        Sql.text(row, "kind"),
        Sql.text(row, "period"),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        Sql.text(row, "about"),
        Report.State.of(Sql.text(row, "state")),
        Sql.instant(row, "created_at"),
        Sql.text(row, "created_by"));
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    return new Report(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuidOrNull(row, "contract_id"),
        Sql.text(row, "kind"),
        Sql.text(row, "period"),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        Sql.text(row, "about"),
        Report.Form.valueOf(Sql.text(row, "form").toUpperCase(Locale.ROOT)),
        Sql.text(row, "content"),
        Report.State.of(Sql.text(row, "state")),
        Sql.instant(row, "created_at"),
        Sql.text(row, "created_by"));
  }
}
