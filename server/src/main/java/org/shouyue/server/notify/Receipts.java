package org.shouyue.server.notify;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// What providers report afterwards: that a short message arrived, that a call was answered, which
/// digit was pressed. Pressing 1 acknowledges the notice.
@Service
class Receipts {
  private static final String ACKNOWLEDGING = "1";

  private final JdbcClient jdbc;
  private final Deliveries deliveries;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final WallClock wall;

  Receipts(
      JdbcClient jdbc,
      Deliveries deliveries,
      ApplicationEventPublisher events,
      InstantSource clock,
      WallClock wall) {
    this.jdbc = jdbc;
    this.deliveries = deliveries;
    this.events = events;
    this.clock = clock;
    this.wall = wall;
  }

  /// One report.
  ///
  /// @param outId our own identifier, as it came back; empty when it did not
  /// @param providerId the provider's; empty likewise
  /// @param arrived whether it reached the recipient
  /// @param digit what was pressed; empty for nothing
  record Report(
      String outId, String providerId, boolean arrived, String code, String said, String digit) {}

  /// Reads the reports of a provider, whatever their form: Alibaba's and Tencent's lists, or one
  /// object `{"id", "state", "digit"}` for a gateway of one's own.
  static List<Report> read(JsonNode body, @Nullable UUID delivery) {
    List<Report> reports = new ArrayList<>();
    for (JsonNode one : body.isArray() ? body : List.of(body)) {
      String code = first(one, "status_code", "err_code", "report_status", "state", "status");
      boolean arrived =
          one.path("success").asBoolean(false)
              || List.of("200000", "SUCCESS", "answered", "delivered", "ok", "DELIVERED")
                  .contains(code);
      String id = first(one, "out_id", "id", "session_context");
      reports.add(
          new Report(
              id.isEmpty() && delivery != null ? delivery.toString() : id,
              first(one, "call_id", "biz_id", "sid", "provider_id"),
              arrived,
              code,
              first(one, "status_msg", "err_msg", "description", "message"),
              first(one, "dtmf", "digit", "key")));
    }
    return reports;
  }

  private static String first(JsonNode one, String... names) {
    for (String name : names) {
      String value = one.path(name).asString("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /// Writes a report down; false when it is about nothing of ours.
  @Transactional
  boolean take(UUID channel, Report report) {
    Delivery delivery = find(channel, report).orElse(null);
    if (delivery == null) {
      return false;
    }
    jdbc.sql(
            """
            insert into delivery_attempt (delivery_id, n, client_id, channel_id, node, at, outcome,
              code, said)
            select :id, 1000 + count(*), :client, :channel, :channel, :at, 'receipt', :code, :said
            from delivery_attempt where delivery_id = :id
            """)
        .param("id", delivery.id())
        .param("client", delivery.clientId())
        .param("channel", channel)
        .param("at", Sql.at(wall.instant()))
        .param("code", report.code())
        .param("said", report.digit().isEmpty() ? report.said() : "按键 " + report.digit())
        .update();
    if (report.arrived()) {
      jdbc.sql(
              """
              update delivery set state = 'delivered', delivered_at = :at
              where id = :id and state in ('sent', 'sending')
              """)
          .param("id", delivery.id())
          .param("at", Sql.at(wall.instant()))
          .update();
    } else {
      jdbc.sql("update delivery set reason = :reason where id = :id")
          .param("id", delivery.id())
          .param("reason", report.code() + " " + report.said())
          .update();
    }
    if (report.digit().equals(ACKNOWLEDGING)) {
      acknowledge(delivery, "digit");
      deliveries.gatheredInto(delivery.id()).forEach(one -> acknowledge(one, "digit"));
    }
    return true;
  }

  private Optional<Delivery> find(UUID channel, Report report) {
    Optional<Delivery> ours =
        report.outId().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
            ? deliveries
                .find(UUID.fromString(report.outId()))
                .filter(one -> channel.equals(one.channelId()))
            : Optional.empty();
    return ours.isPresent() || report.providerId().isEmpty()
        ? ours
        : deliveries.byProviderId(channel, report.providerId());
  }

  /// Notes that a notice was heard; the first counts.
  ///
  /// @return the name of who was first
  @Transactional
  String acknowledge(Delivery delivery, String how) {
    boolean first =
        jdbc.sql(
                    """
                    update notice set acknowledged_at = :at, acknowledged_by = :who,
                      acknowledged_how = :how
                    where id = :id and acknowledged_at is null
                    """)
                .param("id", delivery.noticeId())
                .param("at", Sql.at(clock.instant()))
                .param("who", delivery.recipient())
                .param("how", how)
                .update()
            == 1;
    if (!first) {
      return jdbc.sql("select acknowledged_by from notice where id = :id")
          .param("id", delivery.noticeId())
          .query(String.class)
          .single();
    }
    String key =
        jdbc.sql("select key from notice where id = :id")
            .param("id", delivery.noticeId())
            .query(String.class)
            .single();
    events.publishEvent(
        new NoticeAcknowledged(
            delivery.clientId(),
            delivery.noticeId(),
            delivery.about(),
            key,
            delivery.recipient(),
            how,
            clock.instant()));
    return delivery.recipient();
  }
}
