package org.shouyue.server.status;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How what is served stands now, and how it stood day by day.
@Repository
class AssetStatuses {
  /// What is not known to be down or up: nobody watches it, or the last probes could not say.
  private static final String STATE =
      """
      case p.up when true then 'up' when false then 'down'
        else case when p.at is null then 'unwatched' else 'unknown' end end\
      """;

  private final JdbcClient jdbc;

  AssetStatuses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One asset now.
  ///
  /// @param state `up`, `down`, `unknown` when the last probe could not say, `unwatched`
  /// @param lastAt when it was last looked at; null when never
  /// @param millis how long the last look took; null when it does not tell
  /// @param findings how many findings are open on it
  /// @param tickets how many tickets are open on it
  record AssetStatus(
      UUID assetId,
      UUID clientId,
      String clientName,
      String name,
      String kind,
      String address,
      String state,
      @Nullable Instant lastAt,
      @Nullable Integer millis,
      @Nullable String note,
      int findings,
      int tickets) {}

  /// One day of an asset.
  ///
  /// @param probes how many looks could say something
  /// @param down how many of them found it down
  /// @param share of the looks that found it up, 0 to 1; null when none could say anything
  /// @param millis the usual time of a look, the median; null when none tells
  record StatusDay(
      LocalDate day, int probes, int down, @Nullable BigDecimal share, @Nullable Integer millis) {}

  Page<AssetStatus> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    return new Listing(
            jdbc,
            "s.*",
            """
            (select a.*, c.name as client_name, p.at as last_at, p.millis, p.note, %s as state,
              (select count(*) from finding f
               where f.asset_id = a.id and f.state in ('open', 'fixing')) as findings,
              (select count(*) from ticket t
               where t.asset_id = a.id and t.state <> 'closed') as tickets
            from asset a join client c on c.id = a.client_id
            left join lateral (
              select probe.* from watch w cross join lateral (
                select * from probe where probe.watch_id = w.id order by at desc limit 1) probe
              where w.asset_id = a.id order by probe.at desc limit 1) p on true
            where a.retired_at is null) s\
            """
                .formatted(STATE),
            "s.state = 'down' desc, s.findings desc, s.client_name, s.name, s.id")
        .where("s.client_id = :client", "client", client)
        .where("s.state = any(string_to_array(:state, ','))", "state", state)
        .search("s.name", "s.address", "s.client_name")
        .sort("name", "s.name")
        .sort("lastAt", "s.last_at")
        .sort("findings", "s.findings")
        .page(request, AssetStatuses::status);
  }

  /// The days of an asset until now, the oldest first; a day without any look is left out.
  ///
  /// @param days how many at most
  List<StatusDay> days(UUID asset, Instant now, int days) {
    return jdbc.sql(
            """
            select (p.at at time zone coalesce(c.zone, 'Asia/Shanghai'))::date as day,
              count(p.up) as probes, count(*) filter (where not p.up) as down,
              round(count(*) filter (where p.up)::numeric / nullif(count(p.up), 0), 5) as share,
              (percentile_cont(0.5) within group (order by p.millis))::int as millis
            from probe p join watch w on w.id = p.watch_id join client c on c.id = w.client_id
            where w.asset_id = :asset and p.at > :from and p.at <= :now
            group by 1 order by 1\
            """)
        .param("asset", asset)
        .param("from", Sql.at(now.minus(Duration.ofDays(days))))
        .param("now", Sql.at(now))
        .query((row, _) ->
            new StatusDay(
                row.getObject("day", LocalDate.class),
                row.getInt("probes"),
                row.getInt("down"),
                row.getBigDecimal("share"),
                row.getObject("millis", Integer.class)))
        .list();
  }

  private static AssetStatus status(ResultSet row, int number) throws SQLException {
    return new AssetStatus(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Sql.text(row, "name"),
        Sql.text(row, "kind"),
        Sql.text(row, "address"),
        Sql.text(row, "state"),
        Sql.instantOrNull(row, "last_at"),
        row.getObject("millis", Integer.class),
        row.getString("note"),
        row.getInt("findings"),
        row.getInt("tickets"));
  }
}
