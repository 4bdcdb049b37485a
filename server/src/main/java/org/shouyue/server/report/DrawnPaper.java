package org.shouyue.server.report;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A paper as it was drawn: what it says, and what was true of its issue.
///
/// @param client the client's name at that time
/// @param contract the contract's title; null when it belongs to none
/// @param replayed true when the clock was replayed: the paper then says so on its first page
record DrawnPaper(
    String number,
    Instant issuedAt,
    ZoneId zone,
    String client,
    @Nullable String contract,
    boolean replayed,
    Paper paper) {}
