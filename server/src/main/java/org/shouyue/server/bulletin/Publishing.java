package org.shouyue.server.bulletin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.asset.ProductsChanged;
import org.shouyue.server.bulletin.SendingRows.Match;
import org.shouyue.server.bulletin.SendingRows.Sending;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Publishes bulletins, corrects and withdraws them, and follows what clients and the ledger say
/// afterwards.
@Service
class Publishing {
  private final BulletinRows rows;
  private final SendingRows sendings;
  private final Delivery delivery;
  private final BulletinTickets tickets;
  private final BulletinTelling telling;
  private final Assets assets;

  Publishing(
      BulletinRows rows,
      SendingRows sendings,
      Delivery delivery,
      BulletinTickets tickets,
      BulletinTelling telling,
      Assets assets) {
    this.rows = rows;
    this.sendings = sendings;
    this.delivery = delivery;
    this.tickets = tickets;
    this.telling = telling;
    this.assets = assets;
  }

  /// Publishes a draft, or the newer version of what was published before, to every client of the
  /// scope that it concerns: those of a manager are all.
  ///
  /// @param hours within how many hours it is to be acknowledged; null for the usual
  /// @param everybody whether also clients without a known affected asset get it
  /// @throws Problem 409 when there is nothing new to publish or it does not say what to do
  @Transactional
  void publish(UUID id, @Nullable Integer hours, boolean everybody) {
    Bulletin draft = lock(id);
    if (draft.state() != BulletinState.DRAFT && !draft.isRevised()) {
      throw Problem.conflict("wrong-state", "通告现为 %s，没有新内容可发布".formatted(draft.state().code()));
    }
    Advisory advisory = draft.advisory();
    if (advisory.advice().isBlank() && advisory.workaround().isBlank()) {
      throw Problem.conflict("no-remedy", "通告还没有写修复或临时处置办法；请编辑补充后再发布");
    }
    if (advisory.products().isEmpty() && !everybody) {
      throw Problem.conflict("no-products", "通告还没有写受影响的产品，无法与台账比对；请编辑补充，或选择发送给全部甲方");
    }
    Instant now = telling.now();
    boolean first = draft.publishedVersion() == null;
    int within = hours == null ? Delivery.usualHours(advisory) : hours;
    rows.published(draft, within, everybody, now, BulletinTelling.who());
    Bulletin bulletin = Objects.requireNonNull(rows.find(id));
    int sent = 0;
    for (UUID client : TenantScope.visible()) {
      Instant since = first ? draft.gatheredAt() : now;
      sent += delivery.deliver(bulletin, client, since, everybody) ? 1 : 0;
    }
    telling.audit(
        null, "published", bulletin, Map.of("version", bulletin.version(), "clients", sent));
  }

  /// Withdraws a published bulletin and tells those who had it.
  @Transactional
  void withdraw(UUID id, String reason) {
    Bulletin bulletin = lock(id);
    if (bulletin.state() != BulletinState.PUBLISHED) {
      throw Problem.conflict(
          "wrong-state", "通告现为 %s，只有已发布的可以撤回".formatted(bulletin.state().code()));
    }
    rows.end(id, BulletinState.WITHDRAWN, reason);
    for (Sending sending : sendings.latest(id)) {
      telling.keep(
          bulletin,
          sending.clientId(),
          sending.contractId(),
          Map.of("act", "withdrawn", "reason", reason));
      telling.tell(
          bulletin,
          sending.clientId(),
          "bulletin-withdrawn",
          BulletinTelling.CLIENT,
          Map.of("reason", reason),
          sending.clientId().toString());
      telling.audit(sending.clientId(), "withdrawn", bulletin, Map.of("reason", reason));
    }
    for (Match match : sendings.matches(id, null)) {
      if (match.ticketId() != null) {
        tickets.comment(match.ticketId(), "%s 已撤回：%s".formatted(bulletin.number(), reason));
      }
    }
    sendings.withdraw(id, telling.now());
    telling.audit(null, "withdrawn", bulletin, Map.of("reason", reason));
  }

  /// Notes that the caller's clients know of a bulletin. Again changes nothing.
  ///
  /// @throws Problem 404 when none of the caller's clients was sent it
  @Transactional
  void acknowledge(UUID id, @Nullable String remark) {
    Bulletin bulletin = lock(id);
    List<Sending> mine = sendings.latest(id);
    if (mine.isEmpty()) {
      throw Problem.notFound("bulletin", id);
    }
    List<UUID> news = sendings.acknowledge(id, Caller.current(), remark, telling.now());
    for (Sending sending : mine) {
      if (news.contains(sending.clientId())) {
        telling.keep(
            bulletin,
            sending.clientId(),
            sending.contractId(),
            Map.of("act", "acknowledged", "remark", remark == null ? "" : remark));
        telling.audit(
            sending.clientId(), "acknowledged", bulletin, Map.of("version", sending.version()));
      }
    }
  }

  /// Decides by hand what a bulletin means for an asset, where comparing versions could not.
  ///
  /// @throws Problem 404 when nothing of it is spoken of, 400 for an outcome that decides nothing
  @Transactional
  void judge(UUID id, UUID asset, Outcome outcome, String why) {
    Match match = sendings.lockMatch(id, asset);
    Bulletin bulletin = rows.find(id);
    if (match == null || bulletin == null) {
      throw Problem.notFound("bulletin match", asset);
    }
    if (outcome == Outcome.UNKNOWN) {
      throw Problem.invalid("outcome", "must be affected or not-affected");
    }
    Match judged =
        new Match(
            id,
            asset,
            match.clientId(),
            outcome,
            match.product(),
            why,
            BulletinTelling.who(),
            telling.now(),
            match.ticketId());
    sendings.put(judged);
    Asset of = assets.find(asset).orElseThrow(() -> Problem.notFound("asset", asset));
    if (outcome == Outcome.AFFECTED && match.ticketId() == null) {
      tickets.open(bulletin, judged, of);
    } else if (match.ticketId() != null) {
      tickets.comment(match.ticketId(), "人工判断：%s，%s".formatted(Words.of(outcome), why));
    }
    telling.audit(
        match.clientId(),
        "judged",
        bulletin,
        Map.of("asset", asset.toString(), "outcome", outcome.code(), "why", why));
  }

  /// What is installed changed: judges the client by every bulletin in force again.
  @EventListener
  void on(ProductsChanged changed) {
    Instant now = telling.now();
    for (Bulletin bulletin : rows.published()) {
      Bulletin told = rows.asTold(bulletin);
      if (told != null) {
        var _ = delivery.deliver(told, changed.clientId(), now, false);
      }
    }
  }

  private Bulletin lock(UUID id) {
    Bulletin bulletin = rows.lock(id);
    if (bulletin == null) {
      throw Problem.notFound("bulletin", id);
    }
    return bulletin;
  }
}
