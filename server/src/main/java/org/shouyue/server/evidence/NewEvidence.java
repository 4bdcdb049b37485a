package org.shouyue.server.evidence;

import java.time.Instant;
import java.util.UUID;
import org.shouyue.server.problem.Checks;

/// Something to be kept as proof.
///
/// @param contractId the contract whose chain it joins; the client's own identifier for what
///   belongs to no contract
/// @param name a file name for people, as in `availability.json`
/// @param about what it proves something about, as in `obligation/0197…` or `run/0197…`
/// @param effectiveAt when what it shows was so, by the business clock
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record NewEvidence(
    UUID clientId,
    UUID contractId,
    String name,
    String mediaType,
    byte[] content,
    String about,
    Instant effectiveAt) {
  private static final int LONGEST_NAME = 200;

  public NewEvidence {
    new Checks().text("name", name, LONGEST_NAME).text("mediaType", mediaType, 100).done();
    name = name.replaceAll("[\\p{Cntrl}\\p{Cs}/\\\\]", "_");
  }
}
