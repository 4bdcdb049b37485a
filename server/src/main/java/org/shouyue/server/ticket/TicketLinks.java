package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceItem;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.Findings;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What a ticket is tied to: other tickets, assets, findings, obligations, services. A tie between
/// two tickets is seen from both.
@Service
class TicketLinks {
  private final JdbcClient jdbc;
  private final TicketRows rows;
  private final Assets assets;
  private final Findings findings;
  private final Obligations obligations;
  private final Agreements agreements;

  TicketLinks(
      JdbcClient jdbc,
      TicketRows rows,
      Assets assets,
      Findings findings,
      Obligations obligations,
      Agreements agreements) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.assets = assets;
    this.findings = findings;
    this.obligations = obligations;
    this.agreements = agreements;
  }

  /// What can be tied to a ticket.
  enum Kind {
    TICKET,
    ASSET,
    FINDING,
    OBLIGATION,
    SERVICE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One tie.
  ///
  /// @param target what it leads to, seen from the ticket that was asked about
  /// @param label its name; null when it is there no longer
  record Link(UUID id, String kind, String target, @Nullable String label, String addedBy) {}

  private record Target(UUID client, String label) {}

  /// The ties of a ticket, the oldest first.
  List<Link> of(UUID ticket) {
    List<Link> links = new ArrayList<>();
    jdbc.sql(
            """
            select id, kind, target, added_by, added_at from ticket_link where ticket_id = :ticket
            union all
            select id, kind, ticket_id::text, added_by, added_at from ticket_link
            where kind = 'ticket' and target = :ticket::text
            order by added_at, id\
            """)
        .param("ticket", ticket)
        .query((row, _) ->
            links.add(
                new Link(
                    Sql.uuid(row, "id"),
                    Sql.text(row, "kind"),
                    Sql.text(row, "target"),
                    null,
                    Sql.text(row, "added_by"))))
        .list();
    return links.stream().map(this::named).toList();
  }

  /// Ties something to a ticket.
  ///
  /// @return what it was tied to, for the log
  /// @throws Problem 404 when there is no such thing, 409 when it is tied already or belongs to
  ///   somebody else
  String add(Ticket ticket, Kind kind, String target, String by, Instant now) {
    Target found = target(kind, target);
    if (found == null || !found.client().equals(ticket.clientId())) {
      throw Problem.notFound(kind.code(), target);
    }
    if (kind == Kind.TICKET && target.equals(ticket.id().toString())) {
      throw Problem.conflict("same-ticket", "工单不能与自己关联");
    }
    int added =
        jdbc.sql(
                """
                insert into ticket_link (id, ticket_id, client_id, kind, target, added_at, added_by)
                values (:id, :ticket, :client, :kind, :target, :now, :by) on conflict do nothing\
                """)
            .param("id", UUID.randomUUID())
            .param("ticket", ticket.id())
            .param("client", ticket.clientId())
            .param("kind", kind.code())
            .param("target", target)
            .param("now", Sql.at(now))
            .param("by", by)
            .update();
    if (added == 0) {
      throw Problem.conflict("already-there", "已经关联");
    }
    return found.label();
  }

  /// Unties.
  ///
  /// @return what it was tied to, for the log
  String remove(UUID ticket, UUID link) {
    Link found =
        of(ticket).stream()
            .filter(one -> one.id().equals(link))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("link", link));
    jdbc.sql("delete from ticket_link where id = :id").param("id", link).update();
    return found.label() == null ? found.target() : found.label();
  }

  private Link named(Link link) {
    Target target = target(Kind.valueOf(link.kind().toUpperCase(Locale.ROOT)), link.target());
    return target == null
        ? link
        : new Link(link.id(), link.kind(), link.target(), target.label(), link.addedBy());
  }

  private @Nullable Target target(Kind kind, String target) {
    if (kind == Kind.SERVICE) {
      return service(target);
    }
    UUID id = id(target);
    if (id == null) {
      return null;
    }
    return switch (kind) {
      case TICKET -> ticket(id);
      case ASSET -> assets.find(id).map(TicketLinks::asset).orElse(null);
      case FINDING -> finding(findings.get(id));
      case OBLIGATION -> obligation(obligations.find(id));
      case SERVICE -> throw new IllegalStateException("a service is not known by one identifier");
    };
  }

  private @Nullable Target ticket(UUID id) {
    Ticket ticket = rows.find(id);
    return ticket == null
        ? null
        : new Target(ticket.clientId(), ticket.number() + " " + ticket.title());
  }

  private static Target asset(Asset asset) {
    return new Target(asset.clientId(), asset.name());
  }

  private static @Nullable Target finding(@Nullable Finding finding) {
    return finding == null ? null : new Target(finding.clientId(), finding.title());
  }

  private static @Nullable Target obligation(@Nullable Obligation obligation) {
    return obligation == null
        ? null
        : new Target(
            obligation.clientId(), obligation.title() + " 第 " + obligation.ordinal() + " 次");
  }

  private @Nullable Target service(String target) {
    int slash = target.indexOf('/');
    UUID contract = slash < 0 ? null : id(target.substring(0, slash));
    if (contract == null) {
      return null;
    }
    Agreement agreement = agreements.require(contract);
    return agreement.contract().services().stream()
        .filter(item -> item.id().equals(target.substring(slash + 1)))
        .findFirst()
        .map(ServiceItem::title)
        .map(title -> new Target(agreement.clientId(), title))
        .orElse(null);
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
