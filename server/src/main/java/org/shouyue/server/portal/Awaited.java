package org.shouyue.server.portal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that waits for a person's act.
///
/// @param kind what has to be done, as in `sign-change`; the pages know its name
/// @param title what it is about, in Chinese
/// @param link the page on which it is done, `/changes/0197…`
/// @param since when it began to wait
/// @param by until when it should be done; null when nothing presses
public record Awaited(
    String kind, UUID clientId, String title, String link, Instant since, @Nullable Instant by) {}
