package org.shouyue.server.evidence;

import java.time.Instant;
import java.util.UUID;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.evidence.EvidenceItem;

/// The record of one piece of evidence.
///
/// @param seq its place in the contract's chain, from 1
/// @param sha256 of the content
/// @param sm3 of the content
/// @param origin `live`, or `replay` when made under a replayed clock
/// @param effectiveAt when what it shows was so, by the business clock
/// @param receivedAt when it was stored, by the clock on the wall
/// @param about what it proves something about; not a part of what the digest covers
/// @param previous the digest of the record before
/// @param digest SHA-256 over the canonical form, and, through `previous`, all before it
public record EvidenceRecord(
    UUID clientId,
    UUID contractId,
    long seq,
    String name,
    String mediaType,
    long sizeBytes,
    String sha256,
    String sm3,
    String origin,
    String about,
    Instant effectiveAt,
    Instant receivedAt,
    String previous,
    String digest) {

  /// The same record as the evidence room knows it: what packages hold and anybody can verify.
  public org.shouyue.evidence.EvidenceRecord link() {
    return new org.shouyue.evidence.EvidenceRecord(
        seq,
        new EvidenceItem(contractId, name, mediaType, effectiveAt, receivedAt, origin),
        new ContentDigest(sizeBytes, sha256, sm3),
        previous);
  }
}
