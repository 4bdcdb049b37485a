package org.shouyue.server.request;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Named contacts: entered by the client's signatory or the provider's manager.
@RestController
@RequestMapping("/api/contacts")
final class ContactsController {
  private final Contacts contacts;
  private final ContactRows rows;
  private final Directory directory;
  private final InstantSource clock;

  ContactsController(
      Contacts contacts, ContactRows rows, Directory directory, InstantSource clock) {
    this.contacts = contacts;
    this.rows = rows;
    this.directory = directory;
    this.clock = clock;
  }

  /// An account that a contact may have.
  record Account(UUID id, String name, String username) {}

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  /// @param current true for those who speak now only
  @GetMapping
  @AllowedToSignedIn
  Page<Contact> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(defaultValue = "false") boolean current,
      PageRequest request) {
    return rows.page(client, contract, current ? clock.instant() : null, request);
  }

  /// The accounts of a client's own people, by name.
  @GetMapping("/accounts")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  List<Account> accounts(@RequestParam UUID client) {
    if (!TenantScope.visible().contains(client)) {
      throw Problem.notFound("client", client);
    }
    return directory.of(client).stream()
        .filter(card -> card.role().isClients())
        .map(card -> new Account(card.id(), card.name(), card.username()))
        .toList();
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Contact one(@PathVariable UUID id) {
    return contacts.require(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Contact add(@RequestBody NewContact given) {
    return contacts.add(given);
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Contact change(@PathVariable UUID id, @RequestBody NewContact given) {
    return contacts.change(id, given);
  }

  @PostMapping("/{id}/end")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  Contact end(@PathVariable UUID id, @RequestBody Reason given) {
    return contacts.end(id, given.reason().strip());
  }

  @PostMapping("/{id}/confirm")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  Contact confirm(@PathVariable UUID id) {
    return contacts.confirm(id);
  }
}
