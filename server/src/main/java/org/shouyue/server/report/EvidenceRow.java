package org.shouyue.server.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One record of the contract's evidence chain.
///
/// @param seq its number in the chain, counted from 1
/// @param sha256 digest of the content, hexadecimal
/// @param effectiveAt what time the content speaks of
/// @param receivedAt when it was stored
/// @param origin where it came from: a capability, a person, `replay`
/// @param path the file, relative to the report; null when the report stands alone
public record EvidenceRow(
    long seq,
    String name,
    String sha256,
    Instant effectiveAt,
    Instant receivedAt,
    String origin,
    @Nullable String path) {}
