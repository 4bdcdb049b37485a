package org.shouyue.server.acceptance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.FileAnswer;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.outgoing.Released;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.Signatures;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/acceptances")
final class AcceptancesController {
  private static final int LONGEST_REMARKS = 4_000;

  private final Acceptances acceptances;
  private final AcceptanceViews views;
  private final AcceptanceRequests requests;
  private final ClientSigning signing;
  private final SignOffPages pages;
  private final PackageFolder packages;
  private final Signatures signatures;
  private final ExportGate gate;

  AcceptancesController(
      Acceptances acceptances,
      AcceptanceViews views,
      AcceptanceRequests requests,
      ClientSigning signing,
      SignOffPages pages,
      PackageFolder packages,
      Signatures signatures,
      ExportGate gate) {
    this.acceptances = acceptances;
    this.views = views;
    this.requests = requests;
    this.signing = signing;
    this.pages = pages;
    this.packages = packages;
    this.signatures = signatures;
    this.gate = gate;
  }

  record NewAcceptance(UUID contractId, LocalDate from, LocalDate to) {
    NewAcceptance {
      new Checks()
          .present("contractId", contractId)
          .present("from", from)
          .present("to", to)
          .that(from == null || to == null || !to.isBefore(from), "to", "must not be before from")
          .done();
    }
  }

  record SignedBy(
      String name,
      String role,
      @Nullable String drawing,
      @Nullable UUID certificate,
      @Nullable String remarks,
      Signature.Verdict verdict) {
    SignedBy {
      new Checks()
          .text("name", name, 100)
          .text("role", role, 100)
          .that(drawing != null || certificate != null, "drawing", "is required")
          .present("verdict", verdict)
          .that(
              remarks == null || remarks.length() <= LONGEST_REMARKS,
              "remarks",
              "must not be longer than " + LONGEST_REMARKS)
          .that(
              verdict != Signature.Verdict.REFUSED || (remarks != null && !remarks.isBlank()),
              "remarks",
              "must say why the service is refused")
          .done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Acceptances.Line> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return acceptances.page(contract, state, request);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  AcceptanceViews.Detail begin(@RequestBody NewAcceptance given) {
    return views.of(require(requests.begin(given.contractId(), given.from(), given.to())));
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  AcceptanceViews.Detail one(@PathVariable UUID id) {
    return views.of(require(id));
  }

  @GetMapping("/{id}/file/{*name}")
  @AllowedToSignedIn
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String name) {
    Acceptance acceptance = require(id);
    String path = name.startsWith("/") ? name.substring(1) : name;
    byte[] content = packages.read(id, path).orElseThrow(() -> Problem.notFound("file", path));
    boolean ours = !path.startsWith("evidence/");
    String shown = path.equals(PackageFolder.ZIP) ? acceptance.number() + ".zip" : path;
    Outgoing kept = Outgoing.kept(acceptance.clientId(), shown);
    Released file = gate.file(shown.endsWith(".html") ? kept.onPage() : kept, content);
    return ours ? FileAnswer.of(file) : FileAnswer.download(file);
  }

  @PostMapping("/{id}/sign")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  AcceptanceViews.Detail sign(@PathVariable UUID id, @RequestBody SignedBy given) {
    byte[] drawing = signatures.picture("acceptance/" + id, given.drawing(), given.certificate());
    String remarks = given.remarks() == null ? null : given.remarks().strip();
    var _ =
        signing.sign(
            id,
            new ClientSigning.Given(
                given.name().strip(), given.role().strip(), given.verdict(), remarks, drawing));
    pages.add(id);
    return views.of(require(id));
  }

  private Acceptance require(UUID id) {
    return acceptances.find(id).orElseThrow(() -> Problem.notFound("acceptance", id));
  }
}
