package org.shouyue.server.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.outgoing.OfNoClient;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Slows down guessing: after [#FREE] wrong answers for one account from one address, or
/// [#FREE_ADDRESS] from one address, it must wait until the window has moved on. Whether the
/// account exists makes no difference, and nobody can lock out somebody at another address. What
/// was tried is kept for [#KEPT] (GB/T 22239-2019 §8.1.4.3 with the Cybersecurity Law, article 21:
/// six months), for the security administrator to see.
@Repository
class FailedSignIns {
  static final int FREE = 5;
  static final int FREE_ADDRESS = 50;
  static final Duration WINDOW = Duration.ofMinutes(10);

  static final Duration KEPT = Duration.ofDays(183);

  private final JdbcClient jdbc;
  private final WallClock clock;

  private final ApplicationEventPublisher events;

  FailedSignIns(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// How long the next attempt must wait; empty when it may go on.
  Optional<Duration> wait(String account, String address) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select max(at) from (
              (select at from failed_sign_in
               where account = :account and address = :address and at > :since and not forgiven
               order by at desc offset :free limit 1)
              union all
              (select at from failed_sign_in where address = :address and at > :since and not forgiven
               order by at desc offset :freeAddress limit 1)
            ) oldest having max(at) is not null
            """)
        .param("account", folded(account))
        .param("address", address)
        .param("since", Sql.at(now.minus(WINDOW)))
        .param("free", FREE - 1)
        .param("freeAddress", FREE_ADDRESS - 1)
        .query((row, number) -> Sql.instant(row, "max"))
        .optional()
        .map(at -> Duration.between(now, at.plus(WINDOW)).plusSeconds(1));
  }

  void add(String account, String address) {
    Instant now = clock.instant();
    jdbc.sql("insert into failed_sign_in (account, address, at) values (:account, :address, :at)")
        .param("account", folded(account))
        .param("address", address)
        .param("at", Sql.at(now))
        .update();
    jdbc.sql("delete from failed_sign_in where at < :before")
        .param("before", Sql.at(now.minus(KEPT)))
        .update();
  }

  void forget(String account, String address) {
    jdbc.sql(
            """
            update failed_sign_in set forgiven = true
            where account = :account and address = :address and not forgiven
            """)
        .param("account", folded(account))
        .param("address", address)
        .update();
  }

  /// Lets the account try again from every address; how many attempts were forgiven.
  @Transactional
  int unlock(Person person) {
    int forgiven =
        jdbc.sql(
                """
                update failed_sign_in set forgiven = true
                where account = :account and not forgiven
                """)
            .param("account", folded(person.username()))
            .update();
    events.publishEvent(
        new Changed(
            null, "person.unlocked", "person/" + person.id(), Map.of("forgiven", forgiven)));
    return forgiven;
  }

  /// A wrong answer.
  ///
  /// @param account what was entered as user name, in small letters; such an account may not exist
  @OfNoClient
  record Failed(UUID id, String account, String address, Instant at, boolean forgiven) {}

  Page<Failed> page(PageRequest request) {
    return new Listing(jdbc, "*", "failed_sign_in", "at desc, id")
        .search("account", "address")
        .sort("at", "at")
        .sort("account", "account")
        .sort("address", "address")
        .page(
            request,
            (row, _) ->
                new Failed(
                    Sql.uuid(row, "id"),
                    Sql.text(row, "account"),
                    Sql.text(row, "address"),
                    Sql.instant(row, "at"),
                    row.getBoolean("forgiven")));
  }

  private static String folded(String account) {
    String lower = account.toLowerCase(Locale.ROOT);
    return lower.length() > 64 ? lower.substring(0, 64) : lower;
  }
}
