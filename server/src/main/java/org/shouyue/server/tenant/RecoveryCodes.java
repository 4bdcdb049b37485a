package org.shouyue.server.tenant;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.sql.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What somebody who has lost their phone signs in with instead of a one-time code: ten codes of 60
/// random bits, each good once, kept by digest.
@Repository
class RecoveryCodes {
  static final int COUNT = 10;
  private static final int GROUPS = 3;

  private final JdbcClient jdbc;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  RecoveryCodes(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// New codes in the place of all former ones; shown this once.
  @Transactional
  List<String> make(UUID person) {
    jdbc.sql("delete from recovery_code where person_id = :person")
        .param("person", person)
        .update();
    List<String> codes = Stream.generate(() -> Secrets.readable(GROUPS)).limit(COUNT).toList();
    for (String code : codes) {
      jdbc.sql("insert into recovery_code (person_id, digest) values (:person, :digest)")
          .param("person", person)
          .param("digest", Secrets.digest(code))
          .update();
    }
    events.publishEvent(new Changed(null, "recovery-codes.made", "person/" + person));
    return codes;
  }

  /// Uses a code up; false when it is none, or was used before.
  @Transactional
  boolean use(UUID person, String written) {
    boolean used =
        jdbc.sql(
                    """
                    update recovery_code set used_at = :now
                    where person_id = :person and digest = :digest and used_at is null
                    """)
                .param("now", Sql.at(clock.instant()))
                .param("person", person)
                .param("digest", Secrets.digest(normal(written)))
                .update()
            == 1;
    if (used) {
      events.publishEvent(new Changed(null, "recovery-code.used", "person/" + person));
    }
    return used;
  }

  /// How many are left.
  int left(UUID person) {
    return jdbc.sql(
            "select count(*) from recovery_code where person_id = :person and used_at is null")
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  /// Whether the text can only be meant as a recovery code.
  static boolean looksLikeOne(String written) {
    return normal(written).length() == GROUPS * 5 - 1;
  }

  private static String normal(String written) {
    String bare = written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return bare.replaceAll("(.{4})(?=.)", "$1-");
  }
}
