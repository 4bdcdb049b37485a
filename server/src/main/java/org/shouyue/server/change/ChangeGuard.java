package org.shouyue.server.change;

import java.time.InstantSource;
import java.util.List;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketGuard;
import org.shouyue.server.ticket.TicketKind;
import org.springframework.stereotype.Component;

/// Keeps hands off what the client has not signed: no work on a change before its plan is signed,
/// outside its window, or by another plan than the signed one. An emergency that began for a stated
/// reason may go on; the change itself tells whether it was confirmed in time.
@Component
class ChangeGuard implements TicketGuard {
  private final ChangeRows rows;
  private final InstantSource clock;

  ChangeGuard(ChangeRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void check(Ticket ticket, TicketEventType step) {
    if (ticket.kind() != TicketKind.CHANGE) {
      return;
    }
    Change change = rows.find(ticket.id());
    if (change == null) {
      return;
    }
    switch (step) {
      case RESPOND, ARRIVE -> mustBeAllowed(ticket, change);
      case RESOLVE -> {
        mustBeAllowed(ticket, change);
        mustBeFinished(change);
      }
      case CLOSE -> mustBeOver(change);
      case REOPEN -> mustNotBeCancelled(change);
      case OPEN,
          PAUSE,
          RESUME,
          COMMENT,
          NOTE,
          TELL_CLIENT,
          FOREWARN,
          DISPUTE,
          ASSIGN,
          LINK,
          RETEST,
          WARN_50,
          WARN_80,
          WARN_100,
          BREACH -> {}
    }
  }

  /// Whether the work may begin, or go on once it has.
  void mustBeAllowed(Ticket ticket, Change change) {
    mustNotBeCancelled(change);
    if (change.emergency() != null && change.startedAt() != null) {
      return;
    }
    mustBeSigned(ticket, change);
    if (change.startedAt() == null && !change.isOpenAt(clock.instant())) {
      throw Problem.conflict("outside-window", "现在不在甲方签字的变更时段内；请在时段内开始，或重新提交方案签字");
    }
  }

  private void mustBeSigned(Ticket ticket, Change change) {
    List<PlanSignature> signatures = rows.signatures(change.ticketId());
    PlanSignature signature =
        signatures.stream()
            .filter(one -> one.version() == change.version())
            .findFirst()
            .orElseThrow(
                () -> Problem.conflict("change-unsigned", "甲方尚未签字确认变更方案，不能开始；请先提交方案并由签署人签字"));
    boolean same =
        rows.plans(change.ticketId()).stream()
            .filter(plan -> plan.version() == change.version())
            .anyMatch(plan ->
                PlanVersion.digest(ticket, plan.version(), plan.plan()).equals(signature.digest()));
    if (!same) {
      throw Problem.conflict("change-altered", "变更方案与甲方签字时不一致；请重新提交方案并由甲方再次签字");
    }
  }

  private static void mustBeFinished(Change change) {
    if (change.state() != ChangeState.DONE) {
      throw Problem.conflict("change-unfinished", "请先记录各步骤结果并完成变更，再标记已解决");
    }
  }

  private static void mustBeOver(Change change) {
    if (change.state() != ChangeState.DONE && change.state() != ChangeState.CANCELLED) {
      throw Problem.conflict("change-open", "变更尚未完成；请先完成，或取消变更");
    }
  }

  private static void mustNotBeCancelled(Change change) {
    if (change.state() == ChangeState.CANCELLED) {
      throw Problem.conflict("change-cancelled", "该变更已取消；如仍需进行，请提交新的变更");
    }
  }
}
