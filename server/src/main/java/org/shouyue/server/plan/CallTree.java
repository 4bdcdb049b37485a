package org.shouyue.server.plan;

import static org.shouyue.server.sql.Sql.at;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.plan.PlanContent.Contact;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tests call trees: everybody in one is told, and it is noted who answered and when.
@Repository
class CallTree {
  private final JdbcClient jdbc;
  private final EmergencyPlanRows plans;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  CallTree(
      JdbcClient jdbc,
      EmergencyPlanRows plans,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.clock = clock;
    this.events = events;
  }

  /// @param answeredBy who noted the answer; the person called, or whoever called them
  record Call(
      UUID id,
      int n,
      String name,
      @Nullable UUID personId,
      Instant askedAt,
      @Nullable Instant answeredAt,
      @Nullable String answeredBy,
      @Nullable String note) {}

  record Test(UUID id, int version, Instant startedAt, String startedBy, List<Call> calls) {}

  /// Tells everybody in the newest version's tree.
  @Transactional
  UUID test(UUID id) {
    Plan plan = plans.lock(id);
    PlanVersion version = plans.versions(id).getFirst();
    List<Contact> contacts = version.content().contacts();
    if (contacts.isEmpty()) {
      throw Problem.conflict("no-contacts", "预案没有联络人，请先补上联络树");
    }
    UUID test = UUID.randomUUID();
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into plan_tree_test (id, plan_id, client_id, version, started_at, started_by)
            values (:id, :plan, :client, :version, :now, :by)\
            """)
        .param("id", test)
        .param("plan", id)
        .param("client", plan.clientId())
        .param("version", version.n())
        .param("now", at(now))
        .param("by", Caller.current().name())
        .update();
    for (int n = 0; n < contacts.size(); n++) {
      call(plan, test, n + 1, contacts.get(n));
    }
    events.publishEvent(
        new Changed(
            plan.clientId(), "plan.tree-tested", plan.about(), Map.of("calls", contacts.size())));
    return test;
  }

  private void call(Plan plan, UUID test, int n, Contact contact) {
    UUID call = UUID.randomUUID();
    jdbc.sql(
            """
            insert into plan_tree_call (id, test_id, client_id, n, name, person_id, asked_at)
            values (:id, :test, :client, :n, :name, :person, :now)\
            """)
        .param("id", call)
        .param("test", test)
        .param("client", plan.clientId())
        .param("n", n)
        .param("name", contact.name())
        .param("person", contact.personId())
        .param("now", at(clock.instant()))
        .update();
    Audience audience =
        contact.personId() == null
            ? new Audience.Outside(contact.name(), contact.mail(), contact.phone())
            : new Audience.Persons(List.of(contact.personId()));
    events.publishEvent(
        new NoticeWanted(
            plan.clientId(),
            audience,
            Urgency.HIGH,
            "plan-tree-test",
            Map.of("plan", plan.title(), "name", contact.name(), "place", Integer.toString(n)),
            plan.about(),
            "plan-tree/" + call));
  }

  /// Notes that somebody answered. People with an account answer for themselves; the provider's
  /// people note what they heard on the phone.
  @Transactional
  void answered(UUID id, UUID test, UUID call, String note) {
    Plan plan = plans.require(id);
    Caller caller = Caller.current();
    Call called =
        tests(id).stream()
            .filter(one -> one.id().equals(test))
            .flatMap(one -> one.calls().stream())
            .filter(one -> one.id().equals(call))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("call", call));
    if (!caller.provides() && !caller.id().equals(called.personId())) {
      throw Problem.forbidden("只能确认发给自己的通知");
    }
    int noted =
        jdbc.sql(
                """
                update plan_tree_call set answered_at = :now, answered_by = :by, note = :note
                where id = :id and answered_at is null\
                """)
            .param("id", call)
            .param("now", at(clock.instant()))
            .param("by", caller.name())
            .param("note", note)
            .update();
    if (noted == 0) {
      throw Problem.conflict("already-answered", "已经确认过");
    }
    events.publishEvent(
        new Changed(
            plan.clientId(), "plan.call-answered", plan.about(), Map.of("name", called.name())));
  }

  List<Test> tests(UUID plan) {
    return jdbc.sql(
            "select * from plan_tree_test where plan_id = :plan order by started_at desc, id")
        .param("plan", plan)
        .query((row, _) ->
            new Test(
                Sql.uuid(row, "id"),
                row.getInt("version"),
                Sql.instant(row, "started_at"),
                Sql.text(row, "started_by"),
                calls(Sql.uuid(row, "id"))))
        .list();
  }

  private List<Call> calls(UUID test) {
    return jdbc.sql("select * from plan_tree_call where test_id = :test order by n")
        .param("test", test)
        .query((row, _) ->
            new Call(
                Sql.uuid(row, "id"),
                row.getInt("n"),
                Sql.text(row, "name"),
                Sql.uuidOrNull(row, "person_id"),
                Sql.instant(row, "asked_at"),
                Sql.instantOrNull(row, "answered_at"),
                row.getString("answered_by"),
                row.getString("note")))
        .list();
  }
}
