package org.shouyue.server.secrecy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The named people of the contracts in scope. The client is told of every change.
@Repository
class NamedPeople {
  private static final String COLUMNS =
      """
      n.*, c.name as client_name, k.title as contract_title, coalesce((
        select case when u.withdrawn_at is not null then 'withdrawn'
          when u.until is not null and u.until <= :now then 'expired' else 'in-force' end
        from undertaking u where u.client_id = n.client_id and u.person_id = n.person_id
        order by u.withdrawn_at is null desc, u.until desc nulls first, u.signed_at desc limit 1),
        'missing') as undertaking\
      """;
  private static final String TABLES =
      "named_person n join client c on c.id = n.client_id join contract k on k.id = n.contract_id";

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  NamedPeople(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// What a list is narrowed to.
  record Wanted(@Nullable UUID client, @Nullable UUID contract, @Nullable String state) {}

  Page<NamedPerson> page(Wanted wanted, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "n.proposed_at desc, n.id")
        .with("now", Sql.at(clock.instant()))
        .where("n.client_id = :client", "client", wanted.client())
        .where("n.contract_id = :contract", "contract", wanted.contract())
        .where("n.state = :state", "state", wanted.state())
        .search("n.person_name", "n.duty", "k.title")
        .sort("personName", "n.person_name")
        .sort("proposedAt", "n.proposed_at")
        .sort("state", "n.state")
        .page(request, NamedPeople::person);
  }

  Optional<NamedPerson> find(UUID id) {
    return jdbc.sql("select %s from %s where n.id = :id".formatted(COLUMNS, TABLES))
        .param("now", Sql.at(clock.instant()))
        .param("id", id)
        .query(NamedPeople::person)
        .optional();
  }

  /// Names a person for a contract.
  ///
  /// @throws Problem 409 when they are named already
  @Transactional
  NamedPerson propose(Agreement agreement, PersonCard person, String duty) {
    UUID id = UUID.randomUUID();
    try {
      jdbc.sql(
              """
              insert into named_person (id, client_id, contract_id, person_id, person_name, duty,
                state, proposed_at, proposed_by)
              values (:id, :client, :contract, :person, :name, :duty, 'proposed', :at, :by)\
              """)
          .param("id", id)
          .param("client", agreement.clientId())
          .param("contract", agreement.id())
          .param("person", person.id())
          .param("name", person.name())
          .param("duty", duty)
          .param("at", Sql.at(clock.instant()))
          .param("by", Caller.current().name())
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.conflict("already-named", person.name() + " 已在该合同的人员名单中");
    }
    NamedPerson named = require(id);
    tell(named, "named-person.proposed", "待批准加入", Role.CLIENT_SIGNATORY);
    return named;
  }

  /// The client's answer.
  @Transactional
  NamedPerson decide(UUID id, boolean approved, @Nullable String remark) {
    String to = approved ? "approved" : "refused";
    NamedPerson named = move(id, "proposed", to, remark);
    tell(named, "named-person." + to, approved ? "已获批准" : "未获批准", Role.PROVIDER_MANAGER);
    return named;
  }

  /// Takes a person off the list.
  @Transactional
  NamedPerson remove(UUID id, String reason) {
    NamedPerson named = move(id, "approved", "removed", reason);
    tell(named, "named-person.removed", "退出", Role.CLIENT_SIGNATORY);
    return named;
  }

  private NamedPerson move(UUID id, String from, String to, @Nullable String remark) {
    NamedPerson before = require(id);
    int changed =
        jdbc.sql(
                """
                update named_person
                set state = :to, decided_at = :at, decided_by = :by, remark = :remark
                where id = :id and (state = :from or :to = 'removed' and state = 'proposed')\
                """)
            .param("to", to)
            .param("at", Sql.at(clock.instant()))
            .param("by", Caller.current().name())
            .param("remark", remark)
            .param("id", id)
            .param("from", from)
            .update();
    if (changed == 0) {
      throw Problem.conflict("wrong-state", "该人员目前的状态（%s）不能这样处理".formatted(before.state()));
    }
    return require(id);
  }

  NamedPerson require(UUID id) {
    return find(id).orElseThrow(() -> Problem.notFound("named person", id));
  }

  private void tell(NamedPerson named, String action, String change, Role audience) {
    String remark = named.remark() == null ? "" : named.remark();
    Instant at = named.decidedAt() == null ? named.proposedAt() : named.decidedAt();
    String about = "named-person/" + named.id();
    events.publishEvent(
        new Changed(
            named.clientId(),
            action,
            about,
            Map.of("person", named.personName(), "duty", named.duty(), "remark", remark)));
    events.publishEvent(
        new NoticeWanted(
            named.clientId(),
            new Audience.OfRole(audience),
            Urgency.NORMAL,
            "secrecy-person-changed",
            Map.of(
                "client",
                named.clientName(),
                "contract",
                named.contractTitle() == null ? "合同" : named.contractTitle(),
                "person",
                named.personName(),
                "duty",
                named.duty(),
                "change",
                change,
                "remark",
                remark),
            about,
            action + "/" + named.id() + "/" + at));
  }

  private static NamedPerson person(ResultSet row, int number) throws SQLException {
    return new NamedPerson(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.uuid(row, "contract_id"),
        row.getString("contract_title"),
        Sql.uuid(row, "person_id"),
        Sql.text(row, "person_name"),
        Sql.text(row, "duty"),
        Sql.text(row, "state"),
        Sql.instant(row, "proposed_at"),
        Sql.text(row, "proposed_by"),
        Sql.instantOrNull(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("remark"),
        Sql.text(row, "undertaking"));
  }
}
