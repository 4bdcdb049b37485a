package org.shouyue.server.consulting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
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
import org.springframework.web.multipart.MultipartFile;

/// Advice: ask, deliver, accept.
@RestController
@RequestMapping("/api/consulting/advice")
final class AdviceController {
  private final AdviceDesk desk;
  private final Advices advices;

  AdviceController(AdviceDesk desk, Advices advices) {
    this.desk = desk;
    this.advices = advices;
  }

  record NewAdvice(
      UUID contractId,
      @Nullable String serviceId,
      Advice.Topic topic,
      String title,
      String question,
      @Nullable LocalDate wantedBy) {
    NewAdvice {
      new Checks()
          .present("contractId", contractId)
          .present("topic", topic)
          .text("title", title, 200)
          .text("question", question, 8000)
          .done();
    }
  }

  record Judgement(boolean accepted, @Nullable String remarks) {
    Judgement {
      new Checks()
          .that(remarks == null || remarks.length() <= 2000, "remarks", "is longer than 2000")
          .done();
      remarks = remarks == null || remarks.isBlank() ? null : remarks.strip();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Advice> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return advices.page(client, state, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Advice one(@PathVariable UUID id) {
    return desk.require(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  Advice ask(@RequestBody NewAdvice given) {
    return one(
        desk.ask(
            new AdviceDesk.Question(
                given.contractId(),
                given.serviceId(),
                given.topic(),
                given.title().strip(),
                given.question().strip(),
                given.wantedBy())));
  }

  @PostMapping("/{id}/documents")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Advice deliver(
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String note)
      throws IOException {
    String said = note == null ? "" : note.strip();
    new Checks()
        .that(!file.isEmpty(), "file", "must not be empty")
        .that(said.length() <= 2000, "note", "must not be longer than 2000")
        .done();
    desk.deliver(
        id,
        new AdviceDesk.Delivered(
            Objects.requireNonNullElse(file.getOriginalFilename(), "咨询文档"),
            Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
            file.getBytes(),
            said));
    return one(id);
  }

  @PostMapping("/{id}/receipt")
  @AllowedTo({Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  Advice receive(@PathVariable UUID id) {
    desk.receive(id);
    return one(id);
  }

  @PostMapping("/{id}/judgement")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  Advice judge(@PathVariable UUID id, @RequestBody Judgement given) {
    desk.judge(id, given.accepted(), given.remarks());
    return one(id);
  }

  @PostMapping("/{id}/withdraw")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  Advice withdraw(@PathVariable UUID id) {
    desk.withdraw(id);
    return one(id);
  }
}
