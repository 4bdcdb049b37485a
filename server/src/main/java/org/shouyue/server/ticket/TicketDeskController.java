package org.shouyue.server.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.ticket.TicketViews.PersonItem;
import org.shouyue.server.ticket.TicketViews.TicketPage;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// What belongs to one ticket: comments with files, people, ties.
@RestController
@RequestMapping("/api/tickets/{id}")
class TicketDeskController {
  private final TicketViews views;
  private final TicketRows rows;
  private final TicketComments comments;
  private final TicketPeople people;
  private final Directory directory;
  private final InstantSource clock;

  TicketDeskController(
      TicketViews views,
      TicketRows rows,
      TicketComments comments,
      TicketPeople people,
      Directory directory,
      InstantSource clock) {
    this.views = views;
    this.rows = rows;
    this.comments = comments;
    this.people = people;
    this.directory = directory;
    this.clock = clock;
  }

  /// Writes a comment with files, or a note that the client does not see.
  @PostMapping("/comments")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  TicketPage comment(
      @PathVariable UUID id,
      @RequestParam String text,
      @RequestParam(defaultValue = "false") boolean internal,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files) {
    require(id);
    Caller caller = Caller.current();
    List<MultipartFile> given =
        files == null ? List.of() : files.stream().filter(TicketDeskController::isFile).toList();
    var comment = new TicketComments.Comment(caller.name(), caller.id(), text, clock.instant());
    if (!internal) {
      comments.add(id, comment, attachments(given));
    } else if (!caller.provides()) {
      throw Problem.forbidden("内部备注只有乙方人员可写");
    } else if (!given.isEmpty()) {
      throw Problem.invalid("file", "附件作为证据双方可见，内部备注不能带附件");
    } else {
      comments.note(id, comment);
    }
    return views.page(id);
  }

  private static boolean isFile(MultipartFile file) {
    String name = file.getOriginalFilename();
    return !file.isEmpty() || (name != null && !name.isBlank());
  }

  private static List<Attachment> attachments(List<MultipartFile> files) {
    List<Attachment> attachments = new ArrayList<>();
    for (MultipartFile file : files) {
      String name = file.getOriginalFilename();
      String type = file.getContentType();
      try {
        attachments.add(
            new Attachment(name == null ? "" : name, type == null ? "" : type, file.getBytes()));
      } catch (IOException broken) {
        throw new UncheckedIOException("the uploaded file could not be read", broken);
      }
    }
    return attachments;
  }

  /// Who is to work on it; null for nobody.
  record NewAssignee(@Nullable UUID personId) {}

  @PutMapping("/assignee")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  TicketPage assign(@PathVariable UUID id, @RequestBody NewAssignee given) {
    people.assign(id, given.personId(), Caller.current(), clock.instant());
    return views.page(id);
  }

  /// Whether the caller wants to hear of it.
  record Watching(boolean on) {}

  @PutMapping("/watching")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  TicketPage watch(@PathVariable UUID id, @RequestBody Watching given) {
    people.watch(id, Caller.current().id(), given.on());
    return views.page(id);
  }

  /// Whether somebody is to hear of it.
  record Watcher(UUID personId, boolean on) {
    Watcher {
      new Checks().present("personId", personId).done();
    }
  }

  @PutMapping("/watchers")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  TicketPage watch(@PathVariable UUID id, @RequestBody Watcher given) {
    people.watch(id, given.personId(), given.on());
    return views.page(id);
  }

  /// The provider's people to whom it can be given.
  @GetMapping("/people")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  List<PersonItem> people(@PathVariable UUID id) {
    return directory.of(require(id).clientId()).stream()
        .filter(card -> card.role().provides())
        .map(TicketViews::person)
        .toList();
  }

  /// Something to tie to it.
  ///
  /// @param target its identifier; for a service the contract's, a slash and the service's own; for
  ///   a ticket its number does as well
  record NewLink(String kind, String target) {
    NewLink {
      new Checks().text("kind", kind, 20).text("target", target, 200).done();
    }
  }

  @PostMapping("/links")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  TicketPage link(@PathVariable UUID id, @RequestBody NewLink given) {
    Ticket ticket = require(id);
    TicketLinks.Kind kind = kind(given.kind());
    Ticket other =
        kind == TicketLinks.Kind.TICKET ? rows.numbered(ticket.clientId(), given.target()) : null;
    people.link(id, kind, other == null ? given.target() : other.id().toString(), clock.instant());
    return views.page(id);
  }

  private static TicketLinks.Kind kind(String code) {
    for (TicketLinks.Kind kind : TicketLinks.Kind.values()) {
      if (kind.code().equals(code.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw Problem.invalid("kind", "must be ticket, asset, finding, obligation or service");
  }

  @DeleteMapping("/links/{link}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  TicketPage unlink(@PathVariable UUID id, @PathVariable UUID link) {
    people.unlink(id, link, clock.instant());
    return views.page(id);
  }

  private Ticket require(UUID id) {
    Ticket ticket = rows.find(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    return ticket;
  }
}
