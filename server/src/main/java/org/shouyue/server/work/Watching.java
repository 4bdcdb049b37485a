package org.shouyue.server.work;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.shouyue.contract.Capability;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.ContractPutInForce;
import org.shouyue.server.agreement.Obligation;
import org.shouyue.server.agreement.Obligations;
import org.shouyue.server.agreement.Way;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Begins to watch what a contract wants watched, or promises a share of the time for, in the
/// transaction that puts it in force.
@Component
class Watching {
  private final Agreements agreements;
  private final Obligations obligations;
  private final Watches watches;
  private final PromisedAvailability availability;

  Watching(
      Agreements agreements,
      Obligations obligations,
      Watches watches,
      PromisedAvailability availability) {
    this.agreements = agreements;
    this.obligations = obligations;
    this.watches = watches;
    this.availability = availability;
  }

  @EventListener
  void on(ContractPutInForce signed) {
    Agreement agreement = agreements.require(signed.contractId());
    WorkCalendar calendar = agreements.calendar(agreement);
    Instant from = calendar.startOf(agreement.begins());
    Instant to = calendar.startOf(agreement.ends().plusDays(1));
    Instant first = signed.at().isAfter(from) ? signed.at() : from;
    Set<String> watched = new HashSet<>();
    Set<String> services = new HashSet<>();
    boolean sites = false;
    for (Obligation obligation : obligations.within(agreement.id(), from, to)) {
      UUID asset = obligation.assetId();
      if (obligation.way() == Way.WATCHED
          && asset != null
          && watched.add(obligation.serviceId() + "/" + asset)) {
        sites |= obligation.capability() == Capability.SITE_AVAILABILITY;
        services.add(obligation.serviceId());
        Matter matter = new Matter(obligation.serviceId(), asset, obligation.capability());
        watch(agreement, matter, new Span(from, to, first));
      }
    }
    if (!sites) {
      for (PromisedAvailability.Promised one : availability.of(agreement, services)) {
        Matter matter = new Matter(one.serviceId(), one.assetId(), Capability.SITE_AVAILABILITY);
        watch(agreement, matter, new Span(from, to, first));
      }
    }
  }

  private record Matter(String serviceId, UUID assetId, Capability capability) {}

  /// @param first when it is looked at for the first time
  private record Span(Instant from, Instant to, Instant first) {}

  private void watch(Agreement agreement, Matter matter, Span span) {
    watches.add(
        new Watch(
            UUID.randomUUID(),
            agreement.clientId(),
            agreement.id(),
            matter.serviceId(),
            matter.assetId(),
            matter.capability(),
            span.from(),
            span.to(),
            span.first(),
            null));
  }
}
