package org.shouyue.server.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
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

/// What was asked informally, by messenger or in passing.
@RestController
@RequestMapping("/api/consultations")
final class ConsultationsController {
  private final Consultations consultations;

  ConsultationsController(Consultations consultations) {
    this.consultations = consultations;
  }

  record NewConsultation(
      UUID contractId,
      Channel channel,
      String who,
      @Nullable UUID contactId,
      @Nullable Instant askedAt,
      String question) {
    NewConsultation {
      new Checks()
          .present("contractId", contractId)
          .present("channel", channel)
          .text("who", who, 100)
          .text("question", question, 4_000)
          .done();
    }
  }

  record Answer(String text) {
    Answer {
      new Checks().text("text", text, 4_000).done();
    }
  }

  /// @param open true for those that wait for an answer only, false for the others
  @GetMapping
  @AllowedToSignedIn
  Page<Consultation> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable Boolean open,
      PageRequest request) {
    return consultations.page(contract, open, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Consultation one(@PathVariable UUID id) {
    return consultations.require(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  Consultation note(@RequestBody NewConsultation given) {
    return one(
        consultations.note(
            new Consultations.Noted(
                given.contractId(),
                given.channel(),
                given.who(),
                given.contactId(),
                given.askedAt(),
                given.question())));
  }

  @PostMapping("/{id}/answer")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Consultation answer(@PathVariable UUID id, @RequestBody Answer given) {
    consultations.answer(id, given.text().strip());
    return one(id);
  }

  @PostMapping("/{id}/formal")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  Consultation formalise(@PathVariable UUID id, @RequestBody NewRequest given) {
    var _ = consultations.formalise(id, given);
    return one(id);
  }
}
