package org.shouyue.server.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.ticket.Ticket;

/// The words that the client's written confirmation is about: the request and the warning.
final class RequestText {
  private RequestText() {}

  /// SHA-256 over number, contract, title, body and warning, parted by a character that none of
  /// them can hold.
  static String digest(Ticket ticket, @Nullable String warning) {
    String text =
        String.join(
            "\u0000",
            "shouyue-request-1",
            ticket.number(),
            ticket.contractId().toString(),
            ticket.title(),
            ticket.body(),
            warning == null ? "" : warning);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
