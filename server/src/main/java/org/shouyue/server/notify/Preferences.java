package org.shouyue.server.notify;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people chose for themselves.
@Repository
class Preferences {
  private final JdbcClient jdbc;

  Preferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param digest `none`, `hour` or `day`: how low urgency is gathered
  /// @param optedOut means they do not want; never heeded for a disaster
  record Preference(
      @Nullable LocalTime quietFrom,
      @Nullable LocalTime quietTo,
      String digest,
      List<Means> optedOut) {
    static final Preference USUAL = new Preference(null, null, "hour", List.of());

    Rules.@Nullable Quiet quiet() {
      return quietFrom == null || quietTo == null ? null : new Rules.Quiet(quietFrom, quietTo);
    }
  }

  Preference of(@Nullable UUID person) {
    return person == null
        ? Preference.USUAL
        : jdbc.sql("select * from notice_preference where person_id = :person")
            .param("person", person)
            .query((row, _) ->
                new Preference(
                    row.getObject("quiet_from", LocalTime.class),
                    row.getObject("quiet_to", LocalTime.class),
                    Sql.text(row, "digest"),
                    Sql.texts(row, "opted_out").stream().map(Means::of).toList()))
            .optional()
            .orElse(Preference.USUAL);
  }

  void put(UUID person, Preference preference) {
    jdbc.sql(
            """
            insert into notice_preference (person_id, quiet_from, quiet_to, digest, opted_out)
            values (:person, :from, :to, :digest, :out)
            on conflict (person_id) do update set quiet_from = excluded.quiet_from,
              quiet_to = excluded.quiet_to, digest = excluded.digest,
              opted_out = excluded.opted_out
            """)
        .param("person", person)
        .param("from", preference.quietFrom())
        .param("to", preference.quietTo())
        .param("digest", preference.digest())
        .param("out", preference.optedOut().stream().map(Means::code).toArray(String[]::new))
        .update();
  }
}
