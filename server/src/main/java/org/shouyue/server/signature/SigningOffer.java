package org.shouyue.server.signature;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The exact bytes that a person was handed for signing.
///
/// @param form `file`, or `pdf` where the signature goes into the document
/// @param document as it was offered; a PDF has a hole for the signature
/// @param toSign what the signature is made over
/// @param hole where the signature begins in the PDF; null for a file
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record SigningOffer(
    UUID id,
    UUID clientId,
    UUID contractId,
    String about,
    String name,
    String form,
    byte[] document,
    byte[] toSign,
    String sha256,
    String sm3,
    @Nullable Integer hole,
    UUID personId,
    Instant offeredAt) {}
