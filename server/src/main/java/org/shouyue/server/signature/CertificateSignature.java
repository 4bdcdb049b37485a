package org.shouyue.server.signature;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signature that was handed in, and what came of looking at it then.
///
/// @param documentSha256 of the bytes that were to be signed
/// @param signedAt when it came in
/// @param claimedAt when it says that it was made; null when it does not
/// @param evidenceSeq where the signature, or the PDF that holds it, lies in the chain
record CertificateSignature(
    UUID id,
    UUID clientId,
    UUID contractId,
    UUID offerId,
    String about,
    String document,
    String documentSha256,
    String form,
    UUID personId,
    String personName,
    String subject,
    String issuer,
    String serial,
    String fingerprint,
    String algorithm,
    SignatureVerdict.State state,
    List<SignatureCheck> checks,
    Instant signedAt,
    @Nullable Instant claimedAt,
    long evidenceSeq) {}
