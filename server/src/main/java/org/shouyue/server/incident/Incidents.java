package org.shouyue.server.incident;

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

/// The incidents of the clients in scope. Callers bring the transaction.
@Repository
class Incidents {
  private final JdbcClient jdbc;

  Incidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Which incidents are asked for; null members ask for all.
  record Wanted(
      @Nullable UUID contract,
      @Nullable String phase,
      @Nullable String grade,
      @Nullable String category) {}

  Page<Incident> page(Wanted wanted, PageRequest request) {
    return new Listing(jdbc, "i.*", "incident i", "i.opened_at desc, i.id")
        .where("i.contract_id = :contract", "contract", wanted.contract())
        .where("i.phase = any(string_to_array(:phase, ','))", "phase", wanted.phase())
        .where("i.grade = :grade", "grade", wanted.grade())
        .where("i.category = :category", "category", wanted.category())
        .search("i.title", "i.number", "i.description")
        .sort("openedAt", "i.opened_at")
        .sort("number", "i.number")
        .sort("detectedAt", "i.detected_at")
        .page(request, Incidents::row);
  }

  void add(Incident incident) {
    jdbc.sql(
            """
            insert into incident (id, client_id, contract_id, ticket_id, number, title, origin,
              category, operator, phase, occurred_at, detected_at, opened_at, opened_by)
            values (:id, :client, :contract, :ticket, :number, :title, :origin, :category,
              :operator, :phase, :occurred, :detected, :opened, :by)\
            """)
        .param("id", incident.id())
        .param("client", incident.clientId())
        .param("contract", incident.contractId())
        .param("ticket", incident.ticketId())
        .param("number", incident.number())
        .param("title", incident.title())
        .param("origin", incident.origin())
        .param("category", incident.category().code())
        .param("operator", incident.operator().code())
        .param("phase", incident.phase().code())
        .param("occurred", at(incident.occurredAt()))
        .param("detected", at(incident.detectedAt()))
        .param("opened", at(incident.openedAt()))
        .param("by", incident.openedBy())
        .update();
  }

  /// @throws Problem 404 when there is none in scope
  Incident require(UUID id) {
    return one("select * from incident where id = :id", id);
  }

  /// The incident, locked until the transaction ends.
  ///
  /// @throws Problem 404 when there is none in scope
  Incident lock(UUID id) {
    return one("select * from incident where id = :id for update", id);
  }

  /// The incident, locked, of which things may still be changed.
  ///
  /// @throws Problem 404 when there is none in scope, 409 when it is closed
  Incident lockOpen(UUID id) {
    Incident incident = lock(id);
    if (incident.phase() == Phase.CLOSED) {
      throw Problem.conflict("incident-closed", "事件已关闭，不能再改动；如再次发生，请建立新的事件");
    }
    return incident;
  }

  private Incident one(String sql, UUID id) {
    return jdbc.sql(sql)
        .param("id", id)
        .query(Incidents::row)
        .optional()
        .orElseThrow(() -> Problem.notFound("incident", id));
  }

  /// The incident with this id; null when there is none in scope.
  @Nullable Incident find(UUID id) {
    return jdbc.sql("select * from incident where id = :id")
        .param("id", id)
        .query(Incidents::row)
        .optional()
        .orElse(null);
  }

  /// The incident whose clocks run on this ticket; null when there is none.
  @Nullable Incident ofTicket(UUID ticket) {
    return jdbc.sql("select * from incident where ticket_id = :ticket")
        .param("ticket", ticket)
        .query(Incidents::row)
        .optional()
        .orElse(null);
  }

