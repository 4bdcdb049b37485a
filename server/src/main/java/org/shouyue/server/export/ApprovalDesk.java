package org.shouyue.server.export;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks the client before a file is taken, and takes the answer.
@Service
class ApprovalDesk {
  private final Approvals approvals;
  private final ExportRules rules;
  private final Clients clients;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  ApprovalDesk(
      Approvals approvals,
      ExportRules rules,
      Clients clients,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.approvals = approvals;
    this.rules = rules;
    this.clients = clients;
    this.clock = clock;
    this.events = events;
  }

  /// What somebody asks for.
  ///
  /// @param path the address that the file is taken from
  /// @param query what narrows it, `kind=fault&state=open`; empty for all of it
  record Asked(
      UUID clientId,
      String path,
      String query,
      String what,
      String purpose,
      String recipient,
      Instant until,
      int downloads) {}

  @Transactional
  Approval ask(Asked asked) {
    Client client =
        clients
            .find(asked.clientId())
            .orElseThrow(() -> Problem.invalid("clientId", "must be a client of yours"));
    Instant now = clock.instant();
    if (!asked.until().isAfter(now)) {
      throw Problem.invalid("until", "must be in the future");
    }
    Caller caller = Caller.current();
    UUID id = UUID.randomUUID();
    approvals.add(
        new Approval(
            id,
            client.id(),
            client.name(),
            caller.id(),
            caller.name(),
            asked.path(),
            asked.query(),
            asked.what(),
            asked.purpose(),
            asked.recipient(),
            asked.until(),
            asked.downloads(),
            0,
            "requested",
            now,
            null,
            null,
            null));
    Approval added = require(id);
    tell(added, "export.asked", Map.of("path", added.path(), "recipient", added.recipient()));
    want(added, new Audience.OfRole(Role.CLIENT_SIGNATORY), "export-requested", words(added));
    UUID approver = rules.of(client.id()).approverId();
    if (approver != null) {
      want(added, new Audience.Persons(List.of(approver)), "export-requested", words(added));
    }
    return added;
  }

  /// Takes the client's answer.
  ///
  /// @throws Problem 403 for a client's reader whom the signatory did not name, 409 when it was
  ///   answered before or its time is over
  @Transactional
  Approval decide(UUID id, boolean approves, @Nullable String remark) {
    Approval one = require(id);
    if (!mayDecide(Caller.current(), one.clientId())) {
      throw Problem.forbidden("只有甲方签字人或其指定的审批人可以审批");
    }
    if (approves && !one.until().isAfter(clock.instant())) {
      throw Problem.conflict("approval-lapsed", "申请的期限已过，请乙方重新申请");
    }
    if (!approvals.decide(
        id, approves ? "approved" : "refused", clock.instant(), Caller.current().name(), remark)) {
      throw Problem.conflict("wrong-state", "该申请已经处理过");
    }
    tell(one, approves ? "export.approved" : "export.refused", Map.of("what", one.what()));
    want(
        one,
        new Audience.Persons(List.of(one.personId())),
        "export-decided",
        Map.of(
            "client",
            one.clientName(),
            "what",
            one.what(),
            "decision",
            approves ? "批准" : "不批准",
            "remark",
            remark == null || remark.isBlank() ? "—" : remark));
    return require(id);
  }

  /// Takes a request back that has not been answered.
  @Transactional
  Approval withdraw(UUID id) {
    Approval one = require(id);
    if (!one.personId().equals(Caller.current().id())) {
      throw Problem.forbidden("只能撤回自己的申请");
    }
    if (!approvals.decide(id, "withdrawn", clock.instant(), one.personName(), null)) {
      throw Problem.conflict("wrong-state", "该申请已经处理过");
    }
    tell(one, "export.withdrawn", Map.of("what", one.what()));
    return require(id);
  }

  boolean mayDecide(Caller caller, UUID client) {
    return caller.token() == null // a program approves nothing
        && (caller.role() == Role.CLIENT_SIGNATORY
            || (caller.role() == Role.CLIENT_READER
                && caller.id().equals(rules.of(client).approverId())));
  }

  private Approval require(UUID id) {
    return approvals.find(id).orElseThrow(() -> Problem.notFound("export approval", id));
  }

  private void tell(Approval one, String action, Map<String, ?> details) {
    events.publishEvent(
        new Changed(one.clientId(), action, "export-approval/" + one.id(), details));
  }

  private Map<String, String> words(Approval one) {
    ZoneId zone = clients.find(one.clientId()).map(Client::zone).orElseThrow();
    return Map.of(
        "client", one.clientName(),
        "person", one.personName(),
        "what", one.what(),
        "purpose", one.purpose(),
        "recipient", one.recipient(),
        "until", one.until().atZone(zone).toLocalDate().toString());
  }

  private void want(Approval one, Audience whom, String template, Map<String, String> words) {
    events.publishEvent(
        new NoticeWanted(
            one.clientId(),
            whom,
            Urgency.NORMAL,
            template,
            words,
            "export-approval/" + one.id(),
            template + "/" + one.id() + "/" + whom.getClass().getSimpleName()));
  }
}
