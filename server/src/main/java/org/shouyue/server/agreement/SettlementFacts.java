package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.List;
import org.shouyue.contract.settlement.SettlementEvent;

/// Where other rooms tell what the settlement of a contract must know: limits not kept, outages,
/// acceptances passed.
public interface SettlementFacts {

  /// What happened in `[from, to)`, in any order.
  List<SettlementEvent> events(Agreement agreement, Instant from, Instant to);
}
