package org.shouyue.server.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.duty.Swap.State;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Swaps: asked by one, accepted by the other, approved by a manager unless the roster says that
/// the two suffice. One that is settled is a standing-in like any other.
@Service
class Swaps {
  private final JdbcClient jdbc;
  private final RosterDesk desk;
  private final Rosters rosters;
  private final StandIns standIns;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Swaps(
      JdbcClient jdbc,
      RosterDesk desk,
      Rosters rosters,
      StandIns standIns,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.rosters = rosters;
    this.standIns = standIns;
    this.clock = clock;
    this.events = events;
  }

  List<Swap> of(UUID roster) {
    return jdbc.sql("select * from duty_swap where roster_id = :roster order by asked_at desc, id")
        .param("roster", desk.require(roster).id())
        .query(Swaps::swap)
        .list();
  }

  /// Asks a colleague of the same roster.
  @Transactional
  UUID ask(UUID rosterId, UUID taker, Instant from, Instant to, String reason) {
    Roster roster = desk.require(rosterId);
    UUID asker = Caller.current().id();
    boolean colleague =
        roster.layers().stream().anyMatch(layer -> layer.people().contains(taker))
            || taker.equals(roster.fallback());
    new Checks()
        .that(to.isAfter(clock.instant()), "to", "is past already")
        .that(colleague && !taker.equals(asker), "taker", "must be a colleague of this roster")
        .done();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into duty_swap (id, roster_id, asker, taker, from_at, to_at, reason, state,
              asked_at)
            values (:id, :roster, :asker, :taker, :from, :to, :reason, 'asked', :now)\
            """)
        .param("id", id)
        .param("roster", rosterId)
        .param("asker", asker)
        .param("taker", taker)
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .param("reason", reason)
        .param("now", Sql.at(clock.instant()))
        .update();
    tell(roster, require(id), "duty-swap-asked", new Audience.Persons(List.of(taker)));
    return id;
  }

  /// What somebody does about a swap.
  enum Answer {
    ACCEPT,
    APPROVE,
    REFUSE,
    WITHDRAW
  }

  @Transactional
  void answer(UUID id, Answer answer) {
    Swap swap = require(id);
    Roster roster = desk.require(swap.rosterId());
    if (!swap.open() || (answer == Answer.APPROVE && swap.state() != State.ACCEPTED)) {
      throw Problem.conflict("wrong-state", "换班申请现为 %s，不能再这样处理".formatted(swap.state().code()));
    }
    may(swap, answer);
    State next =
        switch (answer) {
          case ACCEPT -> roster.autoSwap() ? State.SETTLED : State.ACCEPTED;
          case APPROVE -> State.SETTLED;
          case REFUSE -> State.REFUSED;
          case WITHDRAW -> State.WITHDRAWN;
        };
    move(swap, next);
    if (next == State.SETTLED) {
      settle(roster, swap);
    }
    Audience hears =
        next == State.ACCEPTED
            ? new Audience.OfRole(Role.PROVIDER_MANAGER)
            : new Audience.Persons(List.of(swap.asker(), swap.taker()));
    tell(roster, require(id), "duty-swap-" + next.code(), hears);
  }

  private static void may(Swap swap, Answer answer) {
    Caller caller = Caller.current();
    boolean manager = caller.role() == Role.PROVIDER_MANAGER;
    boolean allowed =
        switch (answer) {
          case ACCEPT -> caller.id().equals(swap.taker());
          case APPROVE -> manager;
          case REFUSE -> manager || caller.id().equals(swap.taker());
          case WITHDRAW -> caller.id().equals(swap.asker());
        };
    if (!allowed) {
      throw Problem.forbidden("这一步只能由换班的当事人或服务经理办理");
    }
  }

  private void move(Swap swap, State next) {
    boolean settled = next == State.SETTLED;
    int moved =
        jdbc.sql(
                """
                update duty_swap set state = :next,
                  answered_at = coalesce(answered_at, :now),
                  settled_at = case when :settled then :now::timestamptz end,
                  settled_by = case when :settled then :by end
                where id = :id and state = :before\
                """)
            .param("id", swap.id())
            .param("next", next.code())
            .param("before", swap.state().code())
            .param("settled", settled)
            .param("now", Sql.at(clock.instant()))
            .param("by", Caller.current().name())
            .update();
    if (moved == 0) {
      throw Problem.conflict("wrong-state", "换班申请刚刚被别人处理，请刷新后再看");
    }
  }

  private void settle(Roster roster, Swap swap) {
    StandIn taken =
        new StandIn(
            UUID.randomUUID(),
            swap.taker(),
            swap.asker(),
            swap.from(),
            swap.to(),
            swap.reason(),
            Caller.current().name(),
            swap.id());
    standIns.add(roster.id(), taken, clock.instant());
    rosters.lookAgain(roster.id(), clock.instant());
  }

  private void tell(Roster roster, Swap swap, String template, Audience hears) {
    events.publishEvent(
        new Changed(
            roster.client(),
            "swap." + swap.state().code(),
            "roster/" + roster.id(),
            Map.of("swap", swap.id(), "from", swap.from(), "to", swap.to())));
    events.publishEvent(
        new NoticeWanted(
            roster.client(),
            hears,
            Urgency.NORMAL,
            template,
            Map.of(
                "roster", roster.name(),
                "from", DutyWords.time(swap.from(), roster.zone()),
                "to", DutyWords.time(swap.to(), roster.zone()),
                "reason", swap.reason(),
                "by", Caller.current().name()),
            "roster/" + roster.id(),
            "duty-swap/" + swap.id() + "/" + swap.state().code()));
  }

  private Swap require(UUID id) {
    return jdbc.sql("select * from duty_swap where id = :id")
        .param("id", id)
        .query(Swaps::swap)
        .optional()
        .orElseThrow(() -> Problem.notFound("swap", id));
  }

  private static Swap swap(ResultSet row, int number) throws SQLException {
    return new Swap(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "roster_id"),
        Sql.uuid(row, "asker"),
        Sql.uuid(row, "taker"),
        Sql.instant(row, "from_at"),
        Sql.instant(row, "to_at"),
        Sql.text(row, "reason"),
        State.valueOf(Sql.text(row, "state").toUpperCase(Locale.ROOT)),
        Sql.instant(row, "asked_at"),
        Sql.instantOrNull(row, "answered_at"),
        Sql.instantOrNull(row, "settled_at"),
        row.getString("settled_by"));
  }
}
