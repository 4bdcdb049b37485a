package org.shouyue.server.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Serving;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.bulletin.SendingRows.Match;
import org.shouyue.server.ticket.GoverningContracts;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.springframework.stereotype.Component;

/// One ticket for each asset that a bulletin affects. From then on it is a ticket like any other.
/// Callers bring the transaction.
@Component
class BulletinTickets {
  private final SendingRows sendings;
  private final TicketDesk desk;
  private final GoverningContracts governing;
  private final Serving serving;
  private final BulletinTelling telling;

  BulletinTickets(
      SendingRows sendings,
      TicketDesk desk,
      GoverningContracts governing,
      Serving serving,
      BulletinTelling telling) {
    this.sendings = sendings;
    this.desk = desk;
    this.governing = governing;
    this.serving = serving;
    this.telling = telling;
  }

  /// Opens what is missing, and says in tickets that are there already what changed.
  void follow(Bulletin bulletin, List<Match> matches, Map<UUID, Asset> named, boolean corrected) {
    for (Match match : matches) {
      Asset asset = named.get(match.assetId());
      if (match.ticketId() != null && corrected) {
        comment(
            match.ticketId(),
            "%s 更正为第 %d 版：%s，%s"
                .formatted(
                    bulletin.number(), bulletin.version(), Words.of(match.outcome()), match.why()));
      } else if (match.ticketId() == null && match.outcome() == Outcome.AFFECTED && asset != null) {
        open(bulletin, match, asset);
      }
    }
  }

  /// Opens the ticket of an affected asset; none when no contract in force could measure it.
  void open(Bulletin bulletin, Match match, Asset asset) {
    Instant now = telling.now();
    Advisory advisory = bulletin.advisory();
    UUID contract = contract(asset, advisory, now);
    if (contract == null) {
      return;
    }
    UUID ticket =
        desk.open(
                new TicketMatter(
                    contract,
                    TicketKind.RECTIFICATION,
                    advisory.grade(),
                    CsafReading.shortened(
                        "%s %s：%s".formatted(bulletin.number(), advisory.title(), asset.name()),
                        200),
                    body(bulletin, match),
                    null,
                    asset.id(),
                    null),
                BulletinTelling.who(),
                now)
            .id();
    sendings.ticket(bulletin.id(), asset.id(), ticket);
  }

  void comment(UUID ticket, String text) {
    var _ =
        desk.tell(
            ticket,
            TicketEvent.of(telling.now(), TicketEventType.COMMENT, BulletinTelling.who(), text));
  }

  private @Nullable UUID contract(Asset asset, Advisory advisory, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, WorkCalendar.SHANGHAI);
    if (!serving.of(asset.id(), day).isEmpty()) {
      return governing.of(asset.id(), TicketKind.RECTIFICATION, advisory.grade(), now).contractId();
    }
    return serving.inForce(day).stream()
        .filter(one -> one.clientId().equals(asset.clientId()))
        .map(Agreement::id)
        .findFirst()
        .orElse(null);
  }

  private static String body(Bulletin bulletin, Match match) {
    Advisory advisory = bulletin.advisory();
    StringBuilder body = new StringBuilder();
    body.append(match.product()).append("：").append(match.why()).append('\n');
    if (!advisory.cves().isEmpty()) {
      body.append(String.join("、", advisory.cves())).append('\n');
    }
    body.append(advisory.summary());
    if (!advisory.advice().isBlank()) {
      body.append("\n修复：").append(advisory.advice());
    }
    if (!advisory.workaround().isBlank()) {
      body.append("\n临时处置：").append(advisory.workaround());
    }
    return CsafReading.shortened(body.toString().strip(), 10_000);
  }
}
