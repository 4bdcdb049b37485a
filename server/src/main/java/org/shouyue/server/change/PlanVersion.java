package org.shouyue.server.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.shouyue.server.ticket.Ticket;

/// One version of a plan, as it was told to the client.
///
/// @param plan its text in JSON, kept character by character
/// @param digest of what the client signs
/// @param paperId the notice that was drawn from it
record PlanVersion(int version, String plan, String digest, Instant at, String by, UUID paperId) {

  /// SHA-256 over number, contract, title and plan, parted by a character that none of them can
  /// hold: what a signature is about.
  static String digest(Ticket ticket, int version, String plan) {
    String text =
        String.join(
            "\u0000",
            "shouyue-change-1",
            ticket.number(),
            ticket.contractId().toString(),
            ticket.title(),
            Integer.toString(version),
            plan);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
