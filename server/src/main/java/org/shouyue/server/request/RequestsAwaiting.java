package org.shouyue.server.request;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests that wait for somebody: for the provider's review, or for the client's written word.
@Component
class RequestsAwaiting implements Awaiting {
  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final InstantSource clock;

  RequestsAwaiting(JdbcClient jdbc, Contacts contacts, InstantSource clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.clock = clock;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    if (caller.role().provides()) {
      return waiting("review-request", List.of("submitted", "reviewing"), "");
    }
    if (!caller.role().isClients()) {
      return List.of();
    }
    return Stream.concat(
            waiting("confirm-request", List.of("warned"), "").stream(),
            waiting("confirm-done", List.of("accepted", "confirmed"), "resolved").stream())
        .filter(this::maySpeak)
        .toList();
  }

  private boolean maySpeak(Awaited request) {
    UUID id = UUID.fromString(request.link().substring(request.link().lastIndexOf('/') + 1));
    return Contacts.signs()
        || jdbc.sql("select contract_id from service_request where ticket_id = :id")
            .param("id", id)
            .query(UUID.class)
            .optional()
            .filter(contract -> contacts.me(request.clientId(), contract, clock.instant()) != null)
            .isPresent();
  }

  /// @param ticket the state of the ticket; empty for any
  private List<Awaited> waiting(String kind, List<String> states, String ticket) {
    return jdbc.sql(
            """
            select r.ticket_id, r.client_id, t.title, coalesce(
                (select max(s.at) from service_request_step s where s.ticket_id = r.ticket_id),
                r.received_at) as since
            from service_request r join ticket t on t.id = r.ticket_id
            where r.state in (:states) and (:ticket = '' or t.state = :ticket)
            order by since limit :most\
            """)
        .param("states", states)
        .param("ticket", ticket)
        .param("most", MOST)
        .query((row, _) ->
            new Awaited(
                kind,
                Sql.uuid(row, "client_id"),
                Sql.text(row, "title"),
                "/requests/" + Sql.uuid(row, "ticket_id"),
                Sql.instant(row, "since"),
                null))
        .list();
  }
}
