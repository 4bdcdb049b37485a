package org.shouyue.server.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message to one recipient by one channel.
///
/// @param channelId null for the inbox
/// @param target what makes the recipient that recipient
/// @param digest whether it is gathered with others of its kind
/// @param proof whether its delivery is kept as evidence
/// @param notBefore by the business clock
/// @param expiresAt in real time
record Delivery(
    UUID id,
    UUID clientId,
    UUID noticeId,
    @Nullable UUID channelId,
    Means means,
    @Nullable UUID personId,
    String target,
    String recipient,
    String address,
    String locale,
    String title,
    String body,
    String about,
    Urgency urgency,
    boolean digest,
    boolean proof,
    DeliveryState state,
    Instant createdAt,
    Instant notBefore,
    Instant expiresAt,
    int attempts) {}
