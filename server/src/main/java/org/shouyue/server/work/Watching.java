package org.shouyue.server.work;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.ContractPutInForce;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.agreement.Way;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Begins to watch what a contract wants watched, in the transaction that puts it in force.
@Component
class Watching {
  private final Agreements agreements;
  private final Obligations obligations;
  private final Watches watches;

  Watching(Agreements agreements, Obligations obligations, Watches watches) {
    this.agreements = agreements;
    this.obligations = obligations;
    this.watches = watches;
  }

  @EventListener
  void on(ContractPutInForce signed) {
    Agreement agreement = agreements.require(signed.contractId());
    WorkCalendar calendar = agreements.calendar(agreement);
    Instant from = calendar.startOf(agreement.begins());
    Instant to = calendar.startOf(agreement.ends().plusDays(1));
    Set<String> watched = new HashSet<>();
    for (Obligation obligation : obligations.within(agreement.id(), from, to)) {
      UUID asset = obligation.assetId();
      if (obligation.way() == Way.WATCHED
          && asset != null
          && watched.add(obligation.serviceId() + "/" + asset)) {
        Instant first = signed.at().isAfter(from) ? signed.at() : from;
        watches.add(
            new Watch(
                UUID.randomUUID(),
                obligation.clientId(),
                obligation.contractId(),
                obligation.serviceId(),
                asset,
                obligation.capability(),
                from,
                to,
                first,
                null));
      }
    }
  }
}
