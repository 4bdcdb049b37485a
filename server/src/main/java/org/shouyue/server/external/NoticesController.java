package org.shouyue.server.external;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.external.NoticeViews.NoticeItem;
import org.shouyue.server.external.NoticeViews.NoticePage;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Notices of others, each under the id of its ticket.
@RestController
@RequestMapping("/api/external")
final class NoticesController {
  private final NoticeViews views;
  private final NoticeIntake intake;
  private final NoticeMending mending;
  private final NoticeAnswering answering;

  NoticesController(
      NoticeViews views, NoticeIntake intake, NoticeMending mending, NoticeAnswering answering) {
    this.views = views;
    this.intake = intake;
    this.mending = mending;
    this.answering = answering;
  }

  /// Words that an act needs.
  record Said(String text) {
    Said {
      new Checks().text("text", text, 20_000).done();
    }
  }

  /// What a retest showed.
  record Retested(Boolean passed, String text) {
    Retested {
      new Checks().present("passed", passed).text("text", text, 4_000).done();
    }
  }

  /// What of ours a problem is; null for none.
  record Matched(@Nullable UUID assetId, @Nullable UUID findingId) {}

  @GetMapping
  @AllowedToSignedIn
  Page<NoticeItem> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "false") boolean pressed,
      PageRequest request) {
    return views.page(contract, state, pressed, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  NoticePage one(@PathVariable UUID id) {
    return views.one(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  NoticePage take(@RequestBody NewNotice given) {
    return views.one(intake.take(given, null));
  }

  /// Takes a notice in with its document.
  @PostMapping("/with-document")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  NoticePage take(@RequestPart("notice") NewNotice given, @RequestPart("file") MultipartFile file)
      throws IOException {
    return views.one(intake.take(given, source(file)));
  }

  /// Proposes the fields of a notice from its document; nothing is kept.
  @PostMapping("/reading")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  NoticeReading.Proposed read(
      @RequestParam UUID contractId, @RequestPart("file") MultipartFile file) throws IOException {
    return intake.read(contractId, source(file));
  }

  /// Takes many notices in from a table.
  @PostMapping("/table")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  NoticeIntake.Imported takeTable(
      @RequestParam UUID contractId, @RequestPart("file") MultipartFile file) throws IOException {
    return intake.takeTable(contractId, source(file));
  }

  @PostMapping("/{id}/problems/{n}/fix")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  NoticePage fix(@PathVariable UUID id, @PathVariable int n, @RequestBody Said given) {
    mending.fix(id, n, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/problems/{n}/retest")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  NoticePage retest(@PathVariable UUID id, @PathVariable int n, @RequestBody Retested given) {
    mending.retest(id, n, given.passed(), given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/problems/{n}/give-up")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  NoticePage giveUp(@PathVariable UUID id, @PathVariable int n, @RequestBody Said given) {
    mending.giveUp(id, n, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/problems/{n}/match")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  NoticePage match(@PathVariable UUID id, @PathVariable int n, @RequestBody Matched given) {
    mending.match(id, n, given.assetId(), given.findingId());
    return views.one(id);
  }

  @PostMapping("/{id}/answer")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  NoticePage answer(@PathVariable UUID id, @RequestBody Said given) {
    answering.answer(id, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/send")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  NoticePage send(@PathVariable UUID id, @RequestBody Said given) {
    answering.send(id, given.text().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/receipt")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  NoticePage receipt(
      @PathVariable UUID id,
      @RequestParam String text,
      @RequestPart(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    new Checks().text("text", text, 4_000).done();
    answering.receipt(id, text.strip(), file == null ? null : source(file));
    return views.one(id);
  }

  private static NoticeIntake.Source source(MultipartFile file) throws IOException {
    return new NoticeIntake.Source(
        Objects.requireNonNullElse(file.getOriginalFilename(), "通报"),
        Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
        file.getBytes());
  }
}
