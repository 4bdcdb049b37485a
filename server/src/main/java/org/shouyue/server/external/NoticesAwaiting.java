package org.shouyue.server.external;

import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notices that wait for the provider's answer.
@Component
class NoticesAwaiting implements Awaiting {
  private final JdbcClient jdbc;

  NoticesAwaiting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    return caller.role().provides() ? unanswered() : List.of();
  }

  private List<Awaited> unanswered() {
    return jdbc.sql(
            """
            select x.*, t.title from external_notice x join ticket t on t.id = x.ticket_id
            where x.sent_at is null order by x.answer_due limit :most\
            """)
        .param("most", MOST)
        .query((row, number) -> {
          Notice notice = NoticeRows.row(row, number);
          return new Awaited(
              "answer-notice",
              notice.clientId(),
              Sql.text(row, "title"),
              "/external/" + notice.ticketId(),
              notice.receivedAt(),
              notice.answerDue());
        })
        .list();
  }
}
