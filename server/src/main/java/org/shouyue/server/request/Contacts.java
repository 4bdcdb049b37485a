package org.shouyue.server.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who speaks for a client. At any instant a client, or a contract that names its own, has at most
/// one primary contact; whoever becomes primary ends the one before.
@Service
public class Contacts {
  private final ContactRows rows;
  private final Clients clients;
  private final Agreements agreements;
  private final Directory directory;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Contacts(
      ContactRows rows,
      Clients clients,
      Agreements agreements,
      Directory directory,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.clients = clients;
    this.agreements = agreements;
    this.directory = directory;
    this.clock = clock;
    this.events = events;
  }

  /// Who speaks for a client in matters of a contract at that instant, the primary contact first.
  @Transactional(readOnly = true)
  public List<Contact> speaking(UUID client, UUID contract, Instant at) {
    return rows.of(client).stream()
        .filter(one -> one.contractId() == null || one.contractId().equals(contract))
        .filter(one -> one.speaksAt(at))
        .toList();
  }

  /// The contact with this id, if they speak for the contract at that instant.
  ///
  /// @throws Problem 404 when there is none in scope, 409 when they do not speak for it then
  @Transactional(readOnly = true)
  public Contact requireSpeaking(UUID id, UUID contract, Instant at) {
    Contact contact = require(id);
    boolean speaks =
        speaking(contact.clientId(), contract, at).stream().anyMatch(one -> one.id().equals(id));
    UUID client = agreements.require(contract).clientId();
    if (!speaks || !contact.clientId().equals(client)) {
      throw Problem.conflict(
          "not-a-contact", "%s 当时不是该合同的联系责任人；请由甲方签署人先登记或变更联系人".formatted(contact.name()));
    }
    return contact;
  }

  @Transactional(readOnly = true)
  Contact require(UUID id) {
    Contact contact = rows.find(id);
    if (contact == null) {
      throw Problem.notFound("contact", id);
    }
    return contact;
  }

  /// Enters a contact.
  ///
  /// @throws Problem 400 for a client, contract or person that do not belong together; 409 when no
  ///   primary contact is named yet, or one is named for the time from then on
  @Transactional
  Contact add(NewContact given) {
    Client client =
        clients
            .find(given.clientId())
            .orElseThrow(() -> Problem.invalid("clientId", "names no client " + given.clientId()));
    rows.lock(client.id());
    return enter(given, client, null);
  }

  /// Changes a contact: the entry ends now, a new one follows it at once, whatever first day is
  /// given.
  @Transactional
  Contact change(UUID id, NewContact given) {
    Contact old = open(id);
    if (!given.clientId().equals(old.clientId())) {
      throw Problem.invalid("clientId", "must stay " + old.clientId());
    }
    if (old.standing() == Standing.PRIMARY && given.standing() == Standing.SECONDARY) {
      throw successorFirst();
    }
    rows.end(id, clock.instant(), Caller.current().name(), "变更");
    Client client = clients.find(old.clientId()).orElseThrow();
    return enter(given, client, id);
  }

  /// Ends a contact: they no longer speak for the client.
  ///
  /// @throws Problem 409 for the only primary contact, whose successor is to be named first
  @Transactional
  Contact end(UUID id, String reason) {
    Contact old = open(id);
    if (old.standing() == Standing.PRIMARY && old.speaksAt(clock.instant())) {
      throw successorFirst();
    }
    rows.end(id, clock.instant(), Caller.current().name(), reason);
    tell(old, "contact.ended");
    return require(id);
  }

  /// The client says that an entry made by the provider is right.
  @Transactional
  Contact confirm(UUID id) {
    Contact contact = open(id);
    if (contact.confirmedAt() == null) {
      rows.confirm(id, clock.instant(), Caller.current().name());
      tell(contact, "contact.confirmed");
    }
    return require(id);
  }

  private Contact open(UUID id) {
    rows.lock(require(id).clientId());
    Contact contact = require(id);
    Instant until = contact.until();
    if (until != null && !until.isAfter(clock.instant())) {
      throw Problem.conflict("contact-ended", "该联系人已停用，不能再更改；请登记新的联系人");
    }
    return contact;
  }

