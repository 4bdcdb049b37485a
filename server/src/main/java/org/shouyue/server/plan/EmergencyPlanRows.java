package org.shouyue.server.plan;

import static org.shouyue.server.sql.Sql.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Plans and their versions. Callers bring the transaction.
@Repository
class EmergencyPlanRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  EmergencyPlanRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// One plan in a list.
  ///
  /// @param inForce the version in force; null when there is none
  /// @param approvedAt when that one was signed
  record Line(
      UUID id,
      UUID clientId,
      UUID contractId,
      String title,
      Instant createdAt,
      int versions,
      String state,
      @Nullable Integer inForce,
      @Nullable Instant approvedAt) {}

  Page<Line> page(@Nullable UUID contract, PageRequest request) {
    return new Listing(
            jdbc,
            "p.*",
            """
            (select p.*, l.n as versions, l.state, f.n as in_force, f.approved_at
             from emergency_plan p
             join lateral (select n, state from emergency_plan_version v
               where v.plan_id = p.id order by n desc limit 1) l on true
             left join emergency_plan_version f on f.plan_id = p.id and f.state = 'in-force') p\
            """,
            "p.created_at desc, p.id")
        .where("p.contract_id = :contract", "contract", contract)
        .search("p.title")
        .sort("title", "p.title")
        .sort("createdAt", "p.created_at")
        .page(
            request,
            (row, _) ->
                new Line(
                    Sql.uuid(row, "id"),
                    Sql.uuid(row, "client_id"),
                    Sql.uuid(row, "contract_id"),
                    Sql.text(row, "title"),
                    Sql.instant(row, "created_at"),
                    row.getInt("versions"),
                    Sql.text(row, "state"),
                    row.getObject("in_force", Integer.class),
                    Sql.instantOrNull(row, "approved_at")));
  }

  void add(Plan plan) {
    jdbc.sql(
            """
            insert into emergency_plan (id, client_id, contract_id, title, created_at, created_by)
            values (:id, :client, :contract, :title, :at, :by)\
            """)
        .param("id", plan.id())
        .param("client", plan.clientId())
        .param("contract", plan.contractId())
        .param("title", plan.title())
        .param("at", at(plan.createdAt()))
        .param("by", plan.createdBy())
        .update();
  }

  /// @throws Problem 404 when there is none in scope
  Plan require(UUID id) {
    return one("select * from emergency_plan where id = :id", id);
  }

  /// The plan, locked until the transaction ends.
  Plan lock(UUID id) {
    return one("select * from emergency_plan where id = :id for update", id);
  }

  private Plan one(String sql, UUID id) {
    return jdbc.sql(sql)
        .param("id", id)
        .query((row, _) ->
            new Plan(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "client_id"),
                Sql.uuid(row, "contract_id"),
                Sql.text(row, "title"),
                Sql.instant(row, "created_at"),
                Sql.text(row, "created_by")))
        .optional()
        .orElseThrow(() -> Problem.notFound("plan", id));
  }

  /// The versions of a plan, the newest first.
  List<PlanVersion> versions(UUID plan) {
    return jdbc.sql("select * from emergency_plan_version where plan_id = :plan order by n desc")
        .param("plan", plan)
        .query(this::version)
        .list();
  }

  /// @throws Problem 404 when the plan has no such version
  PlanVersion require(UUID plan, int n) {
    return versions(plan).stream()
        .filter(version -> version.n() == n)
        .findFirst()
        .orElseThrow(() -> Problem.notFound("version", n));
  }

  void addVersion(Plan plan, PlanVersion version) {
    jdbc.sql(
            """
            insert into emergency_plan_version (id, plan_id, client_id, n, state, content, note,
              about, drawn_at, drawn_by)
            values (:id, :plan, :client, :n, 'draft', :content::jsonb, :note, :about, :at, :by)\
            """)
        .param("id", version.id())
        .param("plan", plan.id())
        .param("client", plan.clientId())
        .param("n", version.n())
        .param("content", json.writeValueAsString(version.content()))
        .param("note", version.note())
        .param("about", version.about())
        .param("at", at(version.drawnAt()))
        .param("by", version.drawnBy())
        .update();
  }

  void rewrite(UUID version, PlanContent content, String note) {
    jdbc.sql(
            """
            update emergency_plan_version set content = :content::jsonb, note = :note
            where id = :id and state = 'draft'\
            """)
        .param("id", version)
        .param("content", json.writeValueAsString(content))
        .param("note", note)
        .update();
  }

  void reviewed(UUID version, String by, Instant now) {
    jdbc.sql(
            """
            update emergency_plan_version
            set state = 'reviewed', reviewed_by = :by, reviewed_at = :now where id = :id\
            """)
        .param("id", version)
        .param("by", by)
        .param("now", at(now))
        .update();
  }

  void approved(UUID version, PlanSigning.Given given, long signature, Instant now) {
    jdbc.sql(
            """
            update emergency_plan_version set state = 'approved', approved_by = :by,
              approved_as = :office, approved_at = :now, signature_seq = :seq
            where id = :id\
            """)
        .param("id", version)
        .param("by", given.name())
        .param("office", given.office())
        .param("now", at(now))
        .param("seq", signature)
        .update();
  }

  /// Puts one in force and the one before out of force.
  void putInForce(UUID plan, UUID version, Instant now) {
    jdbc.sql(
            """
            update emergency_plan_version set state = 'superseded', superseded_at = :now
            where plan_id = :plan and state = 'in-force'\
            """)
        .param("plan", plan)
        .param("now", at(now))
        .update();
    jdbc.sql(
            """
            update emergency_plan_version set state = 'in-force', in_force_at = :now
            where id = :id\
            """)
        .param("id", version)
        .param("now", at(now))
        .update();
  }

  void drawn(UUID version, UUID report) {
    jdbc.sql("update emergency_plan_version set report_id = :report where id = :id")
        .param("id", version)
        .param("report", report)
        .update();
  }

  private PlanVersion version(ResultSet row, int number) throws SQLException {
    return new PlanVersion(
        Sql.uuid(row, "id"),
        row.getInt("n"),
        VersionState.of(Sql.text(row, "state")),
        json.readValue(Sql.text(row, "content"), PlanContent.class),
        Sql.text(row, "note"),
        row.getString("about"),
        Sql.instant(row, "drawn_at"),
        Sql.text(row, "drawn_by"),
        Sql.instantOrNull(row, "reviewed_at"),
        row.getString("reviewed_by"),
        Sql.instantOrNull(row, "approved_at"),
        row.getString("approved_by"),
        row.getString("approved_as"),
        row.getObject("signature_seq", Long.class),
        Sql.instantOrNull(row, "in_force_at"),
        Sql.instantOrNull(row, "superseded_at"),
        Sql.uuidOrNull(row, "report_id"));
  }
}
