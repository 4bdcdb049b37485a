package org.shouyue.server.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that left, as far as one client's data were in it.
///
/// @param number how people call it, `E-000012`
/// @param path the address it was taken from
/// @param name the file's name
/// @param marking `written` for a marked file, `kept` for one that is known by its digest alone
/// @param shown whether it was shown on a page instead of saved
/// @param rows how many rows of the client a list held; null for a file
/// @param approvalId the case by which the client let it go; null where none was needed
/// @param bytes null when the file was begun and not finished
/// @param sha256 of the bytes as they left; null when the file was not finished
record Export(
    String number,
    UUID clientId,
    String clientName,
    Instant at,
    UUID personId,
    String personName,
    String role,
    @Nullable String address,
    @Nullable String token,
    String path,
    String query,
    String name,
    String marking,
    boolean shown,
    @Nullable Long rows,
    @Nullable UUID approvalId,
    @Nullable Long bytes,
    @Nullable String sha256) {

  static String number(long number) {
    return "E-%06d".formatted(number);
  }
}
