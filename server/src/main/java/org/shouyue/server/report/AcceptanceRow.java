package org.shouyue.server.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// One acceptance that the contract asks for, and where it stands.
///
/// @param after how much of the term has to pass, `P6M`; null for the end of the term
/// @param dueOn when it becomes due; null when the text does not say
/// @param state in Chinese: 未到期, 待验收, 已通过, 未通过
public record AcceptanceRow(
    @Nullable String after, @Nullable LocalDate dueOn, String state, @Nullable Lines lines) {}
