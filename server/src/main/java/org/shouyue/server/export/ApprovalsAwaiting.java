package org.shouyue.server.export;

import java.util.List;
import org.shouyue.server.portal.Awaited;
import org.shouyue.server.portal.Awaiting;
import org.shouyue.server.tenant.Caller;
import org.springframework.stereotype.Component;

/// Exports that wait for the client's approval.
@Component
class ApprovalsAwaiting implements Awaiting {
  private final Approvals approvals;
  private final ApprovalDesk desk;

  ApprovalsAwaiting(Approvals approvals, ApprovalDesk desk) {
    this.approvals = approvals;
    this.desk = desk;
  }

  @Override
  public List<Awaited> of(Caller caller) {
    if (!caller.role().isClients()) {
      return List.of();
    }
    return approvals.waiting(MOST).stream()
        .filter(one -> desk.mayDecide(caller, one.clientId()))
        .map(one ->
            new Awaited(
                "approve-export",
                one.clientId(),
                one.personName() + " 申请导出：" + one.what(),
                "/secrecy/exports?tab=approvals",
                one.requestedAt(),
                one.until()))
        .toList();
  }
}
