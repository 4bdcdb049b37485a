package org.shouyue.server.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.QuotaMatter;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.DrawnSignature;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.ticket.Ticket;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes the client's written word on a request that it was warned about. It holds for the exact
/// words that lay before whoever gave it, told by their digest.
@Service
class RequestConfirming {
  private final RequestDesk desk;
  private final RequestRows rows;
  private final RequestProof proof;
  private final Contacts contacts;
  private final Quotas quotas;

  RequestConfirming(
      RequestDesk desk, RequestRows rows, RequestProof proof, Contacts contacts, Quotas quotas) {
    this.desk = desk;
    this.rows = rows;
    this.proof = proof;
    this.contacts = contacts;
    this.quotas = quotas;
  }

  /// A signature drawn in the portal.
  ///
  /// @param digest of the words that were read
  /// @param drawing a PNG picture as a data address
  record Drawn(String digest, String name, String office, String remarks, String drawing) {}

  /// A confirmation on paper or by mail (确认书).
  ///
  /// @param contactId whose word it is
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Document(
      String digest,
      UUID contactId,
      @Nullable String remarks,
      String fileName,
      String mediaType,
      byte[] content) {}

  /// The signed-in person confirms: the client's signatory, or a named contact.
  @Transactional
  void sign(UUID id, Drawn given) {
    ServiceRequest request = warned(id);
    Instant now = desk.now();
    Caller caller = Caller.current();
    Contact me = contacts.me(request.clientId(), request.contractId(), now);
    if (me == null && !Contacts.signs()) {
      throw Problem.forbidden("只有签署人或联系责任人可以书面确认");
    }
    Ticket ticket = sameWords(request, given.digest());
    byte[] drawing = DrawnSignature.read(given.drawing());
    long seq = proof.file(request, "confirmation.png", "image/png", drawing, now);
    confirm(
        request,
        ticket,
        new Confirmation(
            id,
            given.digest(),
            request.clientId(),
            Confirmation.Way.DRAWN,
            given.name().strip(),
            given.office().strip(),
            me == null ? null : me.id(),
            caller.id(),
            given.remarks().strip(),
            now,
            seq));
  }

  /// Keeps a signed document as the client's word.
  @Transactional
  void keep(UUID id, Document given) {
    ServiceRequest request = warned(id);
    Instant now = desk.now();
    Contact contact = contacts.requireSpeaking(given.contactId(), request.contractId(), now);
    Ticket ticket = sameWords(request, given.digest());
    if (given.content().length == 0) {
      throw Problem.invalid("file", "must be the signed confirmation, not an empty file");
    }
    long seq = proof.file(request, given.fileName(), given.mediaType(), given.content(), now);
    confirm(
        request,
        ticket,
        new Confirmation(
            id,
            given.digest(),
            request.clientId(),
            Confirmation.Way.DOCUMENT,
            contact.name(),
            contact.office(),
            contact.id(),
            null,
            given.remarks() == null ? "" : given.remarks().strip(),
            now,
            seq));
  }

  private ServiceRequest warned(UUID id) {
    ServiceRequest request = desk.lock(id);
    if (request.state() != RequestState.WARNED) {
      throw Problem.conflict("not-warned", "该请求现在不等待书面确认");
    }
    return request;
  }

  private Ticket sameWords(ServiceRequest request, String digest) {
    Ticket ticket = desk.ticket(request);
    if (!RequestText.digest(ticket, request.warning()).equals(digest)) {
      throw Problem.conflict("words-changed", "请求文字或风险提示已有变动；请重新阅读后再确认");
    }
    return ticket;
  }

  private void confirm(ServiceRequest request, Ticket ticket, Confirmation confirmation) {
    rows.add(confirmation);
    String said =
        "%s %s 书面确认，摘要 %s"
            .formatted(confirmation.office(), confirmation.name(), confirmation.digest())
            .strip();
    desk.carryOut(request, RequestAct.CONFIRM, said);
    if (request.extra() && ticket.serviceId() != null) {
      quotas.useExtra(
          new QuotaMatter(
              request.contractId(),
              ticket.serviceId(),
              ticket.title(),
              "ticket/" + request.ticketId()),
          confirmation.at());
    }
  }
}
