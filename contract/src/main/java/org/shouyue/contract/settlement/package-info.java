/// Settlement: what the year comes to in money and time. Instalments due, penalties, deductions and
/// credits, every figure with the sum that leads to it. What happened elsewhere reaches this room
/// as [org.shouyue.contract.settlement.SettlementEvent]s, which it owns.
@NullMarked
package org.shouyue.contract.settlement;

import org.jspecify.annotations.NullMarked;
