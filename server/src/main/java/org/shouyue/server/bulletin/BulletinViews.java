package org.shouyue.server.bulletin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.bulletin.SendingRows.Match;
import org.shouyue.server.bulletin.SendingRows.Sending;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Bulletins as people see them. The provider's people see drafts, and in their present version
/// what was sent to clients of their scope; managers see all. Others see what was sent to the
/// clients of their scope, as it was sent.
@Repository
class BulletinViews {
  private static final String OF_ENGINEERS =
      """
      (b.state in ('draft', 'dismissed')
        or exists (select from bulletin_sending s where s.bulletin_id = b.id))\
      """;

  private final JdbcClient jdbc;
  private final BulletinRows rows;
  private final SendingRows sendings;
  private final Assessment assessment;
  private final Assets assets;
  private final Tickets tickets;
  private final Clients clients;

  BulletinViews(
      JdbcClient jdbc,
      BulletinRows rows,
      SendingRows sendings,
      Assessment assessment,
      Assets assets,
      Tickets tickets,
      Clients clients) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.sendings = sendings;
    this.assessment = assessment;
    this.assets = assets;
    this.tickets = tickets;
    this.clients = clients;
  }

  /// A bulletin in a list.
  ///
  /// @param version the one that the reader sees
  /// @param revised whether a newer version waits for its publication
  /// @param affected how many assets in the reader's scope it affects
  /// @param unknown how many it may affect
  /// @param sent to how many clients of the scope it went, and how many of those acknowledged it
  record Item(
      UUID id,
      String number,
      String title,
      String severity,
      BulletinState state,
      String way,
      String source,
      List<String> cves,
      int version,
      boolean revised,
      Instant gatheredAt,
      @Nullable Instant publishedAt,
      int affected,
      int unknown,
      int sent,
      int acknowledged) {}

  /// An asset in the matrix.
  ///
  /// @param ticketState null when there is no ticket
  record AssetLine(
      UUID assetId,
      String asset,
      Outcome outcome,
      String product,
      String why,
      @Nullable String judgedBy,
      @Nullable UUID ticketId,
      @Nullable String ticket,
      @Nullable String ticketState) {}

  /// A client in the matrix.
  ///
  /// @param sending the latest; null when nothing was sent
  /// @param unlisted of how many assets nobody knows what is installed
  record ClientLine(
      UUID clientId,
      String client,
      @Nullable Sending sending,
      List<AssetLine> assets,
      int unlisted) {}

  /// A bulletin with everything about it.
  ///
  /// @param preview whether the lines say what publishing would do, not what was done
  record Told(
      @JsonUnwrapped Item item,
      Advisory advisory,
      String gatheredBy,
      @Nullable String publishedBy,
      @Nullable Integer acknowledgeHours,
      boolean toEverybody,
      @Nullable String endedReason,
      boolean preview,
      List<ClientLine> lines,
      List<BulletinRows.Edition> editions) {}

  Page<Item> page(
      @Nullable String state,
      @Nullable String severity,
      @Nullable String way,
      @Nullable Boolean acknowledged,
      PageRequest request) {
    return listing()
        .where("b.state = any(string_to_array(:state, ','))", "state", state)
        .where(
            "v.content ->> 'severity' = any(string_to_array(:severity, ','))", "severity", severity)
        .where("b.way = :way", "way", way)
        .where(
            """
            exists (select from bulletin_sending s where s.bulletin_id = b.id
              and s.withdrawn_at is null and (s.acknowledged_at is not null) = :acknowledged
              and s.version = (select max(o.version) from bulletin_sending o
                where o.bulletin_id = b.id and o.client_id = s.client_id))\
            """,
            "acknowledged",
            acknowledged)
        .search(
            "v.content ->> 'title'",
            "b.number",
            "v.content ->> 'source'",
            "v.content ->> 'cves'",
            "v.content ->> 'summary'")
        .sort("title", "v.content ->> 'title'")
        .sort("number", "b.number")
        .sort("gatheredAt", "b.gathered_at")
        .sort("publishedAt", "b.published_at")
        .page(request, this::item);
  }

  @Transactional(readOnly = true)
  Told one(UUID id) {
    Bulletin bulletin = rows.find(id);
    Item item =
        listing()
            .where("b.id = :id", "id", id)
            .page(new PageRequest(0, 1, null, null), this::item)
            .items()
            .stream()
            .findFirst()
            .orElse(null);
    if (bulletin == null || item == null) {
      throw Problem.notFound("bulletin", id);
    }
    boolean provider = isProvider();
    Advisory advisory = Objects.requireNonNull(rows.said(id, item.version()));
    boolean preview = provider && bulletin.state() == BulletinState.DRAFT;
    return new Told(
        item,
        advisory,
        bulletin.gatheredBy(),
        bulletin.publishedBy(),
        bulletin.acknowledgeHours(),
        bulletin.toEverybody(),
        bulletin.endedReason(),
        preview,
        preview ? preview(advisory) : lines(bulletin),
        provider ? rows.editions(id) : List.of());
  }

  private static boolean isProvider() {
    return Caller.current().provides();
  }

  /// What publishing a draft would mean for the clients in scope.
  private List<ClientLine> preview(Advisory advisory) {
    List<ClientLine> lines = new ArrayList<>();
    for (UUID client : TenantScope.visible()) {
      Assessment.Ledger ledger = assessment.of(client, advisory);
      List<AssetLine> found =
          ledger.judged().stream()
              .map(one ->
                  new AssetLine(
                      one.asset().id(),
                      one.asset().name(),
                      one.judgement().outcome(),
                      one.judgement().product(),
                      one.judgement().why(),
                      null,
                      null,
                      null,
                      null))
              .toList();
      lines.add(new ClientLine(client, name(client), null, found, ledger.unlisted()));
    }
    lines.sort(java.util.Comparator.comparing(ClientLine::client));
    return lines;
  }

  private List<ClientLine> lines(Bulletin bulletin) {
    Map<UUID, Sending> sent =
        sendings.latest(bulletin.id()).stream()
            .collect(Collectors.toMap(Sending::clientId, Function.identity()));
    Map<UUID, List<Match>> matched = new LinkedHashMap<>();
    sent.keySet().forEach(client -> matched.put(client, new ArrayList<>()));
    for (Match match : sendings.matches(bulletin.id(), null)) {
      matched.computeIfAbsent(match.clientId(), _ -> new ArrayList<>()).add(match);
    }
    List<ClientLine> lines = new ArrayList<>();
    matched.forEach((client, matches) ->
        lines.add(
            new ClientLine(
                client,
                name(client),
                sent.get(client),
                lines(matches),
                assessment.of(client, bulletin.advisory()).unlisted())));
    lines.sort(java.util.Comparator.comparing(ClientLine::client));
    return lines;
  }

  private List<AssetLine> lines(List<Match> matches) {
    Map<UUID, Asset> named =
        assets.all(matches.stream().map(Match::assetId).toList()).stream()
            .collect(Collectors.toMap(Asset::id, Function.identity()));
    return matches.stream()
        .sorted(java.util.Comparator.comparing(Match::outcome))
        .map(match -> {
          UUID id = match.ticketId();
          Ticket ticket = id == null ? null : tickets.find(id);
          Asset asset = named.get(match.assetId());
          return new AssetLine(
              match.assetId(),
              asset == null ? "" : asset.name(),
              match.outcome(),
              match.product(),
              match.why(),
              match.judgedBy(),
              id,
              ticket == null ? null : ticket.number(),
              ticket == null ? null : ticket.state().code());
        })
        .toList();
  }

  private String name(UUID client) {
    return clients.find(client).map(Client::name).orElse("");
  }

  private Listing listing() {
    String seen =
        isProvider()
            ? "b.version"
            : "(select max(s.version) from bulletin_sending s where s.bulletin_id = b.id)";
    Listing listing = listing(seen);
    return Caller.current().role() == Role.ENGINEER ? listing.where(OF_ENGINEERS) : listing;
  }

  private Listing listing(String seen) {
    return new Listing(
        jdbc,
        """
        b.*, v.version as seen, v.content ->> 'title' as seen_title,
        v.content ->> 'severity' as seen_severity, v.content ->> 'source' as seen_source,
        array(select jsonb_array_elements_text(v.content -> 'cves')) as seen_cves,
        (select count(*) from bulletin_match m
          where m.bulletin_id = b.id and m.outcome = 'affected') as affected,
        (select count(*) from bulletin_match m
          where m.bulletin_id = b.id and m.outcome = 'unknown') as unknown,
        (select count(distinct s.client_id) from bulletin_sending s
          where s.bulletin_id = b.id) as sent,
        (select count(*) from (
          select distinct on (s.client_id) s.acknowledged_at from bulletin_sending s
          where s.bulletin_id = b.id order by s.client_id, s.version desc) a
          where a.acknowledged_at is not null) as acknowledged\
        """,
        "bulletin b join bulletin_version v on v.bulletin_id = b.id and v.version = " + seen,
        "coalesce(b.published_at, b.gathered_at) desc, b.number desc");
  }

  private Item item(ResultSet row, int number) throws SQLException {
    Bulletin bulletin = rows.row(row, number);
    return new Item(
        bulletin.id(),
        bulletin.number(),
        Sql.text(row, "seen_title"),
        Sql.text(row, "seen_severity"),
        bulletin.state(),
        bulletin.way(),
        Sql.text(row, "seen_source"),
        Sql.texts(row, "seen_cves"),
        row.getInt("seen"),
        isProvider() && bulletin.isRevised(),
        bulletin.gatheredAt(),
        bulletin.publishedAt(),
        row.getInt("affected"),
        row.getInt("unknown"),
        row.getInt("sent"),
        row.getInt("acknowledged"));
  }
}
