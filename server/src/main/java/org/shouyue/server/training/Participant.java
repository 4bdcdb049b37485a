package org.shouyue.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who is invited to a session or came to it; they need no account.
///
/// @param signedInBy `code` when they signed in themselves, else the name of who ticked them off
/// @param mark their best quiz, in per cent; null before the first
/// @param passed whether one of their quizzes was passed
/// @param contentMark what they gave the content, 1 to 5
/// @param certificate its number; null when none was given
record Participant(
    UUID id,
    UUID sessionId,
    String name,
    String unit,
    boolean invited,
    @Nullable Instant signedInAt,
    @Nullable String signedInBy,
    @Nullable Integer mark,
    boolean passed,
    @Nullable Integer contentMark,
    @Nullable Integer trainerMark,
    @Nullable String remarks,
    @Nullable String certificate,
    @Nullable Instant certificateRevokedAt) {}
