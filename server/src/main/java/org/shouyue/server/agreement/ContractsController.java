package org.shouyue.server.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.server.agreement.ContractViews.ContractItem;
import org.shouyue.server.agreement.Decisions.Decision;
import org.shouyue.server.agreement.Drafts.Read;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/// Contracts: import, decide, put in force, look at.
@RestController
@RequestMapping("/api/contracts")
class ContractsController {
  private final Contracts contracts;
  private final ContractViews views;
  private final Decisions decisions;
  private final Drafts drafts;
  private final Signing signing;
  private final ClientChoice choice;

  ContractsController(
      Contracts contracts,
      ContractViews views,
      Decisions decisions,
      Drafts drafts,
      Signing signing,
      ClientChoice choice) {
    this.contracts = contracts;
    this.views = views;
    this.decisions = decisions;
    this.drafts = drafts;
    this.signing = signing;
    this.choice = choice;
  }

  @GetMapping
  @AllowedToSignedIn
  Page<ContractItem> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID client,
      PageRequest request) {
    return views.contracts(new ContractViews.Wanted(null, state, client), request);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ContractPage add(
      @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable UUID clientId)
      throws IOException {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      Read read = drafts.read(name == null || name.isBlank() ? "contract" : name, content);
      UUID client = choice.of(clientId, read.contract());
      return page(drafts.add(client, read).id());
    }
  }

  /// One contract with everything that its page shows.
  record ContractPage(
      UUID id,
      UUID clientId,
      String clientName,
      @Nullable String title,
      @Nullable String number,
      AgreementState state,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String total,
      int kept,
      int late,
      int missed,
      int upcoming,
      int ambiguitiesOpen,
      JsonNode body,
      int version,
      List<AmbiguityItem> ambiguities,
      @Nullable LocalDate signedOn,
      @Nullable String calendar,
      String documentName,
      String documentDigest) {}

  /// One ambiguity and what was decided.
  record AmbiguityItem(
      int n, String code, String message, @Nullable Lines lines, @Nullable DecisionItem decision) {}

  /// What was decided, when and by whom.
  record DecisionItem(String text, Instant at, String by) {}

  @GetMapping("/{id}")
  @AllowedToSignedIn
  ContractPage one(@PathVariable UUID id) {
    return page(id);
  }

  private ContractPage page(UUID id) {
    Agreement agreement = require(id);
    ContractItem item =
        views
            .contracts(new ContractViews.Wanted(id, null, null), new PageRequest(0, 1, null, null))
            .items()
            .getFirst();
    return new ContractPage(
        id,
        item.clientId(),
        item.clientName(),
        item.title(),
        item.number(),
        item.state(),
        item.from(),
        item.to(),
        item.total(),
        item.kept(),
        item.late(),
        item.missed(),
        item.upcoming(),
        item.ambiguitiesOpen(),
        Written.tree(agreement.contract()),
        agreement.version(),
        ambiguities(agreement.contract(), decisions.of(id)),
        agreement.signedOn(),
        agreement.calendar(),
        agreement.documentName(),
        agreement.documentDigest());
  }

  private static List<AmbiguityItem> ambiguities(
      Contract contract, Map<Integer, Decision> decisions) {
    List<AmbiguityItem> items = new ArrayList<>();
    for (Ambiguity ambiguity : contract.ambiguities()) {
      Decision decision = decisions.get(items.size());
      items.add(
          new AmbiguityItem(
              items.size(),
              ambiguity.code().name().toLowerCase(Locale.ROOT),
              ambiguity.message(),
              ambiguity.lines(),
              decision == null
                  ? null
                  : new DecisionItem(decision.text(), decision.at(), decision.by())));
    }
    return items;
  }

  /// The document's text.
  record Source(List<String> lines) {}

  @GetMapping("/{id}/source")
  @AllowedToSignedIn
  Source source(@PathVariable UUID id) {
    return new Source(require(id).source());
  }

  @PutMapping("/{id}/body")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ContractPage edit(@PathVariable UUID id, @RequestBody JsonNode body) {
    drafts.edit(id, body);
    return page(id);
  }

  /// What a person decides about an ambiguity.
  record NewDecision(String decision, @Nullable Map<String, JsonNode> patch) {
    NewDecision {
      new Checks().text("decision", decision, 2000).done();
    }
  }

  @PutMapping("/{id}/ambiguities/{n}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  ContractPage decide(@PathVariable UUID id, @PathVariable int n, @RequestBody NewDecision given) {
    drafts.decide(id, n, given.decision(), given.patch());
    return page(id);
  }

  /// The signature, and what each service works on.
  record NewSignature(LocalDate signedOn, @Nullable Map<String, List<UUID>> assets) {
    NewSignature {
      new Checks().present("signedOn", signedOn).done();
    }
  }

  @PostMapping("/{id}/in-force")
  @AllowedTo(Role.PROVIDER_MANAGER)
  ContractPage sign(@PathVariable UUID id, @RequestBody NewSignature given) {
    signing.sign(id, given.signedOn(), given.assets());
    return page(id);
  }

  private Agreement require(UUID id) {
    Agreement agreement = contracts.find(id);
    if (agreement == null) {
      throw Problem.notFound("contract", id);
    }
    return agreement;
  }
}
