package org.shouyue.server.notify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What went out, to whom, how, and what came of it.
@RestController
@RequestMapping("/api")
class DeliveriesController {
  private static final String FROM =
      """
      delivery d join notice n on n.id = d.notice_id
        left join notice_channel c on c.id = d.channel_id\
      """;
  private static final String COLUMNS =
      "d.*, n.template, n.acknowledged_at, n.acknowledged_by, c.name as channel, c.kind as kind";

  private final JdbcClient jdbc;
  private final Deliveries deliveries;
  private final Pump pump;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final WallClock wall;

  DeliveriesController(
      JdbcClient jdbc,
      Deliveries deliveries,
      Pump pump,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      WallClock wall) {
    this.jdbc = jdbc;
    this.deliveries = deliveries;
    this.pump = pump;
    this.events = events;
    this.transactions = transactions;
    this.wall = wall;
  }

  /// One delivery in a list.
  ///
  /// @param address shortened for those who do not work for the provider
  record DeliveryItem(
      UUID id,
      UUID clientId,
      UUID noticeId,
      Instant createdAt,
      Urgency urgency,
      Means means,
      @Nullable String channel,
      @Nullable String kind,
      String recipient,
      String address,
      String title,
      String about,
      String template,
      DeliveryState state,
      int attempts,
      @Nullable Instant sentAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant readAt,
      @Nullable String providerId,
      @Nullable String reason,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {}

  @GetMapping("/deliveries")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR, Role.CLIENT_SIGNATORY})
  Page<DeliveryItem> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String means,
      @RequestParam(required = false) @Nullable String urgency,
      @RequestParam(required = false) @Nullable String about,
      @RequestParam(required = false) @Nullable UUID notice,
      PageRequest request) {
    return new Listing(jdbc, COLUMNS, FROM, "d.created_at desc, d.id")
        .where("d.client_id = :client", "client", client)
        .where("d.state = any(string_to_array(:state, ','))", "state", state)
        .where("d.means = :means", "means", means)
        .where("d.urgency = :urgency", "urgency", urgency)
        .where("d.about = :about", "about", about)
        .where("d.notice_id = :notice", "notice", notice)
        .search("d.title", "d.recipient", "d.address", "d.body")
        .sort("createdAt", "d.created_at")
        .sort("state", "d.state")
        .sort("recipient", "d.recipient")
        .sort("attempts", "d.attempts")
        .page(request, DeliveriesController::item);
  }

  /// One try.
  record Attempt(
      int n,
      Instant at,
      @Nullable Integer tookMillis,
      @Nullable String outcome,
      @Nullable String code,
      @Nullable String said) {}

  /// One delivery with its text and all tries.
  ///
  /// @param proven whether it was kept as evidence in the client's own chain that it went out
  record DeliveryPage(
      @JsonUnwrapped DeliveryItem delivery, String body, List<Attempt> tries, boolean proven) {}

  @GetMapping("/deliveries/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR, Role.CLIENT_SIGNATORY})
  DeliveryPage one(@PathVariable UUID id) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + ", d.proof and d.state in ('sent', 'delivered') as proven from "
                + FROM
                + " where d.id = :id")
        .param("id", id)
        .query((row, n) ->
            new DeliveryPage(
                item(row, n), Sql.text(row, "body"), attempts(id), row.getBoolean("proven")))
        .optional()
        .orElseThrow(() -> Problem.notFound("delivery", id));
  }

  private List<Attempt> attempts(UUID id) {
    return jdbc.sql("select * from delivery_attempt where delivery_id = :id order by at, n")
        .param("id", id)
        .query((row, _) ->
            new Attempt(
                row.getInt("n"),
                Sql.instant(row, "at"),
                row.getObject("took_millis", Integer.class),
                row.getString("outcome"),
                row.getString("code"),
                row.getString("said")))
        .list();
  }

  /// Queues once more what was given up.
  @PostMapping("/deliveries/{id}/retry")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DeliveryPage retry(@PathVariable UUID id) {
    Delivery delivery = deliveries.find(id).orElseThrow(() -> Problem.notFound("delivery", id));
    transactions.executeWithoutResult(_ -> {
      if (delivery.channelId() == null || !deliveries.retry(id, wall.instant())) {
        throw Problem.conflict("not-given-up", "只有已放弃的投递才能重发；请刷新后再看");
      }
      events.publishEvent(
          new Changed(
              delivery.clientId(),
              "delivery.retried",
              "delivery/" + id,
              Map.of("by", Caller.current().name())));
      pump.wakeAfterCommit(java.util.Set.of(delivery.channelId()));
    });
    return one(id);
  }

  /// A notice and how many of its deliveries are where.
  ///
  /// @param reached sent, delivered or gathered
  record NoticeItem(
      UUID id,
      UUID clientId,
      Instant createdAt,
      Urgency urgency,
      String template,
      String title,
      String about,
      int total,
      int reached,
      int waiting,
      int failed,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {}

  @GetMapping("/notices")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.AUDITOR, Role.CLIENT_SIGNATORY})
  Page<NoticeItem> notices(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String urgency,
      @RequestParam(required = false) @Nullable String about,
      PageRequest request) {
    return new Listing(
            jdbc,
            """
            n.*, (select count(*) from delivery d where d.notice_id = n.id) as total,
            (select count(*) from delivery d where d.notice_id = n.id
              and d.state in ('sent', 'delivered', 'gathered')) as reached,
            (select count(*) from delivery d where d.notice_id = n.id
              and d.state in ('queued', 'sending')) as waiting,
            (select count(*) from delivery d where d.notice_id = n.id
              and d.state in ('failed', 'expired')) as failed
            """,
            "notice n",
            "n.created_at desc, n.id")
        .where("n.client_id = :client", "client", client)
        .where("n.urgency = :urgency", "urgency", urgency)
        .where("n.about = :about", "about", about)
        .search("n.title", "n.template", "n.about")
        .sort("createdAt", "n.created_at")
        .page(
            request,
            (row, _) ->
                new NoticeItem(
                    Sql.uuid(row, "id"),
                    Sql.uuid(row, "client_id"),
                    Sql.instant(row, "created_at"),
                    Urgency.of(Sql.text(row, "urgency")),
                    Sql.text(row, "template"),
                    Sql.text(row, "title"),
                    Sql.text(row, "about"),
                    row.getInt("total"),
                    row.getInt("reached"),
                    row.getInt("waiting"),
                    row.getInt("failed"),
                    Sql.instantOrNull(row, "acknowledged_at"),
                    row.getString("acknowledged_by")));
  }

  private static DeliveryItem item(ResultSet row, int number) throws SQLException {
    boolean provides = Caller.ifPresent().map(Caller::provides).orElse(false);
    String address = Sql.text(row, "address");
    return new DeliveryItem(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "notice_id"),
        Sql.instant(row, "created_at"),
        Urgency.of(Sql.text(row, "urgency")),
        Means.of(Sql.text(row, "means")),
        row.getString("channel"),
        row.getString("kind"),
        Sql.text(row, "recipient"),
        provides || address.length() < 4
            ? address
            : "****" + address.substring(address.length() - 4),
        Sql.text(row, "title"),
        Sql.text(row, "about"),
        Sql.text(row, "template"),
        DeliveryState.of(Sql.text(row, "state")),
        row.getInt("attempts"),
        Sql.instantOrNull(row, "sent_at"),
        Sql.instantOrNull(row, "delivered_at"),
        Sql.instantOrNull(row, "read_at"),
        row.getString("provider_id"),
        row.getString("reason"),
        Sql.instantOrNull(row, "acknowledged_at"),
        row.getString("acknowledged_by"));
  }
}
