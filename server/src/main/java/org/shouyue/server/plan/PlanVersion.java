package org.shouyue.server.plan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a plan.
///
/// @param note what is new in it
/// @param about what it was revised for, `incident/…` or `drill/…`; null for no such thing
/// @param approvedAs the signatory's office
/// @param signatureSeq the record of the drawn signature in the contract's chain
public record PlanVersion(
    UUID id,
    int n,
    VersionState state,
    PlanContent content,
    String note,
    @Nullable String about,
    Instant drawnAt,
    String drawnBy,
    @Nullable Instant reviewedAt,
    @Nullable String reviewedBy,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy,
    @Nullable String approvedAs,
    @Nullable Long signatureSeq,
    @Nullable Instant inForceAt,
    @Nullable Instant supersededAt,
    @Nullable UUID reportId) {}
