package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.QuotaMatter;
import org.shouyue.server.agreement.Quotas;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.FindingState;
import org.shouyue.server.finding.Findings;
import org.shouyue.server.finding.Mending;
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
          TicketEventType.COMMENT);

  private static final Set<TicketEventType> SIGNATORIES =
      EnumSet.of(TicketEventType.CLOSE, TicketEventType.REOPEN, TicketEventType.COMMENT);

  private final TicketRows rows;
  private final TicketDesk desk;
  private final Findings findings;
  private final Mending mending;
  private final Quotas quotas;

  TicketActs(TicketRows rows, TicketDesk desk, Findings findings, Mending mending, Quotas quotas) {
    this.rows = rows;
    this.desk = desk;
    this.findings = findings;
    this.mending = mending;
    this.quotas = quotas;
  }

  /// Opens a ticket. One for a service with a quota uses the quota up.
  @Transactional
  Ticket open(TicketMatter matter, Caller caller, Instant now) {
    Ticket ticket = desk.open(matter, caller.name(), now);
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
    TicketEvent clean = event.type() == TicketEventType.PAUSE ? paused(event) : event;
    Ticket ticket = rows.lock(id);
    if (ticket == null) {
      throw Problem.notFound("ticket", id);
    }
    UUID finding = ticket.findingId();
    if (finding != null && event.type() == TicketEventType.CLOSE) {
      refuseUnproven(finding);
    }
    desk.tell(id, clean);
    if (finding != null) {
      follow(finding, event, caller);
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
          case CLIENT_READER -> type == TicketEventType.COMMENT;
          case AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN -> false;
        };
    if (!allowed) {
      throw Problem.forbidden("该角色不能执行 " + type.code());
    }
  }

  /// Only reasons that stop a clock are taken; what follows the reason goes into the text.
  private static TicketEvent paused(TicketEvent event) {
    String given = event.reason() == null ? "" : event.reason().strip();
    String reason =
        Clocks.PAUSES.stream()
            .filter(given::startsWith)
            .findFirst()
            .orElseThrow(
                () -> Problem.invalid("reason", "must begin with one of " + Clocks.PAUSES));
    String rest = given.equals(reason) ? event.text() : given;
    return new TicketEvent(event.at(), event.type(), null, event.who(), reason, rest);
  }
}
