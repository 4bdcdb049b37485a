package org.shouyue.server.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The queue, in rows.
@Repository
class Deliveries {
  /// Longer than any peer is waited for.
  static final Duration LEASE = Duration.ofSeconds(60);

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Deliveries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Adds the notice; false when the client has one with this key already.
  boolean addNotice(UUID id, NoticeWanted wanted, String title, Instant now) {
    return jdbc.sql(
                """
                insert into notice (id, client_id, key, template, urgency, about, title, created_at)
                values (:id, :client, :key, :template, :urgency, :about, :title, :at)
                on conflict (client_id, key) do nothing
                """)
            .param("id", id)
            .param("client", wanted.clientId())
            .param("key", wanted.key())
            .param("template", wanted.template())
            .param("urgency", wanted.urgency().code())
            .param("about", wanted.about())
            .param("title", title)
            .param("at", Sql.at(now))
            .update()
        == 1;
  }

  /// Adds these notices.
  ///
  /// @return the identifiers of those whose client had none with their key
  Set<UUID> addNotices(List<Together.Told> told, Instant now) {
    if (told.isEmpty()) {
      return Set.of();
    }
    List<Map<String, Object>> rows =
        told.stream()
            .map(one ->
                Map.<String, Object>of(
                    "id", one.id(),
                    "client_id", one.wanted().clientId(),
                    "key", one.wanted().key(),
                    "template", one.wanted().template(),
                    "urgency", one.wanted().urgency().code(),
                    "about", one.wanted().about(),
                    "title", one.title()))
            .toList();
    return Set.copyOf(
        jdbc.sql(
                """
                insert into notice (id, client_id, key, template, urgency, about, title, created_at)
                select id, client_id, key, template, urgency, about, title, :at
                from json_populate_recordset(null::notice, :rows::json)
                on conflict (client_id, key) do nothing returning id
                """)
            .param("rows", json.writeValueAsString(rows))
            .param("at", Sql.at(now))
            .query((row, _) -> Sql.uuid(row, "id"))
            .list());
  }

