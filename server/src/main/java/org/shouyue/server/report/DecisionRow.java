package org.shouyue.server.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;

/// One ambiguity of the contract text and how a person decided it.
///
/// @param decision null while undecided
public record DecisionRow(
    int number,
    String code,
    String message,
    @Nullable Lines lines,
    @Nullable String decision,
    @Nullable String by,
    @Nullable Instant at) {}
