package org.shouyue.server.notify;

import java.time.Instant;
import java.util.UUID;

/// Somebody says that they have heard a notice and take care of it.
///
/// @param about what the notice is about
/// @param key the notice's key
/// @param who their name
/// @param how `link` or `digit`: by the link in the message, or by pressing 1 in the call
public record NoticeAcknowledged(
    UUID clientId, UUID noticeId, String about, String key, String who, String how, Instant at) {}
