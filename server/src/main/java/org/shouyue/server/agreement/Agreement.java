package org.shouyue.server.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;

/// One contract with a client, as it stands now.
///
/// @param contract what it promises, in its current version
/// @param version counts up with every change of the body while it is a draft; pinned afterwards
/// @param source the lines of the document it was read from
/// @param calendar the version of the calendar it was planned with; null for a draft
/// @param from first day of service; null for a draft
/// @param to last day of service, included; null for a draft
public record Agreement(
    UUID id,
    UUID clientId,
    AgreementState state,
    Contract contract,
    int version,
    List<String> source,
    String documentName,
    String documentDigest,
    @Nullable LocalDate signedOn,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String calendar) {

  public Agreement {
    source = List.copyOf(source);
  }

  /// First day of service of a contract in force.
  public LocalDate begins() {
    if (from == null) {
      throw new IllegalStateException("contract " + id + " is a draft and has no first day");
    }
    return from;
  }

  /// Last day of service of a contract in force, included.
  public LocalDate ends() {
    if (to == null) {
      throw new IllegalStateException("contract " + id + " is a draft and has no last day");
    }
    return to;
  }
}
