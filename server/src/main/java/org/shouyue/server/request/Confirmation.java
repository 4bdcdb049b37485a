package org.shouyue.server.request;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The client's written word on a request that it was warned about (书面或邮件确认书).
///
/// @param digest of the words that it was given on
/// @param evidenceSeq the drawn signature or the document in the contract's chain
record Confirmation(
    UUID ticketId,
    String digest,
    UUID clientId,
    Way way,
    String name,
    String office,
    @Nullable UUID contactId,
    @Nullable UUID personId,
    String remarks,
    Instant at,
    long evidenceSeq) {

  /// How it was given.
  enum Way {
    /// Signed in the portal.
    DRAWN,
    /// On paper or by mail, kept as a file.
    DOCUMENT;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
