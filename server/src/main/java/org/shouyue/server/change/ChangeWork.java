package org.shouyue.server.change;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Ticket;
import org.shouyue.server.ticket.TicketDesk;
import org.shouyue.server.ticket.TicketEvent;
import org.shouyue.server.ticket.TicketEventType;
import org.shouyue.server.ticket.TicketState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The work itself: begun in its window, or in an emergency; step by step; finished or rolled back;
/// agreed to by the client.
@Service
class ChangeWork {
  private final ChangeRows rows;
  private final ChangeDesk desk;
  private final ChangeGuard guard;
  private final TicketDesk tickets;
  private final JsonMapper json;

  ChangeWork(
      ChangeRows rows, ChangeDesk desk, ChangeGuard guard, TicketDesk tickets, JsonMapper json) {
    this.rows = rows;
    this.desk = desk;
    this.guard = guard;
    this.tickets = tickets;
    this.json = json;
  }

  /// Begins as signed.
  ///
  /// @throws Problem 409 when the plan is not signed, was altered since, or its window is not open
  @Transactional
  void start(UUID id) {
    Change change = desk.lock(id);
    Ticket ticket = desk.ticket(change);
    guard.mustBeAllowed(ticket, change);
    begin(change, ChangeAct.START, null);
  }

  /// Begins before the client signed, because it cannot wait. The client is told at once and has 24
  /// hours to confirm.
  @Transactional
  void rush(UUID id, String why) {
    Change change = desk.lock(id);
    if (change.version() == 0) {
      throw Problem.conflict("plan-first", "紧急变更也须先写明方案（可从简），再说明原因后开始");
    }
    rows.rush(id, why, desk.now().plus(Change.CONFIRM_WITHIN));
    begin(change, ChangeAct.RUSH, why);
  }

  private void begin(Change change, ChangeAct act, @Nullable String text) {
    Instant now = desk.now();
    desk.move(change, act, text);
    rows.begin(change.ticketId(), now, ChangeDesk.who());
    if (desk.ticket(change).state() == TicketState.OPEN) {
      tell(change, TicketEventType.RESPOND, act == ChangeAct.RUSH ? "紧急变更：" + text : "开始变更");
    }
  }

  /// What came of one step of the plan. A step may be told again; the last word counts.
  ///
  /// @param place which step, from 1
  @Transactional
  void step(UUID id, int place, ChangeStep.Outcome outcome, @Nullable String text) {
    Change change = desk.lock(id);
    var _ = desk.require(change, ChangeAct.STEP);
    if (place < 1 || place > plan(change).steps().size()) {
      throw Problem.notFound("step", place);
    }
    desk.write(
        change,
        new ChangeStep(desk.now(), ChangeAct.STEP, place, outcome, ChangeDesk.who(), text, 0));
  }

  /// Keeps a file that shows something of the work.
  @Transactional
  void file(UUID id, String name, String type, byte[] content) {
    Change change = desk.lock(id);
    var _ = desk.require(change, ChangeAct.FILE);
    Instant now = desk.now();
    long seq = desk.keep(change, name, type, content, now);
    rows.add(change, new ChangeStep(now, ChangeAct.FILE, null, null, ChangeDesk.who(), name, seq));
  }

  /// Ends the work.
  ///
  /// @throws Problem 409 while a step has no result and nothing was rolled back
  @Transactional
  void finish(UUID id, ChangeRows.Finish finish) {
    Change change = desk.lock(id);
    var _ = desk.require(change, ChangeAct.FINISH);
    refuseUntold(change, finish);
    rows.finish(id, finish, desk.now());
    String said = finish.rolledBack() ? "已回退：" + finish.text() : finish.text();
    desk.move(change, ChangeAct.FINISH, said);
    tell(change, TicketEventType.RESOLVE, said);
  }

  private void refuseUntold(Change change, ChangeRows.Finish finish) {
    Set<Integer> told = new HashSet<>();
    rows.steps(change.ticketId()).stream()
        .map(ChangeStep::place)
        .filter(Objects::nonNull)
        .forEach(told::add);
    int steps = plan(change).steps().size();
    if (!finish.rolledBack() && told.size() < steps) {
      throw Problem.conflict(
          "steps-untold", "还有 %d 个步骤没有记录结果；未执行的步骤请标记为跳过".formatted(steps - told.size()));
    }
  }

  @Transactional
  void agree(UUID id) {
    Change change = desk.lock(id);
    desk.move(change, ChangeAct.AGREE, null);
    tell(change, TicketEventType.CLOSE, "甲方确认变更完成");
  }

  @Transactional
  void disagree(UUID id, String reason) {
    Change change = desk.lock(id);
    desk.move(change, ChangeAct.DISAGREE, reason);
    tell(change, TicketEventType.REOPEN, reason);
  }

  private void tell(Change change, TicketEventType type, String text) {
    tickets.tell(change.ticketId(), TicketEvent.of(desk.now(), type, ChangeDesk.who(), text));
  }

  private ChangePlan plan(Change change) {
    return rows.plans(change.ticketId()).stream()
        .filter(one -> one.version() == change.version())
        .map(one -> json.readValue(one.plan(), ChangePlan.class))
        .findFirst()
        .orElseThrow();
  }
}
