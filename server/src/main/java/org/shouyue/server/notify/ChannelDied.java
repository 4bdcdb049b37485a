package org.shouyue.server.notify;

import java.time.Instant;
import java.util.UUID;

/// A channel is taken for dead: too many messages failed in a row.
///
/// @param clientId whose message was the last that failed
/// @param said what its peer said last
public record ChannelDied(UUID clientId, UUID channelId, String name, String said, Instant at) {}
