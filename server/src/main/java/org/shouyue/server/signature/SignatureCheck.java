package org.shouyue.server.signature;

import org.jspecify.annotations.Nullable;

/// One thing that was looked at in a signature.
///
/// @param code `document`, `signature`, `algorithm`, `validity`, `key-usage`, `chain`,
///   `revocation`, `person` or `registered`
/// @param ok null when it cannot be told
/// @param words what was found, for people
record SignatureCheck(String code, @Nullable Boolean ok, String words) {

  static SignatureCheck good(String code, String words) {
    return new SignatureCheck(code, true, words);
  }

  static SignatureCheck bad(String code, String words) {
    return new SignatureCheck(code, false, words);
  }

  static SignatureCheck open(String code, String words) {
    return new SignatureCheck(code, null, words);
  }
}
