package org.shouyue.server.report;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What the client's signatory said of an acceptance package, as it is put on the signature page.
///
/// @param number of the report that was signed
/// @param client the organisation signed for
/// @param role the signatory's office, in their own words
/// @param accepted true when the service was accepted, false when it was refused
/// @param packageDigest SHA-256 of the manifest of the package as it lay before the signatory
/// @param drawing the drawn signature, a PNG picture
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record SignOff(
    String number,
    String title,
    String client,
    String name,
    String role,
    boolean accepted,
    @Nullable String remarks,
    Instant signedAt,
    ZoneId zone,
    String packageDigest,
    byte[] drawing) {}
