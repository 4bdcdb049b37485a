package org.shouyue.server.request;

import java.util.List;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketGuard;
import org.shouyue.server.ticket.TicketKind;
import org.springframework.stereotype.Component;

/// Keeps work off a request that the review has not let pass, or whose words are not those that the
/// client confirmed. Answering, pausing and commenting are no work and always pass; a request that
/// the client was warned about stays paused; closing needs an outcome.
@Component
class RequestGuard implements TicketGuard {
  private final RequestRows rows;

  RequestGuard(RequestRows rows) {
    this.rows = rows;
  }

  @Override
  public void check(Ticket ticket, TicketEventType step) {
    if (ticket.kind() != TicketKind.REQUEST) {
      return;
    }
    ServiceRequest request = rows.find(ticket.id());
    if (request == null) {
      return;
    }
    switch (step) {
      case ARRIVE, RESOLVE -> mustBeAllowed(ticket, request);
      case RESUME -> mustNotWaitForTheClient(request);
      case CLOSE -> mustHaveAnOutcome(ticket, request);
      case REOPEN -> mustNotBeOver(request);
      case OPEN,
          RESPOND,
          PAUSE,
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

  private void mustBeAllowed(Ticket ticket, ServiceRequest request) {
    switch (request.state()) {
      case SUBMITTED, REVIEWING ->
          throw Problem.conflict("request-unreviewed", "请求尚未审核通过，不能开始处理；请先审核");
      case WARNED -> throw Problem.conflict("request-unconfirmed", "已提示风险，甲方尚未书面确认；请等待确认，或拒绝该请求");
      case REFUSED, WITHDRAWN -> mustNotBeOver(request);
      case ACCEPTED -> {}
      case CONFIRMED -> mustBeTheConfirmedWords(ticket, request);
    }
  }

  private void mustBeTheConfirmedWords(Ticket ticket, ServiceRequest request) {
    String digest = RequestText.digest(ticket, request.warning());
    List<Confirmation> given = rows.confirmations(ticket.id());
    if (given.stream().noneMatch(one -> one.digest().equals(digest))) {
      throw Problem.conflict("request-altered", "请求文字与甲方确认的不一致；请重新提示风险并由甲方再次确认");
    }
  }

  private static void mustNotWaitForTheClient(ServiceRequest request) {
    if (request.state() == RequestState.WARNED) {
      throw Problem.conflict("request-unconfirmed", "已提示风险，甲方尚未书面确认；确认后计时自动恢复");
    }
  }

  private void mustHaveAnOutcome(Ticket ticket, ServiceRequest request) {
    if (!request.state().isOver()) {
      mustBeAllowed(ticket, request);
    }
  }

  private static void mustNotBeOver(ServiceRequest request) {
    if (request.state().isOver()) {
      throw Problem.conflict("request-over", "该请求已被拒绝或撤回；如仍需办理，请提交新的请求");
    }
  }
}
