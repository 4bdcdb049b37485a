package org.shouyue.server.secrecy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.signature.DrawnSignature;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/disclosures")
final class DisclosuresController {
  private static final int LONGEST = 2_000;

  private final Disclosures disclosures;
  private final DisclosureDesk desk;

  DisclosuresController(Disclosures disclosures, DisclosureDesk desk) {
    this.disclosures = disclosures;
    this.desk = desk;
  }

  record NewDisclosure(
      UUID contractId, String recipient, String what, String purpose, String basis, Instant until) {
    NewDisclosure {
      new Checks()
          .present("contractId", contractId)
          .text("recipient", recipient, 200)
          .text("what", what, LONGEST)
          .text("purpose", purpose, LONGEST)
          .text("basis", basis, LONGEST)
          .present("until", until)
          .done();
    }
  }

  record Decision(
      boolean consents,
      String name,
      String role,
      @Nullable String remark,
      @Nullable String drawing) {
    Decision {
      new Checks()
          .text("name", name, 100)
          .text("role", role, 100)
          .that(!consents || drawing != null, "drawing", "must be given with a consent")
          .that(
              consents || (remark != null && !remark.isBlank()),
              "remark",
              "must say why it is refused")
          .done();
    }
  }

  record Note(String note) {
    Note {
      new Checks().text("note", note, LONGEST).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Disclosure> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return disclosures.page(client, state, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Disclosure one(@PathVariable UUID id) {
    return desk.require(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Disclosure ask(@RequestBody NewDisclosure given) {
    return desk.ask(
        new DisclosureDesk.Asked(
            given.contractId(),
            given.recipient().strip(),
            given.what().strip(),
            given.purpose().strip(),
            given.basis().strip(),
            given.until()));
  }

  @PostMapping("/{id}/decision")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  Disclosure decide(@PathVariable UUID id, @RequestBody Decision given) {
    String drawing = given.drawing();
    byte[] drawn = given.consents() && drawing != null ? DrawnSignature.read(drawing) : null;
    return desk.decide(
        id,
        new DisclosureDesk.Answer(
            given.consents(), given.name().strip(), given.role().strip(), given.remark(), drawn));
  }

  @PostMapping("/{id}/shown")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Disclosure shown(@PathVariable UUID id, @RequestBody Note given) {
    return desk.shown(id, given.note().strip());
  }
}
