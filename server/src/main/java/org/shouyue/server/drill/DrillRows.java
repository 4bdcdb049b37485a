package org.shouyue.server.drill;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.plan.PlanContent;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Drills, their steps and improvements. Callers bring the transaction.
@Repository
class DrillRows {
  private final JdbcClient jdbc;

  DrillRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Step(
      int n,
      String who,
      String what,
      int withinMinutes,
      @Nullable Instant tickedAt,
      @Nullable String tickedBy,
      @Nullable String note) {}

  record Improvement(int n, String text, @Nullable UUID ticketId) {}

  Page<Drill> page(@Nullable UUID contract, @Nullable String state, PageRequest request) {
    return new Listing(jdbc, "d.*", "drill d", "d.planned_for desc, d.id")
        .where("d.contract_id = :contract", "contract", contract)
        .where("d.state = :state", "state", state)
        .search("d.title", "d.number", "d.scenario")
        .sort("plannedFor", "d.planned_for")
        .sort("number", "d.number")
        .page(request, DrillRows::row);
  }

  /// The next number of a client's drills in a year, `YL2026-01`. Holds a lock until the
  /// transaction ends.
  String nextNumber(UUID client, LocalDate day) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('drill/' || :client, 0))")
        .param("client", client.toString())
        .query(Integer.class)
        .single();
    String prefix = "YL" + DateTimeFormatter.ofPattern("yyyy").format(day) + "-";
    int count =
        jdbc.sql("select count(*) from drill where client_id = :client and number like :prefix")
            .param("client", client)
            .param("prefix", prefix + "%")
            .query(Integer.class)
            .single();
    return prefix + "%02d".formatted(count + 1);
  }

  void add(Drill drill, List<PlanContent.Step> steps) {
    jdbc.sql(
            """
            insert into drill (id, client_id, contract_id, plan_id, plan_version, number, title,
              scenario, notice_minutes, goal, environment, participants, abort_criteria,
              limit_minutes, planned_for, state, prepared_at, prepared_by)
            values (:id, :client, :contract, :plan, :version, :number, :title, :scenario, :notice,
              :goal, :environment, :participants, :criteria, :limit, :planned, 'prepared', :now,
              :by)\
            """)
        .param("id", drill.id())
        .param("client", drill.clientId())
        .param("contract", drill.contractId())
        .param("plan", drill.planId())
        .param("version", drill.planVersion())
        .param("number", drill.number())
        .param("title", drill.title())
        .param("scenario", drill.scenario())
        .param("notice", drill.noticeMinutes())
        .param("goal", drill.goal())
        .param("environment", drill.environment())
        .param("participants", drill.participants())
        .param("criteria", drill.abortCriteria())
        .param("limit", drill.limitMinutes())
        .param("planned", at(drill.plannedFor()))
        .param("now", at(drill.preparedAt()))
        .param("by", drill.preparedBy())
        .update();
    for (int n = 0; n < steps.size(); n++) {
      add(drill, n + 1, steps.get(n));
    }
  }

  private void add(Drill drill, int n, PlanContent.Step step) {
    jdbc.sql(
            """
            insert into drill_step (drill_id, n, client_id, who, what, within_minutes)
            values (:drill, :n, :client, :who, :what, :within)\
            """)
        .param("drill", drill.id())
        .param("n", n)
        .param("client", drill.clientId())
        .param("who", step.who())
        .param("what", step.what())
        .param("within", step.withinMinutes())
        .update();
  }

  /// @throws Problem 404 when there is none in scope
  Drill require(UUID id) {
    return one("select * from drill where id = :id", id);
  }

  /// The drill, locked until the transaction ends.
  Drill lock(UUID id) {
    return one("select * from drill where id = :id for update", id);
  }

  private Drill one(String sql, UUID id) {
    return jdbc.sql(sql)
        .param("id", id)
        .query(DrillRows::row)
        .optional()
        .orElseThrow(() -> Problem.notFound("drill", id));
  }

  void started(UUID id, String by, Instant now) {
    jdbc.sql(
            """
            update drill set state = 'running', started_at = :now, started_by = :by where id = :id\
            """)
        .param("id", id)
        .param("by", by)
        .param("now", at(now))
        .update();
  }

  /// @param how `finished`, `aborted`, `timed-out` or `refused`
  record End(String how, @Nullable String why, String by, Instant at) {}

  /// Ends one that runs; false when it does not.
  boolean ended(UUID id, End end) {
    return jdbc.sql(
                """
                update drill set state = 'ended', ended_at = :now, ended_by = :by,
                  ended_how = :how, ended_why = :why
                where id = :id and state = 'running'\
                """)
            .param("id", id)
            .param("now", at(end.at()))
            .param("by", end.by())
            .param("how", end.how())
            .param("why", end.why())
            .update()
        == 1;
  }

  void summed(Drill drill, String summary, List<String> improvements) {
    jdbc.sql("update drill set summary = :summary where id = :id")
        .param("id", drill.id())
        .param("summary", summary)
        .update();
    jdbc.sql("delete from drill_improvement where drill_id = :id and ticket_id is null")
        .param("id", drill.id())
        .update();
    int n = improvements(drill.id()).stream().mapToInt(Improvement::n).max().orElse(0);
    for (String text : improvements) {
      jdbc.sql(
              """
              insert into drill_improvement (drill_id, n, client_id, text)
              values (:drill, :n, :client, :text)\
              """)
          .param("drill", drill.id())
          .param("n", ++n)
          .param("client", drill.clientId())
          .param("text", text)
          .update();
    }
  }

  void ticketed(UUID drill, int n, UUID ticket) {
    jdbc.sql(
            """
            update drill_improvement set ticket_id = :ticket where drill_id = :drill and n = :n\
            """)
        .param("drill", drill)
        .param("n", n)
        .param("ticket", ticket)
        .update();
  }

  void closed(UUID id, UUID report, @Nullable UUID obligation, Instant now) {
    jdbc.sql(
            """
            update drill set state = 'closed', report_id = :report, obligation_id = :obligation,
              closed_at = :now
            where id = :id\
            """)
        .param("id", id)
        .param("report", report)
        .param("obligation", obligation)
        .param("now", at(now))
        .update();
  }

  /// False when the step is ticked already, or there is no such step.
  boolean tick(UUID drill, int n, String note, String by, Instant now) {
    return jdbc.sql(
                """
                update drill_step set ticked_at = :now, ticked_by = :by, note = :note
                where drill_id = :drill and n = :n and ticked_at is null\
                """)
            .param("drill", drill)
            .param("n", n)
            .param("now", at(now))
            .param("by", by)
            .param("note", note)
            .update()
        == 1;
  }

  List<Step> steps(UUID drill) {
    return jdbc.sql("select * from drill_step where drill_id = :drill order by n")
        .param("drill", drill)
        .query((row, _) ->
            new Step(
                row.getInt("n"),
                Sql.text(row, "who"),
                Sql.text(row, "what"),
                row.getInt("within_minutes"),
                Sql.instantOrNull(row, "ticked_at"),
                row.getString("ticked_by"),
                row.getString("note")))
        .list();
  }

  List<Improvement> improvements(UUID drill) {
    return jdbc.sql("select * from drill_improvement where drill_id = :drill order by n")
        .param("drill", drill)
        .query((row, _) ->
            new Improvement(
                row.getInt("n"), Sql.text(row, "text"), Sql.uuidOrNull(row, "ticket_id")))
        .list();
  }

  private static Drill row(ResultSet row, int number) throws SQLException {
    return new Drill(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.uuid(row, "plan_id"),
        row.getInt("plan_version"),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        Sql.text(row, "scenario"),
        row.getInt("notice_minutes"),
        Sql.text(row, "goal"),
        Sql.text(row, "environment"),
        Sql.text(row, "participants"),
        Sql.text(row, "abort_criteria"),
        row.getInt("limit_minutes"),
        Sql.instant(row, "planned_for"),
        DrillState.of(Sql.text(row, "state")),
        Sql.instant(row, "prepared_at"),
        Sql.text(row, "prepared_by"),
        Sql.instantOrNull(row, "started_at"),
        row.getString("started_by"),
        Sql.instantOrNull(row, "ended_at"),
        row.getString("ended_by"),
        row.getString("ended_how"),
        row.getString("ended_why"),
        Sql.text(row, "summary"),
        Sql.uuidOrNull(row, "report_id"),
        Sql.uuidOrNull(row, "obligation_id"),
        Sql.instantOrNull(row, "closed_at"));
  }
}
