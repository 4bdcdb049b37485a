package org.shouyue.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Textual encoding of keys (RFC 7468).
final class Pem {
  private static final Pattern ONE =
      Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----\\n([A-Za-z0-9+/=\\n]+)-----END \\1-----\\s*");

  private Pem() {}

  static byte[] write(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return ("-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// @throws IllegalArgumentException when this is not one block of this label
  static byte[] read(String label, byte[] text) {
    String ascii = new String(text, StandardCharsets.US_ASCII).replace("\r\n", "\n");
    Matcher matcher = ONE.matcher(ascii);
    if (!matcher.matches() || !matcher.group(1).equals(label)) {
      throw new IllegalArgumentException("not one PEM block of a " + label);
    }
    return Base64.getMimeDecoder().decode(matcher.group(2));
  }
}
