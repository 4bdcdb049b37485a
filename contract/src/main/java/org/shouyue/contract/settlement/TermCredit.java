package org.shouyue.contract.settlement;

import java.time.Duration;
import org.shouyue.contract.Penalty;

/// The client's right to a longer term because of an outage.
///
/// @param extension at most this long
public record TermCredit(
    Penalty clause, SettlementEvent.Outage outage, Duration extension, Explanation explanation) {}
