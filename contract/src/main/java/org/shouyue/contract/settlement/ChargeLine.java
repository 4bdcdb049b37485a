package org.shouyue.contract.settlement;

import java.math.BigDecimal;

/// One figure of a penalty.
///
/// @param reference what it is for: `A.2 #3`, a payment, a ticket
/// @param amount in the contract's currency, in cents, after the cap
/// @param explanation the whole sum: `3 days late x 0.0005 x 1,495,000.00 = 2,242.50, cap
///   299,000.00 not reached`
public record ChargeLine(String reference, BigDecimal amount, Explanation explanation) {}
