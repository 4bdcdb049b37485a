package org.shouyue.server.change;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.QuotaMatter;
import org.shouyue.server.agreement.QuotaStanding;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.Signatures;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketKind;
import org.shouyue.server.ticket.TicketMatter;
import org.shouyue.server.ticket.TicketOpened;
import org.shouyue.server.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What comes before the work: changes are taken in, planned, told to the client, signed or
/// declined.
@Service
class ChangePlanning {
  private final ChangeRows rows;
  private final ChangeDesk desk;
  private final ChangePaper paper;
  private final TicketDesk tickets;
  private final Tickets found;
  private final Agreements agreements;
  private final Assets assets;
  private final Quotas quotas;
  private final JsonMapper json;
  private final Signatures signatures;

  ChangePlanning(
      ChangeRows rows,
      ChangeDesk desk,
      ChangePaper paper,
      TicketDesk tickets,
      Tickets found,
      Agreements agreements,
      Assets assets,
      Quotas quotas,
      JsonMapper json,
      Signatures signatures) {
    this.rows = rows;
    this.desk = desk;
    this.paper = paper;
    this.tickets = tickets;
    this.found = found;
    this.agreements = agreements;
    this.assets = assets;
    this.quotas = quotas;
    this.json = json;
    this.signatures = signatures;
  }

  /// Every ticket of kind change needs a signed plan, whoever opened it.
  @EventListener
  void on(TicketOpened opened) {
    Ticket ticket = Objects.requireNonNull(found.find(opened.ticketId()));
    if (ticket.kind() == TicketKind.CHANGE) {
      rows.add(ticket.id(), ticket.clientId(), ticket.contractId(), opened.at());
    }
  }

  /// Opens a change, and uses up its quota.
  ///
  /// @param extra whether it may go beyond a quota that is used up, on the client's signature
  /// @return the id of its ticket
  @Transactional
  UUID open(TicketMatter matter, boolean extra) {
    Agreement agreement = agreements.requireSigned(matter.contractId());
    Instant now = desk.now();
    String service = matter.serviceId();
    boolean known =
        service == null
            || agreement.contract().services().stream().anyMatch(one -> one.id().equals(service));
    if (!known) {
      throw Problem.invalid("serviceId", "names no service of the contract");
    }
    QuotaStanding standing = service == null ? null : quotas.of(agreement.id(), service, now);
    Ticket ticket = tickets.open(matter, Caller.current().name(), now);
    if (standing != null && extra && standing.left() == 0) {
      rows.goBeyondQuota(ticket.id());
    } else if (service != null) {
      quotas.use(quota(ticket, service), now);
    }
    return ticket.id();
  }

  /// Writes a version of the plan and tells the client, who is to sign it.
  ///
  /// @throws Problem 400 for assets that are not the client's, or a window in the past
  @Transactional
  void propose(UUID id, ChangePlan plan) {
    Change change = desk.lock(id);
    var _ = desk.require(change, ChangeAct.PROPOSE);
    Instant now = desk.now();
    check(change, plan, now);
    Ticket ticket = desk.ticket(change);
    int version = change.version() + 1;
    String text = json.writeValueAsString(plan);
    rows.add(
        change,
        new PlanVersion(
            version,
            text,
            PlanVersion.digest(ticket, version, text),
            now,
            ChangeDesk.who(),
            paper.notice(ticket, version, plan)),
        plan);
    desk.move(desk.lock(id), ChangeAct.PROPOSE, "第 %d 版方案".formatted(version));
  }

  private void check(Change change, ChangePlan plan, Instant now) {
    if (!plan.until().isAfter(now)) {
      throw Problem.invalid("plan.until", "must not be past already");
    }
    for (UUID asset : plan.assets()) {
      boolean theirs =
          assets.find(asset).map(Asset::clientId).filter(change.clientId()::equals).isPresent();
      if (!theirs) {
        throw Problem.invalid("plan.assets", "names no asset " + asset);
      }
    }
  }

  /// What the client's signatory hands in.
  ///
  /// @param digest of the plan that was read
  /// @param drawing a PNG picture as a data address; null when a certificate signs alone
  /// @param certificate the signature made with a certificate; null for none
  record Signed(
      String digest,
      String name,
      String office,
      @Nullable String remarks,
      @Nullable String drawing,
      @Nullable UUID certificate) {}

  /// Signs the plan as it lay before the signatory; in an emergency, after the work began.
  @Transactional
  void sign(UUID id, Signed given) {
    Change change = desk.lock(id);
    var _ = desk.require(change, ChangeAct.SIGN);
    if (rows.signatures(id).stream().anyMatch(one -> one.version() == change.version())) {
      throw Problem.conflict("signed-already", "该版方案已经签字");
    }
    Ticket ticket = desk.ticket(change);
    PlanVersion plan =
        rows.plans(id).stream()
            .filter(one -> one.version() == change.version())
            .findFirst()
            .orElseThrow();
    if (!PlanVersion.digest(ticket, plan.version(), plan.plan()).equals(given.digest())) {
      throw Problem.conflict("words-changed", "变更方案已有变动；请重新阅读后再签字");
    }
    Instant now = desk.now();
    byte[] drawing = signatures.picture("change/" + id, given.drawing(), given.certificate());
    long seq = desk.keep(change, "change-signature.png", "image/png", drawing, now);
    rows.add(
        change,
        new PlanSignature(
            plan.version(),
            Caller.current().id(),
            given.name().strip(),
            given.office().strip(),
            given.remarks() == null ? "" : given.remarks().strip(),
            given.digest(),
            now,
            seq));
    if (change.emergency() != null) {
      rows.confirm(id, now);
    }
    String service = ticket.serviceId();
    if (change.extra() && service != null) {
      quotas.useExtra(quota(ticket, service), now);
    }
    desk.move(change, ChangeAct.SIGN, "%s %s 签字".formatted(given.office(), given.name()).strip());
  }

  /// The client does not sign.
  @Transactional
  void decline(UUID id, String reason) {
    desk.move(desk.lock(id), ChangeAct.DECLINE, reason);
  }

  /// Drops the change; what it used of a quota is given back.
  @Transactional
  void cancel(UUID id, String reason) {
    Change change = desk.lock(id);
    desk.move(change, ChangeAct.CANCEL, reason);
    Instant now = desk.now();
    tickets.tell(
        id, TicketEvent.of(now, TicketEventType.CLOSE, ChangeDesk.who(), "取消变更：" + reason));
    quotas.giveBack(change.clientId(), "ticket/" + id, now);
  }

  private static QuotaMatter quota(Ticket ticket, String service) {
    return new QuotaMatter(ticket.contractId(), service, ticket.title(), "ticket/" + ticket.id());
  }
}
