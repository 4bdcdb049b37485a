package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists that people named so as to find them again. A shared one is seen by those who work on the
/// same side for a client in common: never by the other side, never by another client's people.
@Repository
class TicketFilters {
  private final JdbcClient jdbc;
  private final Directory directory;

  TicketFilters(JdbcClient jdbc, Directory directory) {
    this.jdbc = jdbc;
    this.directory = directory;
  }

  /// A named list.
  ///
  /// @param query the list's parameters as they stand in its address, `state=open&kind=fault`
  /// @param mine whether it is the caller's own
  record Filter(UUID id, String name, String query, boolean shared, boolean mine) {}

  /// The caller's own and those that others share, by name.
  List<Filter> of(Caller caller) {
    return jdbc.sql(
            """
            select * from ticket_filter
            where person_id = :me or (shared and person_id = any(:others)) order by name, id\
            """)
        .param("me", caller.id())
        .param("others", colleagues(caller).toArray(UUID[]::new))
        .query((row, _) ->
            new Filter(
                Sql.uuid(row, "id"),
                Sql.text(row, "name"),
                Sql.text(row, "query"),
                row.getBoolean("shared"),
                Sql.uuid(row, "person_id").equals(caller.id())))
        .list();
  }

  private Set<UUID> colleagues(Caller caller) {
    return TenantScope.visible().stream()
        .map(directory::of)
        .flatMap(Collection::stream)
        .filter(card -> card.role().provides() == caller.provides())
        .map(PersonCard::id)
        .collect(Collectors.toSet());
  }

  /// @throws Problem 409 when the caller has one of this name
  void add(Caller caller, Filter filter, Instant now) {
    try {
      jdbc.sql(
              """
              insert into ticket_filter (id, person_id, name, query, shared, created_at)
              values (:id, :me, :name, :query, :shared, :now)\
              """)
          .param("id", filter.id())
          .param("me", caller.id())
          .param("name", filter.name())
          .param("query", filter.query())
          .param("shared", filter.shared())
          .param("now", Sql.at(now))
          .update();
    } catch (DuplicateKeyException _) {
      throw Problem.conflict("already-there", "已有同名的筛选，请换一个名称");
    }
  }

  /// @throws Problem 404 when the caller has no such list
  void change(Caller caller, Filter filter) {
    int changed =
        jdbc.sql(
                """
                update ticket_filter set name = :name, query = :query, shared = :shared
                where id = :id and person_id = :me\
                """)
            .param("id", filter.id())
            .param("me", caller.id())
            .param("name", filter.name())
            .param("query", filter.query())
            .param("shared", filter.shared())
            .update();
    if (changed == 0) {
      throw Problem.notFound("filter", filter.id());
    }
  }

  /// @throws Problem 404 when the caller has no such list
  void remove(Caller caller, UUID id) {
    int removed =
        jdbc.sql("delete from ticket_filter where id = :id and person_id = :me")
            .param("id", id)
            .param("me", caller.id())
            .update();
    if (removed == 0) {
      throw Problem.notFound("filter", id);
    }
  }
}
