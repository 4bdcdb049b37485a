package org.shouyue.server.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Slows down guessing: after [#FREE] wrong answers for one account from one address, or
/// [#FREE_ADDRESS] from one address, it must wait until the window has moved on. Whether the
/// account exists makes no difference, and nobody can lock out somebody at another address.
@Repository
class FailedSignIns {
  static final int FREE = 5;
  static final int FREE_ADDRESS = 50;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final WallClock clock;

  FailedSignIns(JdbcClient jdbc, WallClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// How long the next attempt must wait; empty when it may go on.
  Optional<Duration> wait(String account, String address) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select max(at) from (
              (select at from failed_sign_in
               where account = :account and address = :address and at > :since
               order by at desc offset :free limit 1)
              union all
              (select at from failed_sign_in where address = :address and at > :since
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
        .param("before", Sql.at(now.minus(WINDOW)))
        .update();
  }

  void forget(String account, String address) {
    jdbc.sql("delete from failed_sign_in where account = :account and address = :address")
        .param("account", folded(account))
        .param("address", address)
        .update();
  }

  private static String folded(String account) {
    String lower = account.toLowerCase(Locale.ROOT);
    return lower.length() > 64 ? lower.substring(0, 64) : lower;
  }
}