  /// The incident that was made from this; null when there is none.
  @Nullable UUID from(String origin) {
    return jdbc.sql("select id from incident where origin = :origin and origin <> 'person'")
        .param("origin", origin)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  /// The incidents under way that touch an asset.
  List<Incident> openOn(UUID asset) {
    return jdbc.sql(
            """
            select i.* from incident i join incident_asset a on a.incident_id = i.id
            where a.asset_id = :asset and i.phase <> 'closed'\
            """)
        .param("asset", asset)
        .query(Incidents::row)
        .list();
  }

  void grade(Incident incident, Grading.Given given, String by, Instant now) {
    jdbc.sql(
            """
            update incident set category = :category, operator = :operator,
              importance = :importance, loss = :loss, impact = :impact,
              grade_proposed = :proposed, grade = :grade, grade_reason = :reason,
              graded_by = :by, graded_at = :now
            where id = :id\
            """)
        .param("id", incident.id())
        .param("category", given.category().code())
        .param("operator", given.operator().code())
        .param("importance", given.factors().importance().code())
        .param("loss", given.factors().loss().code())
        .param("impact", given.factors().impact().code())
        .param("proposed", given.factors().proposal().code())
        .param("grade", given.grade().code())
        .param("reason", given.reason())
        .param("by", by)
        .param("now", at(now))
        .update();
  }

  /// Notes when somebody first answered.
  void responded(UUID id, Instant at) {
    jdbc.sql("update incident set responded_at = :at where id = :id and responded_at is null")
        .param("id", id)
        .param("at", at(at))
        .update();
  }

  /// Moves it on. What it leaves behind is contained, or recovered, from then on; what it goes back
  /// to is so no longer.
  void move(UUID id, Phase to, Instant now) {
    jdbc.sql(
            """
            update incident set phase = :to,
              contained_at = case when :contained then coalesce(contained_at, :now) end,
              recovered_at = case when :recovered then coalesce(recovered_at, :now) end,
              closed_at = case when :to = 'closed' then :now::timestamptz end,
              confirmed_by = case when :to = 'closed' then confirmed_by end,
              confirmed_at = case when :to = 'closed' then confirmed_at end
            where id = :id\
            """)
        .param("id", id)
        .param("to", to.code())
        .param("contained", to.compareTo(Phase.CONTAINMENT) > 0)
        .param("recovered", to.compareTo(Phase.RECOVERY) > 0)
        .param("now", at(now))
        .update();
  }

  void review(UUID id, Incident.Review review, @Nullable UUID plan) {
    jdbc.sql(
            """
            update incident set description = :description, handling = :handling,
              root_cause = :cause, tracking = :tracking, lessons = :lessons, plan_id = :plan,
              confirmed_by = null, confirmed_at = null, report_id = null
            where id = :id\
            """)
        .param("id", id)
        .param("description", review.description())
        .param("handling", review.handling())
        .param("cause", review.rootCause())
        .param("tracking", review.tracking())
        .param("lessons", review.lessons())
        .param("plan", plan)
        .update();
  }

  void reported(UUID id, UUID report) {
    jdbc.sql("update incident set report_id = :report where id = :id")
        .param("id", id)
        .param("report", report)
        .update();
  }

  void confirm(UUID id, String by, Instant now) {
    jdbc.sql("update incident set confirmed_by = :by, confirmed_at = :now where id = :id")
        .param("id", id)
        .param("by", by)
        .param("now", at(now))
        .update();
  }

  private static Incident row(ResultSet row, int number) throws SQLException {
    return new Incident(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.uuid(row, "ticket_id"),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        Sql.text(row, "origin"),
        Category.of(Sql.text(row, "category")),
        Operator.of(Sql.text(row, "operator")),
        factors(row),
        grade(row, "grade_proposed"),
        grade(row, "grade"),
        row.getString("grade_reason"),
        row.getString("graded_by"),
        Sql.instantOrNull(row, "graded_at"),
        Phase.of(Sql.text(row, "phase")),
        Sql.instant(row, "occurred_at"),
        Sql.instant(row, "detected_at"),
        Sql.instant(row, "opened_at"),
        Sql.text(row, "opened_by"),
        Sql.instantOrNull(row, "responded_at"),
        Sql.instantOrNull(row, "contained_at"),
        Sql.instantOrNull(row, "recovered_at"),
        Sql.instantOrNull(row, "closed_at"),
        row.getString("confirmed_by"),
        Sql.instantOrNull(row, "confirmed_at"),
        new Incident.Review(
            Sql.text(row, "description"),
            Sql.text(row, "handling"),
            Sql.text(row, "root_cause"),
            Sql.text(row, "tracking"),
            Sql.text(row, "lessons")),
        Sql.uuidOrNull(row, "plan_id"),
        Sql.uuidOrNull(row, "report_id"));
  }

  private static @Nullable Factors factors(ResultSet row) throws SQLException {
    return row.getString("importance") == null
        ? null
        : new Factors(
            Factors.Importance.of(Sql.text(row, "importance")),
            Factors.Loss.of(Sql.text(row, "loss")),
            Factors.Impact.of(Sql.text(row, "impact")));
  }

  private static @Nullable Grade grade(ResultSet row, String column) throws SQLException {
    String code = row.getString(column);
    return code == null ? null : Grade.of(code);
  }
}
