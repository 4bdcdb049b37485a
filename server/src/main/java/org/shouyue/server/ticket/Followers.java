package org.shouyue.server.ticket;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who works on a ticket and who follows it. Callers bring the transaction.
@Repository
class Followers {
  private final JdbcClient jdbc;
  private final Directory directory;

  Followers(JdbcClient jdbc, Directory directory) {
    this.jdbc = jdbc;
    this.directory = directory;
  }

  /// Everybody who is to hear of news: the assignee and the watchers, once each.
  ///
  /// @param inner only the provider's people
  List<UUID> of(Ticket ticket, boolean inner) {
    Set<UUID> people = new LinkedHashSet<>(watchers(ticket.id()));
    UUID assignee = assignees(List.of(ticket.id())).get(ticket.id());
    if (assignee != null) {
      people.add(assignee);
    }
    Set<UUID> ofClient =
        directory.of(ticket.clientId()).stream()
            .filter(card -> !inner || card.role().provides())
            .map(PersonCard::id)
            .collect(Collectors.toSet());
    return people.stream().filter(ofClient::contains).toList();
  }

  List<UUID> watchers(UUID ticket) {
    return jdbc.sql("select person_id from ticket_watcher where ticket_id = :ticket")
        .param("ticket", ticket)
        .query((row, _) -> Sql.uuid(row, "person_id"))
        .list();
  }

  void watch(Ticket ticket, UUID person, boolean on) {
    String sql =
        on
            ? """
            insert into ticket_watcher (ticket_id, person_id, client_id)
            values (:ticket, :person, :client) on conflict do nothing\
            """
            : """
            delete from ticket_watcher
            where ticket_id = :ticket and person_id = :person and client_id = :client\
            """;
    jdbc.sql(sql)
        .param("ticket", ticket.id())
        .param("person", person)
        .param("client", ticket.clientId())
        .update();
  }

  void assign(UUID ticket, @Nullable UUID person) {
    jdbc.sql("update ticket set assignee = :person where id = :ticket")
        .param("person", person)
        .param("ticket", ticket)
        .update();
  }

  /// The account that works on each of these tickets; nothing for those that nobody works on.
  Map<UUID, UUID> assignees(Collection<UUID> tickets) {
    return tickets.isEmpty()
        ? Map.of()
        : jdbc
            .sql("select id, assignee from ticket where id = any(:ids) and assignee is not null")
            .param("ids", tickets.toArray(UUID[]::new))
            .query((row, _) -> Map.entry(Sql.uuid(row, "id"), Sql.uuid(row, "assignee")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
