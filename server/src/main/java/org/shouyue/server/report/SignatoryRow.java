package org.shouyue.server.report;

import org.jspecify.annotations.Nullable;

/// A place to sign.
///
/// @param side 甲方 or 乙方
/// @param name who is to sign, null when any authorised person may
public record SignatoryRow(
    String side, @Nullable String organisation, @Nullable String name, @Nullable String role) {}
