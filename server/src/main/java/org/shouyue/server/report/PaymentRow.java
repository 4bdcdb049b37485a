package org.shouyue.server.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// One payment that the client owes.
///
/// @param amount null when the contract leaves it blank
/// @param dueOn null when it hangs on something that has not happened
/// @param explanation how the figure and the date come about
public record PaymentRow(
    String label,
    @Nullable BigDecimal amount,
    @Nullable LocalDate dueOn,
    String explanation,
    @Nullable Lines lines) {}
