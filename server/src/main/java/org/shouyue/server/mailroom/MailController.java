package org.shouyue.server.mailroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.mailroom.MailRows.Received;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToAll;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.Attachment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Takes mail from a mail gateway, and shows what could not be filed.
@RestController
@RequestMapping("/api/tickets/mail")
class MailController {
  private final MailIntake intake;
  private final MailRows rows;
  private final MailSettings settings;

  MailController(MailIntake intake, MailRows rows, MailSettings settings) {
    this.intake = intake;
    this.rows = rows;
    this.settings = settings;
  }

  /// What became of a mail.
  record Taken(String outcome, @Nullable UUID ticketId, @Nullable String why) {}

  @PostMapping
  @AllowedToAll(because = "a mail gateway has no account: it shows the token of shouyue.mail.token")
  Taken take(
      @RequestHeader(name = "X-Shouyue-Mail-Token", required = false) @Nullable String token,
      @RequestParam MultipartFile file) {
    boolean manager =
        Caller.ifPresent().filter(caller -> caller.role() == Role.PROVIDER_MANAGER).isPresent();
    if (!manager && !isOurs(token)) {
      throw Problem.forbidden("邮件网关须出示 shouyue.mail.token 中设定的口令");
    }
    MailIntake.Taken taken = intake.take(bytes(file));
    return new Taken(taken.outcome().code(), taken.ticket(), taken.why());
  }

  private boolean isOurs(@Nullable String token) {
    String ours = settings.token();
    return ours != null
        && ours.length() >= 16
        && token != null
        && MessageDigest.isEqual(
            ours.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("the uploaded file could not be read", broken);
    }
  }

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER})
  Page<Received> list(
      @RequestParam(required = false) @Nullable String outcome, PageRequest request) {
    return rows.page(outcome, request);
  }

  /// A mail with what it says.
  ///
  /// @param text null when it was filed: its ticket has it then
  record Opened(Received mail, @Nullable String text, List<String> files) {}

  @GetMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER})
  Opened one(@PathVariable UUID id) {
    Received mail = rows.find(id);
    if (mail == null) {
      throw Problem.notFound("mail", id);
    }
    byte[] raw = rows.raw(id);
    if (raw == null) {
      return new Opened(mail, null, List.of());
    }
    IncomingMail read = MailReader.read(raw);
    return new Opened(
        mail, read.text(), read.attachments().stream().map(Attachment::name).toList());
  }

  /// Where a mail belongs.
  record Into(UUID ticketId) {
    Into {
      new Checks().present("ticketId", ticketId).done();
    }
  }

  @PostMapping("/{id}/into")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER})
  void adopt(@PathVariable UUID id, @RequestBody Into given) {
    intake.adopt(id, given.ticketId(), Caller.current());
  }

  /// Why a mail needs nothing.
  record Dismissal(String reason) {
    Dismissal {
      new Checks().text("reason", reason, 500).done();
    }
  }

  @PostMapping("/{id}/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER})
  void dismiss(@PathVariable UUID id, @RequestBody Dismissal given) {
    intake.dismiss(id, given.reason(), Caller.current());
  }
}
