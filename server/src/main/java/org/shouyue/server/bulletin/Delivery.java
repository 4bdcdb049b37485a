package org.shouyue.server.bulletin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Occurrences;
import org.shouyue.server.agreement.Serving;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.bulletin.Assessment.Judged;
import org.shouyue.server.bulletin.SendingRows.Match;
import org.shouyue.server.bulletin.SendingRows.Sending;
import org.shouyue.server.report.Papers;
import org.springframework.stereotype.Component;

/// Brings a bulletin to one client: judges its assets, opens tickets, sends the bulletin with the
/// fix, and keeps the promise of the contract. Callers bring the transaction.
@Component
class Delivery {
  private final Assessment assessment;
  private final SendingRows sendings;
  private final Assets assets;
  private final BulletinTickets tickets;
  private final BulletinTelling telling;
  private final Papers papers;
  private final BulletinPromises promises;
  private final Serving serving;

  Delivery(
      Assessment assessment,
      SendingRows sendings,
      Assets assets,
      BulletinTickets tickets,
      BulletinTelling telling,
      Papers papers,
      BulletinPromises promises,
      Serving serving) {
    this.assessment = assessment;
    this.sendings = sendings;
    this.assets = assets;
    this.tickets = tickets;
    this.telling = telling;
    this.papers = papers;
    this.promises = promises;
    this.serving = serving;
  }

  /// Brings the bulletin's present version to a client, if it concerns the client; to one that had
  /// an earlier version, in any case.
  ///
  /// @param since when the provider could know that it concerns the client
  /// @param anyway whether it goes to the client even if it affects no known asset
  /// @return whether something was sent
  boolean deliver(Bulletin bulletin, UUID client, Instant since, boolean anyway) {
    sendings.lock(bulletin.id(), client);
    judge(bulletin, client);
    List<Match> matches = sendings.matches(bulletin.id(), client);
    boolean concerned = matches.stream().anyMatch(match -> match.outcome() != Outcome.NOT_AFFECTED);
    Sending before =
        sendings.latest(bulletin.id()).stream()
            .filter(sending -> sending.clientId().equals(client))
            .findFirst()
            .orElse(null);
    if (before != null && before.version() == bulletin.version()) {
      tellOfMore(bulletin, matches);
      return false;
    }
    if (!concerned && !anyway && before == null) {
      return false;
    }
    send(bulletin, client, since, matches, before);
    return true;
  }

  private void judge(Bulletin bulletin, UUID client) {
    Instant now = telling.now();
    Set<UUID> spoken = new HashSet<>();
    for (Judged judged : assessment.of(client, bulletin.advisory()).judged()) {
      spoken.add(judged.asset().id());
      Judgement is = judged.judgement();
      put(bulletin, client, judged.asset().id(), is, now);
    }
    for (Match match : sendings.matches(bulletin.id(), client)) {
      if (!spoken.contains(match.assetId()) && match.judgedBy() == null) {
        put(
            bulletin,
            client,
            match.assetId(),
            new Judgement(Outcome.NOT_AFFECTED, match.product(), "通告或台账更新后不再涉及"),
            now);
      }
    }
  }

  private void put(Bulletin bulletin, UUID client, UUID asset, Judgement is, Instant now) {
    sendings.put(
        new Match(
            bulletin.id(), asset, client, is.outcome(), is.product(), is.why(), null, now, null));
  }

  /// What the ledger learnt after the bulletin was sent.
  private void tellOfMore(Bulletin bulletin, List<Match> matches) {
    for (Match match : matches) {
      if (match.outcome() == Outcome.AFFECTED && match.ticketId() == null) {
        Asset asset = assets.find(match.assetId()).orElseThrow();
        tickets.open(bulletin, match, asset);
        telling.tell(
            bulletin,
            match.clientId(),
            "bulletin-asset",
            BulletinTelling.CLIENT,
            Map.of("assets", asset.name()),
            asset.id().toString());
      }
    }
  }

