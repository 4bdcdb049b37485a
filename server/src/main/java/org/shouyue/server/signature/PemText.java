package org.shouyue.server.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouyue.server.problem.Problem;

/// Takes the wrapping off a file that may be in PEM.
final class PemText {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\\s]+)-----END [A-Z0-9 ]+-----");

  private PemText() {}

  /// The bytes inside, or the file itself when it is not in PEM.
  ///
  /// @throws Problem 400 when it is in PEM and broken
  static byte[] der(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (!text.stripLeading().startsWith("-----BEGIN ")) {
      return file;
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw Problem.invalid("file", "PEM 文件不完整");
    }
    try {
      return Base64.getMimeDecoder().decode(block.group(1));
    } catch (IllegalArgumentException _) {
      throw Problem.invalid("file", "PEM 文件不完整");
    }
  }
}
