package org.shouyue.server.asset;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Method;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Permit;
import org.shouyue.scope.PermitId;
import org.shouyue.scope.Target;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.FieldError;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
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

@RestController
@RequestMapping("/api/permits")
final class PermitsController {
  private final Permits permits;
  private final EvidenceLog evidence;
  private final NetworkBroker broker;
  private final InstantSource clock;
  private final TransactionTemplate transactions;

  PermitsController(
      Permits permits,
      EvidenceLog evidence,
      NetworkBroker broker,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.permits = permits;
    this.evidence = evidence;
    this.broker = broker;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// @param targets as `url:https://www.example.cn/`, `address:10.1.0.0/16`, `host:…`, `domain:…`,
  ///   `database:…`, `path:…`
  /// @param methods of `observe`, `enumerate`, `intrusive`, `change`
  record NewPermit(
      UUID clientId,
      List<String> targets,
      Set<String> methods,
      Instant from,
      Instant until,
      String signatory) {
    NewPermit {
      new Checks()
          .present("clientId", clientId)
          .some("targets", targets)
          .that(targets == null || targets.size() <= 500, "targets", "must not be more than 500")
          .some("methods", methods)
          .present("from", from)
          .present("until", until)
          .that(
              from == null || until == null || from.isBefore(until), "until", "must be after from")
          .text("signatory", signatory, 100)
          .done();
    }
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<PermitRecord> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return permits.page(client, state, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  PermitRecord one(@PathVariable UUID id) {
    return permits.find(id).orElseThrow(() -> Problem.notFound("permit", id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  PermitRecord add(@RequestPart("permit") NewPermit given, @RequestPart("file") MultipartFile file)
      throws IOException {
    new Checks()
        .that(!file.isEmpty(), "file", "must be the signed permit, not an empty file")
        .that(
            TenantScope.visible().contains(given.clientId()),
            "clientId",
            "names no client " + given.clientId())
        .that(given.until().isAfter(clock.instant()), "until", "is past already")
        .done();
    List<Target> targets = targets(given.targets());
    Set<Method> methods = methods(given.methods());
    UUID id = UUID.randomUUID();
    NewEvidence signed =
        new NewEvidence(
            given.clientId(),
            given.clientId(),
            Objects.requireNonNullElse(file.getOriginalFilename(), "permit"),
            Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
            file.getBytes(),
            "permit/" + id,
            clock.instant());
    transactions.executeWithoutResult(_ -> {
      EvidenceRecord kept = evidence.keep(signed);
      permits.add(
          new Permit(
              new PermitId(id),
              given.clientId(),
              targets,
              methods,
              given.from(),
              given.until(),
              given.signatory().strip(),
              kept.sha256(),
              null),
          kept.name(),
          kept.seq());
    });
    return one(id);
  }

  @PostMapping("/{id}/revoke")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  PermitRecord revoke(@PathVariable UUID id, @RequestBody Reason given) {
    if (!permits.revoke(one(id), given.reason())) {
      throw Problem.conflict("already-revoked", "the permit was revoked before");
    }
    broker.cut(new PermitId(id));
    return one(id);
  }

  private static List<Target> targets(List<String> written) {
    List<Target> targets = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      try {
        targets.add(Target.parse(written.get(i)));
      } catch (IllegalArgumentException e) {
        errors.add(new FieldError("targets[" + i + "]", String.valueOf(e.getMessage())));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return targets;
  }

  private static Set<Method> methods(Set<String> codes) {
    try {
      return Set.copyOf(codes.stream().map(Method::of).toList());
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("methods", String.valueOf(e.getMessage()));
    }
  }
}
