package org.shouyue.server.signature;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room whose documents people sign with a certificate.
public interface Signable {

  /// The document of a matter as it lies before the signatory now; the same bytes each time, as
  /// long as the matter stands as it does. Null when the matter is another room's.
  ///
  /// @param about as in `acceptance/0197…`
  /// @param pdf whether the document is wanted as a PDF, to carry its signature inside; null when
  ///   there is none
  /// @throws org.shouyue.server.problem.Problem 404 when it is out of scope, 409 when there is
  ///   nothing to sign yet
  @Nullable Document document(String about, boolean pdf);

  /// What is signed.
  ///
  /// @param contractId the contract whose evidence the signature joins; the client's own id for
  ///   none
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Document(UUID clientId, UUID contractId, String name, byte[] content) {}

  /// Reads what a document is about.
  final class Matter {
    private Matter() {}

    /// The identifier in `kind/0197…`; null when it is of another kind or none at all.
    public static @Nullable UUID id(String about, String kind) {
      if (!about.startsWith(kind + "/")) {
        return null;
      }
      try {
        return UUID.fromString(about.substring(kind.length() + 1));
      } catch (IllegalArgumentException _) {
        return null;
      }
    }
  }
}
