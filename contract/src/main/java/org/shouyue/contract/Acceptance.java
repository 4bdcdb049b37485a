package org.shouyue.contract;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/// One acceptance of the work by the client (验收).
///
/// @param after how much of the term has passed, `P6M`, `P12M`; null when not said
/// @param within how long the acceptance may then take, `P15D`; null when not said
/// @param calendar whether `within` counts working days; null when `within` is
/// @param rectify how long the provider has to mend what is refused; null when not said
public record Acceptance(
    @Nullable Period after,
    @Nullable Period within,
    @Nullable CountedTime calendar,
    @Nullable Period rectify,
    @Nullable Lines lines) {}
