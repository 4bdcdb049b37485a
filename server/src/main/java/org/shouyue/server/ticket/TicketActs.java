package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.QuotaMatter;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.FindingState;
import org.shouyue.server.finding.Findings;
import org.shouyue.server.finding.Mending;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people may do with tickets, and what follows: a request uses up its quota, an answer takes
/// the finding in hand, a solution has the finding retested, and only proof closes it.
@Service
class TicketActs {
  private static final Set<TicketEventType> PROVIDERS =
      EnumSet.of(
          TicketEventType.RESPOND,
          TicketEventType.ARRIVE,
          TicketEventType.PAUSE,
          TicketEventType.RESUME,
          TicketEventType.RESOLVE,
          TicketEventType.CLOSE,
          TicketEventType.REOPEN,
          TicketEventType.TELL_CLIENT,
          TicketEventType.FOREWARN,
          TicketEventType.COMMENT,
          TicketEventType.NOTE);

  private static final Set<TicketEventType> READERS =
      EnumSet.of(TicketEventType.COMMENT, TicketEventType.DISPUTE);

  private static final Set<TicketEventType> SIGNATORIES =
      EnumSet.of(
          TicketEventType.CLOSE,
          TicketEventType.REOPEN,
          TicketEventType.COMMENT,
          TicketEventType.DISPUTE);

  /// Entries that are nothing without words.
  private static final Set<TicketEventType> WORDS =
      EnumSet.of(
          TicketEventType.TELL_CLIENT,
          TicketEventType.FOREWARN,
          TicketEventType.DISPUTE,
          TicketEventType.NOTE);

  private final TicketRows rows;
  private final TicketDesk desk;
  private final Findings findings;
  private final Mending mending;
  private final Quotas quotas;
  private final Clocks clocks;
  private final TicketNotices notices;

  TicketActs(
      TicketRows rows,
      TicketDesk desk,
      Findings findings,
      Mending mending,
      Quotas quotas,
      Clocks clocks,
      TicketNotices notices) {
    this.rows = rows;
    this.desk = desk;
    this.clocks = clocks;
    this.notices = notices;
    this.findings = findings;
    this.mending = mending;
    this.quotas = quotas;
  }

  /// Opens a ticket. One for a service with a quota uses the quota up.
  ///
  /// @param remark what the first entry says besides; null for nothing
  @Transactional
  Ticket open(TicketMatter matter, Caller caller, Instant now, @Nullable String remark) {
    Ticket ticket = desk.open(matter, caller.name(), now, remark);
    if (matter.serviceId() != null) {
      quotas.use(
          new QuotaMatter(
              matter.contractId(), matter.serviceId(), matter.title(), "ticket/" + ticket.id()),
          now);
    }
    return ticket;
  }

  /// Writes what a person does, and does what follows from it.
  @Transactional
  void act(UUID id, TicketEvent event, Caller caller) {
    refuseRole(event.type(), caller.role());
    if (WORDS.contains(event.type())) {
      new Checks().text("text", event.text(), TicketComments.LONGEST).done();
    }
    Ticket ticket = rows.lock(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    TicketEvent clean = event.type() == TicketEventType.PAUSE ? paused(ticket, event) : event;
    UUID finding = ticket.findingId();
    if (finding != null && event.type() == TicketEventType.CLOSE) {
      refuseUnproven(finding);
    }
    if (event.type() == TicketEventType.DISPUTE) {
      refuseNeverPaused(id);
    }
    int n = desk.write(ticket, clean);
    tell(ticket, clean, n);
    if (finding != null) {
      follow(finding, event, caller);
    }
  }

  private void tell(Ticket ticket, TicketEvent event, int n) {
    if (event.type() == TicketEventType.TELL_CLIENT || event.type() == TicketEventType.FOREWARN) {
      notices.toldClient(ticket, event, n);
    } else if (event.type() == TicketEventType.DISPUTE) {
      notices.disputed(ticket, event, n);
    }
  }

  private void refuseNeverPaused(UUID id) {
    if (rows.log(id).stream().noneMatch(entry -> entry.type() == TicketEventType.PAUSE)) {
      throw Problem.conflict("never-paused", "该工单没有暂停过计时，没有可以异议的内容");
    }
  }

  private void follow(UUID finding, TicketEvent event, Caller caller) {
    if (event.type() == TicketEventType.RESPOND || event.type() == TicketEventType.ARRIVE) {
      mending.take(finding, caller.name());
    } else if (event.type() == TicketEventType.RESOLVE) {
      mending.retest(finding, caller.name());
    }
  }

  private void refuseUnproven(UUID id) {
    @Nullable Finding finding = findings.get(id);
    if (finding != null
        && finding.state() != FindingState.FIXED
        && finding.state() != FindingState.DISMISSED) {
      throw Problem.conflict("retest-first", "问题尚未经复测证明已修复；请先标记已解决并等待复测，或认定为无需处理");
    }
  }

  private static void refuseRole(TicketEventType type, Role role) {
    boolean allowed =
        switch (role) {
          case PROVIDER_MANAGER, ENGINEER -> PROVIDERS.contains(type);
          case CLIENT_SIGNATORY -> SIGNATORIES.contains(type);
          case CLIENT_READER -> READERS.contains(type);
          case AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN -> false;
        };
    if (!allowed) {
      throw Problem.forbidden("该角色不能执行 " + type.code());
    }
  }

  /// Only reasons that stop a clock are taken; what follows the reason goes into the text.
  private TicketEvent paused(Ticket ticket, TicketEvent event) {
    String given = event.reason() == null ? "" : event.reason().strip();
    List<String> allowed =
        clocks.pauses(ticket.contractId()).stream().map(PauseReason::reason).toList();
    String reason =
        allowed.stream()
            .filter(given::startsWith)
            .findFirst()
            .orElseThrow(() -> Problem.invalid("reason", "must begin with one of " + allowed));
    String rest = given.equals(reason) ? event.text() : given;
    return new TicketEvent(event.at(), event.type(), null, event.who(), reason, rest);
  }
}
