package org.shouyue.server.secrecy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.DrawnSignature;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
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

@RestController
@RequestMapping("/api/undertakings")
final class UndertakingsController {
  private final Undertakings undertakings;
  private final UndertakingSigning signing;
  private final UndertakingText texts;
  private final MyUndertakings mine;
  private final Directory directory;
  private final Clients clients;

  UndertakingsController(
      Undertakings undertakings,
      UndertakingSigning signing,
      UndertakingText texts,
      MyUndertakings mine,
      Directory directory,
      Clients clients) {
    this.undertakings = undertakings;
    this.signing = signing;
    this.texts = texts;
    this.mine = mine;
    this.directory = directory;
    this.clients = clients;
  }

  /// What the caller is to read and sign.
  ///
  /// @param term as a person reads it
  record ToSign(
      UUID clientId,
      String clientName,
      @Nullable String contractTitle,
      int version,
      String text,
      String sha256,
      String term) {}

  /// @param textSha256 of the text that was read
  /// @param drawing a PNG picture as a data address
  record Signed(String textSha256, String drawing) {
    Signed {
      new Checks().text("textSha256", textSha256, 64).present("drawing", drawing).done();
    }
  }

  record OnPaper(UUID clientId, UUID personId, LocalDate signedOn) {
    OnPaper {
      new Checks()
          .present("clientId", clientId)
          .present("personId", personId)
          .present("signedOn", signedOn)
          .done();
    }
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  /// The wording as it was signed.
  record Wording(String text, String sha256) {}

  @GetMapping
  @AllowedToSignedIn
  Page<Undertaking> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return undertakings.page(new Undertakings.Wanted(client, person, state), request);
  }

  @GetMapping("/mine")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<MyUndertakings.Mine> mine() {
    return mine.all();
  }

  @GetMapping("/mine/{clientId}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ToSign toSign(@PathVariable UUID clientId) {
    String name = Caller.current().name();
    UndertakingText.Written written = mine.within(clientId, () -> texts.write(clientId, name));
    return new ToSign(
        clientId,
        written.clientName(),
        written.contractTitle(),
        written.version(),
        written.text(),
        written.sha256(),
        written.term().said());
  }

  @PostMapping("/mine/{clientId}")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Undertaking sign(@PathVariable UUID clientId, @RequestBody Signed given) {
    byte[] drawing = DrawnSignature.read(given.drawing());
    return mine.within(clientId, () -> signing.sign(clientId, given.textSha256(), drawing));
  }

  @PostMapping("/paper")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Undertaking onPaper(
      @RequestPart("undertaking") OnPaper given, @RequestPart("file") MultipartFile file)
      throws IOException {
    UUID client = given.clientId();
    if (clients.find(client).isEmpty()) {
      throw Problem.invalid("clientId", "must be a client of yours");
    }
    PersonCard person =
        directory.of(client).stream()
            .filter(card -> card.id().equals(given.personId()) && card.role().provides())
            .findFirst()
            .orElseThrow(() -> Problem.invalid("personId", "must serve this client"));
    byte[] content = file.getBytes();
    if (content.length == 0) {
      throw Problem.invalid("file", "must not be empty");
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "undertaking");
    String type = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
    return signing.take(
        client, person, given.signedOn(), new UndertakingSigning.Paper(name, type, content));
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Undertaking one(@PathVariable UUID id) {
    return signing.require(id);
  }

  @GetMapping("/{id}/wording")
  @AllowedToSignedIn
  Wording wording(@PathVariable UUID id) {
    Undertaking one = signing.require(id);
    return new Wording(undertakings.wording(id), one.textSha256());
  }

  @PostMapping("/{id}/withdraw")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Undertaking withdraw(@PathVariable UUID id, @RequestBody Reason given) {
    return signing.withdraw(id, given.reason().strip());
  }
}
