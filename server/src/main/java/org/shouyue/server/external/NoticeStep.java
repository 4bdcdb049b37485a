package org.shouyue.server.external;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a notice's history.
///
/// @param problem which problem it is about; null when about the whole notice
/// @param evidenceSeq the record of it in the contract's chain
record NoticeStep(
    Instant at,
    NoticeAct act,
    @Nullable Integer problem,
    String who,
    String text,
    long evidenceSeq) {}