  /// @param now real time
  void addAll(List<Delivery> made, Instant now) {
    if (made.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into delivery (id, client_id, notice_id, channel_id, means, person_id, target,
              recipient, address, locale, title, body, about, urgency, rank, digest, proof, state,
              created_at, not_before, next_at, expires_at, delivered_at)
            select id, client_id, notice_id, channel_id, means, person_id, target,
              recipient, address, locale, title, body, about, urgency, rank, digest, proof, state,
              created_at, not_before, :now, expires_at,
              case when state = 'delivered' then created_at end
            from json_populate_recordset(null::delivery, :rows::json)
            on conflict (notice_id, means, target, channel_id) do nothing
            """)
        .param("rows", json.writeValueAsString(made.stream().map(Deliveries::columns).toList()))
        .param("now", Sql.at(now))
        .update();
  }

  private static Map<String, @Nullable Object> columns(Delivery one) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("id", one.id());
    columns.put("client_id", one.clientId());
    columns.put("notice_id", one.noticeId());
    columns.put("channel_id", one.channelId());
    columns.put("means", one.means().code());
    columns.put("person_id", one.personId());
    columns.put("target", one.target());
    columns.put("recipient", one.recipient());
    columns.put("address", one.address());
    columns.put("locale", one.locale());
    columns.put("title", one.title());
    columns.put("body", one.body());
    columns.put("about", one.about());
    columns.put("urgency", one.urgency().code());
    columns.put("rank", rank(one.urgency()));
    columns.put("digest", one.digest());
    columns.put("proof", one.proof());
    columns.put("state", one.state().code());
    columns.put("created_at", one.createdAt().toString());
    columns.put("not_before", one.notBefore().toString());
    columns.put("expires_at", one.expiresAt().toString());
    return columns;
  }

  /// Whether this recipient was called or sent a message about this thing, as a disaster, since
  /// then.
  boolean rang(NoticeWanted wanted, String target, Means means, Instant since) {
    return jdbc.sql(
            """
            select exists (select from delivery
              where client_id = :client and created_at > :since and about = :about
                and target = :target and means = :means and urgency = 'disaster'
                and state in ('queued', 'sending', 'sent', 'delivered'))
            """)
        .param("client", wanted.clientId())
        .param("since", Sql.at(since))
        .param("about", wanted.about())
        .param("target", target)
        .param("means", means.code())
        .query(Boolean.class)
        .single();
  }

  /// What goes out first among what waits for one channel.
  private static int rank(Urgency urgency) {
    return switch (urgency) {
      case DISASTER -> 0;
      case HIGH -> 1;
      case NORMAL -> 2;
      case LOW -> 3;
    };
  }

  /// The channels that have something to send now.
  List<UUID> dueChannels(Instant now, Instant business) {
    return jdbc.sql(
            """
            select distinct channel_id from delivery d
            where state in ('queued', 'sending') and next_at <= :now and not_before <= :business
              and (state = 'queued' or lease_until < :now
                or node not in (select id from notice_node where seen_at > :alive))
            """)
        .param("now", Sql.at(now))
        .param("business", Sql.at(business))
        .param("alive", Sql.at(now.minus(Nodes.DEAD_AFTER)))
        .query((row, _) -> Sql.uuid(row, "channel_id"))
        .list();
  }

  /// What a node takes in hand.
  ///
  /// @param now real time
  /// @param business the business clock's
  /// @param lastCall whoever was called for a client after this is not called now, and is called
  ///   once for all that waits; null where each message goes by itself
  record Claim(
      UUID channel,
      UUID node,
      int most,
      Instant now,
      Instant business,
      @Nullable Instant lastCall) {}

  /// Takes up to this many due messages of a channel in hand, most urgent first, and writes down
  /// that they are about to be sent. Within a transaction; two nodes never get the same. Of those
  /// that are gathered, the first for each recipient stands for all.
  List<Delivery> claim(Claim claim) {
    return jdbc.sql(
            """
            with due as (
              select id from delivery
              where channel_id = :channel and state in ('queued', 'sending') and next_at <= :now
                and not_before <= :business
                and (state = 'queued' or lease_until < :now
                  or node not in (select id from notice_node where seen_at > :alive))
                and (state = 'sending' or not (digest or :lastCall::timestamptz is not null)
                  or id = (
                    select f.id from delivery f
                    where f.channel_id = :channel and f.client_id = delivery.client_id
                      and f.target = delivery.target and f.digest = delivery.digest
                      and f.state = 'queued' and f.next_at <= :now and f.not_before <= :business
                    order by f.created_at, f.id limit 1))
                and (:lastCall::timestamptz is null or state = 'sending' or not exists (
                  select from delivery_attempt a join delivery o on o.id = a.delivery_id
                  where a.channel_id = :channel and a.client_id = delivery.client_id
                    and a.at > :lastCall
                    and o.target = delivery.target and o.id <> delivery.id
                    and (a.outcome is null or a.outcome = 'taken')))
              order by rank, next_at limit :most for update skip locked),
            taken as (
              update delivery d set state = 'sending', node = :node, lease_until = :lease,
                attempts = attempts + 1
              from due where d.id = due.id returning d.*),
            noted as (
              insert into delivery_attempt (delivery_id, n, client_id, channel_id, node, at)
              select id, attempts, client_id, channel_id, :node, :now from taken)
            select * from taken order by rank, next_at
            """)
        .param("channel", claim.channel())
        .param("node", claim.node())
        .param("most", claim.most())
        .param("now", Sql.at(claim.now()))
        .param("business", Sql.at(claim.business()))
        .param("lastCall", claim.lastCall() == null ? null : Sql.at(claim.lastCall()))
        .param("alive", Sql.at(claim.now().minus(Nodes.DEAD_AFTER)))
        .param("lease", Sql.at(claim.now().plus(LEASE)))
        .query(Deliveries::delivery)
        .list();
  }

  /// Gathers what waits for the same recipient of the same client by the same channel into one
  /// message, and returns all that is gathered in it. Only before it is sent the first time: under
  /// one identifier a peer hears one text.
  List<Delivery> gather(Delivery into, Instant business) {
    if (into.attempts() > 1) {
      return gatheredInto(into.id());
    }
    jdbc.sql(
            """
            update delivery set state = 'gathered', gathered_into = :into
            where id in (select id from delivery
              where channel_id = :channel and client_id = :client and target = :target
                and digest = :digest
                and state = 'queued' and not_before <= :business and id <> :into for update skip locked)
            """)
        .param("into", into.id())
        .param("channel", into.channelId())
        .param("target", into.target())
        .param("digest", into.digest())
        .param("client", into.clientId())
        .param("business", Sql.at(business))
        .update();
    return gatheredInto(into.id());
  }

  /// What goes out within this one.
  List<Delivery> gatheredInto(UUID into) {
    return jdbc.sql("select * from delivery where gathered_into = :into order by created_at, id")
        .param("into", into)
        .query(Deliveries::delivery)
        .list();
  }

  /// What came of an attempt.
  ///
  /// @param nextAt when it is tried again; null when it is not
  /// @param at real time
  record Ended(
      DeliveryState state,
      String outcome,
      String code,
      String said,
      @Nullable String providerId,
      @Nullable Instant nextAt,
      Instant at,
      long tookMillis) {}

  /// Writes what came of the present attempt; false when another node took the message over.
  boolean end(Delivery delivery, Ended ended) {
    jdbc.sql(
            """
            update delivery_attempt set outcome = :outcome, code = :code, said = :said,
              took_millis = :took
            where delivery_id = :id and n = :n
            """)
        .param("id", delivery.id())
        .param("n", delivery.attempts())
        .param("outcome", ended.outcome())
        .param("code", ended.code())
        .param("said", ended.said())
        .param("took", ended.tookMillis())
        .update();
    if (ended.state() == DeliveryState.FAILED) {
      jdbc.sql(
              """
              update delivery set state = 'failed', reason = :said
              where gathered_into = :id and state = 'gathered'
              """)
          .param("id", delivery.id())
          .param("said", ended.code() + " " + ended.said())
          .update();
    }
    return jdbc.sql(
                """
                update delivery set state = :state, next_at = coalesce(:next, next_at),
                  provider_id = coalesce(:provider, provider_id), lease_until = null, node = null,
                  sent_at = case when :state = 'sent' then :at else sent_at end,
                  reason = case when :state = 'sent' then null else :said end
                where id = :id and attempts = :n and state = 'sending'
                """)
            .param("id", delivery.id())
            .param("n", delivery.attempts())
            .param("state", ended.state().code())
            .param("next", ended.nextAt() == null ? null : Sql.at(ended.nextAt()))
            .param("provider", ended.providerId())
            .param("at", Sql.at(ended.at()))
            .param("said", ended.code() + " " + ended.said())
            .update()
        == 1;
  }

  /// Gives up what is too old, unless somebody has it in hand.
  int expire(Instant now) {
    return jdbc.sql(
            """
            update delivery set state = 'expired', reason = '超过最长保留时间仍未送出'
            where state = 'queued' and expires_at < :now
            """)
        .param("now", Sql.at(now))
        .update();
  }

  /// Queues what was given up once more; false when it was not given up.
  boolean retry(UUID id, Instant now) {
    jdbc.sql(
            """
            update delivery set state = 'gathered', reason = null
            where gathered_into = :id and state = 'failed'
            """)
        .param("id", id)
        .update();
    return jdbc.sql(
                """
                update delivery set state = 'queued', next_at = :now, expires_at = :expires,
                  reason = null, gathered_into = null
                where id = :id and state in ('failed', 'expired')
                """)
            .param("id", id)
            .param("now", Sql.at(now))
            .param("expires", Sql.at(now.plus(Duration.ofHours(1))))
            .update()
        == 1;
  }

  Optional<Delivery> find(UUID id) {
    return jdbc.sql("select * from delivery where id = :id")
        .param("id", id)
        .query(Deliveries::delivery)
        .optional();
  }

  /// The one that a provider knows by this name.
  Optional<Delivery> byProviderId(UUID channel, String providerId) {
    return jdbc.sql(
            "select * from delivery where channel_id = :channel and provider_id = :id limit 1")
        .param("channel", channel)
        .param("id", providerId)
        .query(Deliveries::delivery)
        .optional();
  }

  static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "notice_id"),
        Sql.uuidOrNull(row, "channel_id"),
        Means.of(Sql.text(row, "means")),
        Sql.uuidOrNull(row, "person_id"),
        Sql.text(row, "target"),
        Sql.text(row, "recipient"),
        Sql.text(row, "address"),
        Sql.text(row, "locale"),
        Sql.text(row, "title"),
        Sql.text(row, "body"),
        Sql.text(row, "about"),
        Urgency.of(Sql.text(row, "urgency")),
        row.getBoolean("digest"),
        row.getBoolean("proof"),
        DeliveryState.of(Sql.text(row, "state")),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "not_before"),
        Sql.instant(row, "expires_at"),
        row.getInt("attempts"));
  }
}
