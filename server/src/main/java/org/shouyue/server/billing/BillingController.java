package org.shouyue.server.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Settlements;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.Signatures;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Money between the two sides of a contract.
@RestController
@RequestMapping("/api/billing")
class BillingController {
  private static final int LONGEST_REASON = 2_000;
  private static final Set<String> PARTIES = Set.of("client", "provider");
  private static final Set<String> SUBJECTS = Set.of("breach", "secrecy", "termination", "refusal");

  private final Ledger ledger;
  private final Bills bills;
  private final Statements statements;
  private final Agreements agreements;
  private final Settlements settlements;
  private final Signatures signatures;

  BillingController(
      Ledger ledger,
      Bills bills,
      Statements statements,
      Agreements agreements,
      Settlements settlements,
      Signatures signatures) {
    this.ledger = ledger;
    this.bills = bills;
    this.statements = statements;
    this.agreements = agreements;
    this.settlements = settlements;
    this.signatures = signatures;
  }

  /// Everything about a contract's money.
  record BillingView(
      UUID contractId,
      Settlements.SettlementView settlement,
      List<Invoice> invoices,
      List<Ledger.Reminder> reminders,
      List<Breach> breaches,
      List<Statement> statements) {}

  record NewInvoice(
      UUID contractId,
      int instalment,
      String number,
      LocalDate issuedOn,
      @Nullable LocalDate deliveredOn,
      BigDecimal amount) {
    NewInvoice {
      new Checks()
          .present("contractId", contractId)
          .that(instalment > 0, "instalment", "must be counted from 1")
          .text("number", number, 40)
          .present("issuedOn", issuedOn)
          .that(
              issuedOn == null || deliveredOn == null || !deliveredOn.isBefore(issuedOn),
              "deliveredOn",
              "must not lie before issuedOn")
          .that(
              amount != null && amount.signum() > 0 && amount.scale() <= 2,
              "amount",
              "must be a sum above zero with at most two decimals")
          .done();
    }
  }

  record NewBreach(UUID contractId, String party, String subject, LocalDate on, String reason) {
    NewBreach {
      new Checks()
          .present("contractId", contractId)
          .that(party != null && PARTIES.contains(party), "party", "must be client or provider")
          .that(
              subject != null && SUBJECTS.contains(subject),
              "subject",
              "must be breach, secrecy, termination or refusal")
          .present("on", on)
          .text("reason", reason, LONGEST_REASON)
          .done();
    }
  }

  record Because(String reason) {
    Because {
      new Checks().text("reason", reason, LONGEST_REASON).done();
    }
  }

  record NewStatement(UUID contractId) {
    NewStatement {
      new Checks().present("contractId", contractId).done();
    }
  }

  record Confirmation(
      String name, String role, @Nullable String drawing, @Nullable UUID certificate) {
    Confirmation {
      new Checks()
          .text("name", name, 100)
          .text("role", role, 100)
          .that(drawing != null || certificate != null, "drawing", "is required")
          .done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  @Transactional(readOnly = true)
  BillingView view(@RequestParam("contract") UUID contract) {
    agreements.requireSigned(contract);
    return new BillingView(
        contract,
        settlements.now(contract),
        ledger.invoices(contract),
        ledger.reminders(contract),
        ledger.breaches(contract),
        ledger.statements(contract));
  }

  @GetMapping("/invoices")
  @AllowedToSignedIn
  Page<Invoice> invoices(
      @RequestParam(required = false) @Nullable UUID contract, PageRequest request) {
    return ledger.page(contract, request);
  }

  @PostMapping("/invoices")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  BillingView invoice(
      @RequestPart("invoice") NewInvoice given, @RequestPart("file") MultipartFile file) {
    LocalDate delivered = given.deliveredOn();
    var _ =
        bills.invoice(
            new Bills.InvoiceGiven(
                given.contractId(),
                given.instalment(),
                given.number().strip(),
                given.issuedOn(),
                delivered == null ? given.issuedOn() : delivered,
                given.amount()),
            proof(file));
    return view(given.contractId());
  }

  @PostMapping("/breaches")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  BillingView declare(
      @RequestPart("breach") NewBreach given, @RequestPart("file") MultipartFile file) {
    var _ =
        bills.declare(
            new Bills.BreachGiven(
                given.contractId(),
                given.party(),
                given.subject(),
                given.on(),
                given.reason().strip()),
            proof(file));
    return view(given.contractId());
  }

  @PostMapping("/breaches/{id}/withdraw")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  BillingView withdraw(@PathVariable UUID id, @RequestBody Because given) {
    return view(bills.withdraw(id, given.reason().strip()));
  }

  @PostMapping("/statements")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  BillingView draw(@RequestBody NewStatement given) {
    var _ = statements.draw(given.contractId());
    return view(given.contractId());
  }

  @PostMapping("/statements/{id}/confirm")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  BillingView confirm(@PathVariable UUID id, @RequestBody Confirmation given) {
    return view(
        statements.confirm(
            id,
            new Statements.Given(
                given.name().strip(),
                given.role().strip(),
                signatures.picture("statement/" + id, given.drawing(), given.certificate()))));
  }

  private static Bills.Proof proof(MultipartFile file) {
    if (file.isEmpty()) {
      throw Problem.invalid("file", "must not be empty");
    }
    String name = file.getOriginalFilename();
    String type = file.getContentType();
    try {
      return new Bills.Proof(
          name == null || name.isBlank() ? "附件" : name,
          type == null ? "application/octet-stream" : type,
          file.getBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("the uploaded file could not be read", broken);
    }
  }
}