  private void send(
      Bulletin bulletin,
      UUID client,
      Instant since,
      List<Match> matches,
      @Nullable Sending before) {
    Instant now = telling.now();
    Instant due = now.plus(within(bulletin));
    Occurrences.Promise promise = promises.of(client);
    UUID contract = promise == null ? contract(client, now) : promise.contractId();
    Map<UUID, Asset> named = named(matches);
    UUID paper =
        papers.draw(BulletinPaper.of(bulletin, client, contract, due, rows(matches, named)));
    telling.keep(bulletin, client, contract, sent(bulletin, due, matches, named));
    UUID obligation =
        before == null && promise != null ? promises.keep(bulletin, promise, since, now) : null;
    sendings.supersede(bulletin.id(), client, bulletin.version());
    sendings.add(
        new Sending(
            bulletin.id(),
            client,
            bulletin.version(),
            contract,
            now,
            BulletinTelling.who(),
            due,
            0,
            null,
            null,
            null,
            paper,
            obligation,
            null));
    tickets.follow(bulletin, matches, named, before != null);
    telling.tell(
        bulletin,
        client,
        before == null ? "bulletin-sent" : "bulletin-corrected",
        BulletinTelling.CLIENT,
        Map.of(
            "assets", inWords(matches, named),
            "due", BulletinTelling.minute(due),
            "version", Integer.toString(bulletin.version())),
        "v" + bulletin.version() + "/" + client);
    telling.audit(
        client, "sent", bulletin, Map.of("version", bulletin.version(), "assets", matches.size()));
  }

  static Duration within(Bulletin bulletin) {
    Integer hours = bulletin.acknowledgeHours();
    return Duration.ofHours(hours == null ? usualHours(bulletin.advisory()) : hours);
  }

  /// A day for what is bad, three for the rest.
  static int usualHours(Advisory advisory) {
    return switch (advisory.grade()) {
      case CRITICAL, HIGH -> 24;
      case MEDIUM, LOW, INFO -> 72;
    };
  }

  private @Nullable UUID contract(UUID client, Instant now) {
    return serving.inForce(LocalDate.ofInstant(now, WorkCalendar.SHANGHAI)).stream()
        .filter(one -> one.clientId().equals(client))
        .map(Agreement::id)
        .findFirst()
        .orElse(null);
  }

  private Map<UUID, Asset> named(List<Match> matches) {
    return assets.all(matches.stream().map(Match::assetId).toList()).stream()
        .collect(Collectors.toMap(Asset::id, asset -> asset));
  }

  private static List<BulletinPaper.Row> rows(List<Match> matches, Map<UUID, Asset> named) {
    List<BulletinPaper.Row> rows = new ArrayList<>();
    for (Match match : matches) {
      Asset asset = named.get(match.assetId());
      if (asset != null) {
        rows.add(
            new BulletinPaper.Row(
                asset.name(), asset.address(), match.outcome(), match.product(), match.why()));
      }
    }
    return rows;
  }

  private static Map<String, Object> sent(
      Bulletin bulletin, Instant due, List<Match> matches, Map<UUID, Asset> named) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("act", "sent");
    facts.put("due", due.toString());
    facts.put("says", bulletin.advisory());
    facts.put("assets", rows(matches, named));
    return facts;
  }

  private static String inWords(List<Match> matches, Map<UUID, Asset> named) {
    String words =
        matches.stream()
            .filter(match -> match.outcome() != Outcome.NOT_AFFECTED)
            .map(match -> {
              String name =
                  Objects.requireNonNull(named.get(match.assetId()), "a match has its asset")
                      .name();
              return match.outcome() == Outcome.AFFECTED ? name : name + "（待核实）";
            })
            .collect(Collectors.joining("、"));
    return words.isEmpty() ? "无已知受影响资产" : CsafReading.shortened(words, 500);
  }
}
