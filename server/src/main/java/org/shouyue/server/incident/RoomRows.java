package org.shouyue.server.incident;

import static org.shouyue.server.sql.Sql.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What belongs to a room beside its incident: people, assets, indicators, follow-up tickets.
/// Callers bring the transaction.
@Repository
class RoomRows {
  private final JdbcClient jdbc;

  RoomRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Member(UUID personId, String name, RoomRole role, Instant joinedAt) {}

  record Indicator(
      UUID id, IndicatorType type, String value, String note, Instant addedAt, String addedBy) {}

  /// An incident that knows the same trace.
  record SeenIn(UUID incident, String number, IndicatorType type, String value) {}

  void addAsset(Incident incident, UUID asset) {
    jdbc.sql(
            """
            insert into incident_asset (incident_id, asset_id, client_id)
            values (:incident, :asset, :client) on conflict do nothing\
            """)
        .param("incident", incident.id())
        .param("asset", asset)
        .param("client", incident.clientId())
        .update();
  }

  List<UUID> assets(UUID incident) {
    return jdbc.sql("select asset_id from incident_asset where incident_id = :incident")
        .param("incident", incident)
        .query((row, _) -> Sql.uuid(row, "asset_id"))
        .list();
  }

  /// False when the person has that role already.
  boolean addMember(Incident incident, Member member, String by) {
    return jdbc.sql(
                """
                insert into incident_member (incident_id, person_id, client_id, role, joined_at,
                  added_by)
                values (:incident, :person, :client, :role, :at, :by) on conflict do nothing\
                """)
            .param("incident", incident.id())
            .param("person", member.personId())
            .param("client", incident.clientId())
            .param("role", member.role().code())
            .param("at", at(member.joinedAt()))
            .param("by", by)
            .update()
        == 1;
  }

  boolean removeMember(UUID incident, UUID person, RoomRole role) {
    return jdbc.sql(
                """
                delete from incident_member
                where incident_id = :incident and person_id = :person and role = :role\
                """)
            .param("incident", incident)
            .param("person", person)
            .param("role", role.code())
            .update()
        == 1;
  }

  List<Member> members(UUID incident) {
    return jdbc.sql(
            """
            select m.*, p.name from incident_member m join person p on p.id = m.person_id
            where m.incident_id = :incident order by m.joined_at, p.name, m.role\
            """)
        .param("incident", incident)
        .query((row, _) ->
            new Member(
                Sql.uuid(row, "person_id"),
                Sql.text(row, "name"),
                RoomRole.of(Sql.text(row, "role")),
                Sql.instant(row, "joined_at")))
        .list();
  }

  /// False when it is known already.
  boolean addIndicator(Incident incident, Indicator indicator) {
    return jdbc.sql(
                """
                insert into incident_indicator (id, incident_id, client_id, type, value, note,
                  added_at, added_by)
                values (:id, :incident, :client, :type, :value, :note, :at, :by)
                on conflict do nothing\
                """)
            .param("id", indicator.id())
            .param("incident", incident.id())
            .param("client", incident.clientId())
            .param("type", indicator.type().code())
            .param("value", indicator.value())
            .param("note", indicator.note())
            .param("at", at(indicator.addedAt()))
            .param("by", indicator.addedBy())
            .update()
        == 1;
  }

  List<Indicator> indicators(UUID incident) {
    return jdbc.sql(
            """
            select * from incident_indicator where incident_id = :incident order by added_at, id\
            """)
        .param("incident", incident)
        .query((row, _) ->
            new Indicator(
                Sql.uuid(row, "id"),
                IndicatorType.of(Sql.text(row, "type")),
                Sql.text(row, "value"),
                Sql.text(row, "note"),
                Sql.instant(row, "added_at"),
                Sql.text(row, "added_by")))
        .list();
  }

  /// Other incidents of the clients in scope that know one of this incident's traces.
  List<SeenIn> seenElsewhere(UUID incident) {
    return jdbc.sql(
            """
            select o.incident_id, i.number, o.type, o.value
            from incident_indicator m
            join incident_indicator o on o.client_id = m.client_id and o.type = m.type
              and o.value = m.value and o.incident_id <> m.incident_id
            join incident i on i.id = o.incident_id
            where m.incident_id = :incident order by i.number, o.value\
            """)
        .param("incident", incident)
        .query((row, _) ->
            new SeenIn(
                Sql.uuid(row, "incident_id"),
                Sql.text(row, "number"),
                IndicatorType.of(Sql.text(row, "type")),
                Sql.text(row, "value")))
        .list();
  }

  void addFollowUp(Incident incident, UUID ticket) {
    jdbc.sql(
            """
            insert into incident_follow_up (incident_id, ticket_id, client_id)
            values (:incident, :ticket, :client)\
            """)
        .param("incident", incident.id())
        .param("ticket", ticket)
        .param("client", incident.clientId())
        .update();
  }

  List<UUID> followUps(UUID incident) {
    return jdbc.sql("select ticket_id from incident_follow_up where incident_id = :incident")
        .param("incident", incident)
        .query((row, _) -> Sql.uuid(row, "ticket_id"))
        .list();
  }
}
