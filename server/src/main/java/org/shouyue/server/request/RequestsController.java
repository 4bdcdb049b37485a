package org.shouyue.server.request;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.request.RequestViews.RequestItem;
import org.shouyue.server.request.RequestViews.RequestPage;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
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

/// Formal requests, each under the id of its ticket.
@RestController
@RequestMapping("/api/requests")
final class RequestsController {
  private final RequestViews views;
  private final RequestIntake intake;
  private final RequestDesk desk;
  private final RequestRows rows;
  private final RequestConfirming confirming;

  RequestsController(
      RequestViews views,
      RequestIntake intake,
      RequestDesk desk,
      RequestRows rows,
      RequestConfirming confirming) {
    this.views = views;
    this.intake = intake;
    this.desk = desk;
    this.rows = rows;
    this.confirming = confirming;
  }

  /// Words that an act needs.
  record Said(String text) {
    Said {
      new Checks().text("text", text, 4_000).done();
    }
  }

  /// A drawn confirmation.
  ///
  /// @param digest of the words that were read, as the request's page gives it
  record Signed(
      String digest, String name, String office, @Nullable String remarks, String drawing) {
    Signed {
      new Checks()
          .text("digest", digest, 64)
          .text("name", name, 100)
          .text("office", office, 100)
          .that(
              remarks == null || remarks.length() <= 4_000,
              "remarks",
              "must not be longer than 4000")
          .present("drawing", drawing)
          .done();
    }
  }

  /// Whose word a document is, and on which words.
  record Documented(String digest, UUID contactId, @Nullable String remarks) {
    Documented {
      new Checks().text("digest", digest, 64).present("contactId", contactId).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<RequestItem> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String stage,
      PageRequest request) {
    return views.page(contract, stage, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  RequestPage one(@PathVariable UUID id) {
    return views.one(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RequestPage submit(@RequestBody NewRequest given) {
    return views.one(intake.submit(given));
  }

  @PostMapping("/{id}/origin")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RequestPage attribute(@PathVariable UUID id, @RequestBody NewOrigin given) {
    desk.attribute(id, given);
    return views.one(id);
  }

  @PostMapping("/{id}/take")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RequestPage take(@PathVariable UUID id) {
    return act(id, RequestAct.TAKE, null);
  }

  @PostMapping("/{id}/accept")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RequestPage accept(@PathVariable UUID id) {
    return act(id, RequestAct.ACCEPT, null);
  }

  @PostMapping("/{id}/warn")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RequestPage warn(@PathVariable UUID id, @RequestBody Said given) {
    return act(id, RequestAct.WARN, given.text().strip());
  }

  @PostMapping("/{id}/refuse")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RequestPage refuse(@PathVariable UUID id, @RequestBody Said given) {
    return act(id, RequestAct.REFUSE, given.text().strip());
  }

  @PostMapping("/{id}/withdraw")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RequestPage withdraw(@PathVariable UUID id, @RequestBody Said given) {
    refuseUnlessSpeaking(id);
    return act(id, RequestAct.WITHDRAW, given.text().strip());
  }

  @PostMapping("/{id}/agree")
  @AllowedTo({Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RequestPage agree(@PathVariable UUID id) {
    refuseUnlessSpeaking(id);
    return act(id, RequestAct.AGREE, null);
  }

  @PostMapping("/{id}/disagree")
  @AllowedTo({Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RequestPage disagree(@PathVariable UUID id, @RequestBody Said given) {
    refuseUnlessSpeaking(id);
    return act(id, RequestAct.DISAGREE, given.text().strip());
  }

  @PostMapping("/{id}/confirmation")
  @AllowedTo({Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RequestPage sign(@PathVariable UUID id, @RequestBody Signed given) {
    String remarks = given.remarks() == null ? "" : given.remarks();
    confirming.sign(
        id,
        new RequestConfirming.Drawn(
            given.digest(), given.name(), given.office(), remarks, given.drawing()));
    return views.one(id);
  }

  @PostMapping("/{id}/confirmation-document")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  RequestPage keep(
      @PathVariable UUID id,
      @RequestPart("confirmation") Documented given,
      @RequestPart("file") MultipartFile file)
      throws IOException {
    confirming.keep(
        id,
        new RequestConfirming.Document(
            given.digest(),
            given.contactId(),
            given.remarks(),
            Objects.requireNonNullElse(file.getOriginalFilename(), "确认书"),
            Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
            file.getBytes()));
    return views.one(id);
  }

  private RequestPage act(UUID id, RequestAct act, @Nullable String text) {
    desk.act(id, act, text);
    return views.one(id);
  }

  /// The client's side is heard through those who speak for it.
  private void refuseUnlessSpeaking(UUID id) {
    ServiceRequest request = rows.find(id);
    if (request == null) {
      throw Problem.notFound("request", id);
    }
    if (Caller.current().role().isClients() && !views.speaks(request)) {
      throw Problem.forbidden("只有签署人或联系责任人可以代表甲方答复");
    }
  }
}
