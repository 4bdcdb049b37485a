package org.shouyue.server.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a request's history.
///
/// @param evidenceSeq the record of it in the contract's chain
record RequestStep(
    Instant at, RequestAct act, String who, @Nullable String text, long evidenceSeq) {}
