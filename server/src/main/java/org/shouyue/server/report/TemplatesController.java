package org.shouyue.server.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.FileAnswer;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Word templates that people change in Word.
@RestController
@RequestMapping("/api/report-templates")
final class TemplatesController {
  private final Templates templates;
  private final ExportGate gate;

  TemplatesController(Templates templates, ExportGate gate) {
    this.templates = templates;
    this.gate = gate;
  }

  record NewTemplate(UUID clientId, String kind) {
    NewTemplate {
      new Checks().present("clientId", clientId).present("kind", kind).done();
    }
  }

  /// A kind of document and the client's versions for it, the newest first.
  record KindView(String kind, String chinese, String english, List<Templates.Taken> versions) {}

  @GetMapping
  @AllowedToSignedIn
  List<KindView> list(@RequestParam("client") UUID client) {
    List<Templates.Taken> taken = templates.of(client);
    return Arrays.stream(PaperKind.values())
        .map(kind ->
            new KindView(
                kind.code(),
                kind.chinese(),
                kind.english(),
                taken.stream().filter(one -> one.kind().equals(kind.code())).toList()))
        .toList();
  }

  @GetMapping("/tags")
  @AllowedToSignedIn
  List<TemplateTag> tags() {
    return TemplateTag.all();
  }

  @GetMapping("/file")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ResponseEntity<byte[]> file(@RequestParam("client") UUID client, @RequestParam String kind) {
    return FileAnswer.of(
        gate.file(
            Outgoing.kept(client, "template-" + kind + ".docx"), templates.current(client, kind)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  Templates.Accepted take(
      @RequestPart("template") NewTemplate given, @RequestPart("file") MultipartFile file) {
    String name = file.getOriginalFilename();
    try {
      return templates.take(
          given.clientId(),
          given.kind(),
          name == null || name.isBlank() ? "template.docx" : name,
          file.getBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("the uploaded file could not be read", broken);
    }
  }

  @DeleteMapping("/{client}/{kind}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.PROVIDER_MANAGER)
  void reset(@PathVariable UUID client, @PathVariable String kind) {
    templates.reset(client, kind);
  }
}
