package org.shouyue.server.evidence;

import java.time.Instant;
import java.util.UUID;

/// The record of one piece of evidence.
///
/// @param seq its place in the contract's chain, from 1
/// @param sha256 of the content
/// @param sm3 of the content
/// @param origin `live`, or `replay` when made under a replayed clock
/// @param effectiveAt when what it shows was so, by the business clock
/// @param receivedAt when it was stored, by the clock on the wall
/// @param previous the digest of the record before; empty for the first
/// @param digest SHA-256 over this record and, through `previous`, all before it
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
    String digest) {}
