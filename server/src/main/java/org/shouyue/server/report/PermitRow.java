package org.shouyue.server.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One written authorisation by the client (授权书).
///
/// @param digest SHA-256 of the signed file; null when none was filed
public record PermitRow(
    String number,
    List<String> targets,
    List<String> methods,
    Instant from,
    Instant until,
    String signatory,
    String state,
    @Nullable String digest) {

  public PermitRow {
    targets = List.copyOf(targets);
    methods = List.copyOf(methods);
  }
}
