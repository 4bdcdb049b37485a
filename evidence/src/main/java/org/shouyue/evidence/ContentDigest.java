package org.shouyue.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;

/// Size and digests of some content.
///
/// @param sizeBytes its length
/// @param sha256 64 lower-case hexadecimal digits
/// @param sm3 GB/T 32905, 64 lower-case hexadecimal digits
public record ContentDigest(long sizeBytes, String sha256, String sm3) {
  private static final Pattern HEX_256 = Pattern.compile("[0-9a-f]{64}");

  public ContentDigest {
    if (sizeBytes < 0 || !isHex(sha256) || !isHex(sm3)) {
      throw new IllegalArgumentException(
          "not a digest: " + sizeBytes + " bytes, " + sha256 + ", " + sm3);
    }
  }

  static boolean isHex(String text) {
    return HEX_256.matcher(text).matches();
  }

  /// Of these bytes.
  public static ContentDigest of(byte[] content) {
    Running running = new Running();
    running.add(content, content.length);
    return running.finish();
  }

  /// Of a stream, which is read to its end and not closed.
  public static ContentDigest of(InputStream content) throws IOException {
    return copy(content, OutputStream.nullOutputStream());
  }

  static ContentDigest copy(InputStream from, OutputStream to) throws IOException {
    Running running = new Running();
    byte[] part = new byte[64 * 1024];
    for (int n = from.read(part); n >= 0; n = from.read(part)) {
      running.add(part, n);
      to.write(part, 0, n);
    }
    return running.finish();
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String sha256(byte[] octets) {
    return HexFormat.of().formatHex(newSha256().digest(octets));
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Both digests at once, part by part.
  static final class Running {
    private final MessageDigest sha256 = newSha256();
    private final SM3Digest sm3 = new SM3Digest();
    private long size;

    void add(byte[] part, int length) {
      sha256.update(part, 0, length);
      sm3.update(part, 0, length);
      size += length;
    }

    ContentDigest finish() {
      byte[] second = new byte[sm3.getDigestSize()];
      sm3.doFinal(second, 0);
      HexFormat hex = HexFormat.of();
      return new ContentDigest(size, hex.formatHex(sha256.digest()), hex.formatHex(second));
    }
  }
}
