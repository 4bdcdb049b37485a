package org.shouyue.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One instalment that the client owes.
///
/// @param percent of the total, in per cent (`35`); null when the text gives an amount alone
/// @param amount in the contract's currency; null when the text gives a share alone or a blank
/// @param trigger what starts the payment period
/// @param due how long after the trigger, `P10D`, or a last day, `2022-12-31`; null when not said
/// @param calendar whether the days of a period are working days; null for a date
public record Payment(
    @Nullable BigDecimal percent,
    @Nullable BigDecimal amount,
    @Nullable Trigger trigger,
    @Nullable Due due,
    @Nullable CountedTime calendar,
    @Nullable Lines lines) {}