  private Contact enter(NewContact given, Client client, @Nullable UUID replaces) {
    check(given);
    Instant now = clock.instant();
    ZoneId zone = client.zone();
    Instant from = given.from() == null ? now : given.from().atStartOfDay(zone).toInstant();
    boolean byClient = Caller.current().role().isClients();
    Contact contact =
        new Contact(
            UUID.randomUUID(),
            client.id(),
            given.contractId(),
            given.standing(),
            given.name().strip(),
            Objects.requireNonNullElse(given.organisation(), ""),
            Objects.requireNonNullElse(given.office(), ""),
            given.phones(),
            given.mails(),
            Objects.requireNonNullElse(given.handles(), List.of()),
            given.personId(),
            replaces == null ? from : now,
            given.until() == null ? null : given.until().plusDays(1).atStartOfDay(zone).toInstant(),
            replaces,
            now,
            Caller.current().name(),
            null,
            null,
            byClient ? now : null,
            byClient ? Caller.current().name() : null);
    makeRoom(contact);
    rows.add(contact);
    tell(contact, replaces == null ? "contact.added" : "contact.changed");
    return contact;
  }

  private void check(NewContact given) {
    UUID contract = given.contractId();
    if (contract != null && !agreements.require(contract).clientId().equals(given.clientId())) {
      throw Problem.invalid("contractId", "must be a contract of the client");
    }
    UUID person = given.personId();
    boolean ours =
        person == null
            || directory.of(given.clientId()).stream()
                .anyMatch(card -> card.id().equals(person) && card.role().isClients());
    if (!ours) {
      throw Problem.invalid("personId", "must be an account of the client's own people");
    }
  }

  /// Keeps it at one primary contact: who speaks when the new one begins, ends there.
  private void makeRoom(Contact contact) {
    List<Contact> primaries =
        rows.of(contact.clientId()).stream()
            .filter(one -> one.standing() == Standing.PRIMARY)
            .filter(one -> Objects.equals(one.contractId(), contact.contractId()))
            .filter(one -> !Objects.equals(one.until(), one.from()))
            .toList();
    if (contact.standing() == Standing.SECONDARY) {
      if (primaries.isEmpty() && contact.contractId() == null) {
        throw Problem.conflict("primary-first", "请先登记主要联系责任人，再登记次要联系人");
      }
      return;
    }
    for (Contact before : primaries) {
      if (!before.from().isBefore(contact.from()) && overlaps(before, contact)) {
        throw Problem.conflict(
            "primary-named", "%s 已被指定为其后的主要联系责任人；请先停用该登记".formatted(before.name()));
      }
      if (before.speaksAt(contact.from())) {
        rows.end(
            before.id(), contact.from(), Caller.current().name(), "由 " + contact.name() + " 接任");
        tell(before, "contact.succeeded");
      }
    }
  }

  private static boolean overlaps(Contact later, Contact earlier) {
    Instant end = earlier.until();
    return end == null || later.from().isBefore(end);
  }

  private static Problem successorFirst() {
    return Problem.conflict("successor-first", "主要联系责任人不能空缺；请先登记接任人，原登记会自动停用");
  }

  private void tell(Contact contact, String what) {
    events.publishEvent(
        new Changed(
            contact.clientId(),
            what,
            "contact/" + contact.id(),
            Map.of("name", contact.name(), "standing", contact.standing().code())));
  }

  /// The contact that the signed-in person is, for a contract at that instant; null when none.
  @Nullable Contact me(UUID client, UUID contract, Instant at) {
    Caller caller = Caller.current();
    return speaking(client, contract, at).stream()
        .filter(one -> caller.id().equals(one.personId()))
        .findFirst()
        .orElse(null);
  }

  /// Whether the signed-in person signs for clients.
  static boolean signs() {
    return Caller.current().role() == Role.CLIENT_SIGNATORY;
  }
}
