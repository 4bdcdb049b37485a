package org.shouyue.server.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes down invoices and declared breaches, each with its document as evidence.
@Service
class Bills {
  private final Ledger ledger;
  private final Agreements agreements;
  private final EvidenceLog evidence;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Bills(
      Ledger ledger,
      Agreements agreements,
      EvidenceLog evidence,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.ledger = ledger;
    this.agreements = agreements;
    this.evidence = evidence;
    this.clock = clock;
    this.events = events;
  }

  /// A file that proves something.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Proof(String name, String type, byte[] content) {}

  /// What an invoice says.
  record InvoiceGiven(
      UUID contractId,
      int instalment,
      String number,
      LocalDate issuedOn,
      LocalDate deliveredOn,
      BigDecimal amount) {}

  /// Records an invoice and delivers it to the client.
  ///
  /// @throws Problem 404 for an unknown contract or instalment, 409 for a number already recorded,
  ///   400 for a day that has not come
  @Transactional
  UUID invoice(InvoiceGiven given, Proof file) {
    Agreement agreement = agreements.requireSigned(given.contractId());
    boolean planned =
        agreements.plan(agreement).payments().stream()
            .anyMatch(one -> one.ordinal() == given.instalment());
    if (!planned) {
      throw Problem.notFound("instalment", given.instalment());
    }
    Instant now = clock.instant();
    requirePast(agreement, "deliveredOn", given.deliveredOn(), now);
    if (ledger.known(agreement.id(), given.number())) {
      throw Problem.conflict("invoice-known", "这张发票已登记，请核对发票号码");
    }
    UUID id = UUID.randomUUID();
    long seq = keep(agreement, file, "invoice/" + id, now);
    ledger.add(
        new Invoice(
            id,
            agreement.clientId(),
            agreement.id(),
            given.instalment(),
            given.number(),
            given.issuedOn(),
            given.deliveredOn(),
            given.amount(),
            seq,
            now,
            Caller.current().name()));
    changed(
        agreement,
        "invoice.recorded",
        "invoice/" + id,
        Map.of("number", given.number(), "amount", given.amount().toPlainString()));
    tell(
        agreement,
        Role.CLIENT_SIGNATORY,
        "invoice-delivered",
        Map.of(
            "number", given.number(),
            "amount", given.amount().toPlainString(),
            "instalment", Integer.toString(given.instalment())),
        "invoice/" + id);
    return id;
  }

  /// What a person states about a breach.
  record BreachGiven(UUID contractId, String party, String subject, LocalDate on, String reason) {}

  /// Declares a breach. It enters the settlement at once and is told to the other side.
  ///
  /// @throws Problem 404 for an unknown contract, 400 for a day that has not come
  @Transactional
  UUID declare(BreachGiven given, Proof file) {
    Agreement agreement = agreements.requireSigned(given.contractId());
    Instant now = clock.instant();
    requirePast(agreement, "on", given.on(), now);
    UUID id = UUID.randomUUID();
    long seq = keep(agreement, file, "breach/" + id, now);
    String declarer = side(Caller.current());
    ledger.add(
        new Breach(
            id,
            agreement.clientId(),
            agreement.id(),
            given.party(),
            given.subject(),
            given.on(),
            given.reason(),
            seq,
            now,
            Caller.current().name(),
            declarer,
            null,
            null));
    changed(
        agreement,
        "breach.declared",
        "breach/" + id,
        Map.of("party", given.party(), "subject", given.subject()));
    tell(
        agreement,
        declarer.equals("client") ? Role.PROVIDER_MANAGER : Role.CLIENT_SIGNATORY,
        "breach-declared",
        Map.of("reason", given.reason(), "on", given.on().toString()),
        "breach/" + id);
    return id;
  }

  /// Takes a declaration back; only the side that made it can.
  ///
  /// @throws Problem 404 for an unknown one, 403 for the other side, 409 when it is taken back
  @Transactional
  UUID withdraw(UUID id, String because) {
    Breach breach = ledger.lockBreach(id).orElseThrow(() -> Problem.notFound("breach", id));
    if (!breach.declarer().equals(side(Caller.current()))) {
      throw Problem.forbidden("违约认定只能由作出认定的一方撤回");
    }
    if (breach.withdrawnAt() != null) {
      throw Problem.conflict("already-withdrawn", "这项违约认定已经撤回");
    }
    ledger.withdraw(id, clock.instant(), because);
    changed(
        agreements.requireSigned(breach.contractId()),
        "breach.withdrawn",
        "breach/" + id,
        Map.of("because", because));
    return breach.contractId();
  }

  /// Whose side a caller acts for: `client` or `provider`.
  static String side(Caller caller) {
    return caller.role().isClients() ? "client" : "provider";
  }

  private long keep(Agreement agreement, Proof file, String about, Instant at) {
    return evidence
        .keep(
            new NewEvidence(
                agreement.clientId(),
                agreement.id(),
                file.name(),
                file.type(),
                file.content(),
                about,
                at))
        .seq();
  }

  private void requirePast(Agreement agreement, String field, LocalDate day, Instant now) {
    if (day.isAfter(agreements.calendar(agreement).dateOf(now))) {
      throw Problem.invalid(field, "must not lie in the future");
    }
  }

  private void changed(
      Agreement agreement, String action, String about, Map<String, String> details) {
    events.publishEvent(new Changed(agreement.clientId(), action, about, details));
  }

  private void tell(
      Agreement agreement, Role role, String template, Map<String, String> words, String about) {
    events.publishEvent(
        new NoticeWanted(
            agreement.clientId(),
            new Audience.OfRole(role),
            Urgency.NORMAL,
            template,
            words,
            about,
            template + "/" + about));
  }
}
