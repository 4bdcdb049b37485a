package org.shouyue.server.watermark;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns an export's number into the 64 bits that are hidden, and back: 40 bits of number and 24 of
/// a keyed digest (HMAC-SHA256, cut off). The digest tells noise from a mark, one in 16 million,
/// and without the key nobody makes a mark that points at somebody else's export. It does not keep
/// anybody from copying a mark out of a file that they have.
public final class MarkKey {
  private static final int DIGEST_BITS = 24;
  private static final long DIGEST = (1L << DIGEST_BITS) - 1;

  /// One in so many bits that are no mark pass for one.
  static final long FORGERIES = 1L << DIGEST_BITS;

  /// The largest number that a mark can carry.
  static final long LARGEST = (1L << (64 - DIGEST_BITS)) - 1;

  private final SecretKeySpec key;

  /// @param key random, 32 bytes
  public MarkKey(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /// The mark of an export's number.
  ///
  /// @throws IllegalArgumentException when it is negative or needs more than 40 bits
  public Mark mark(long number) {
    if (number < 0 || number > LARGEST) {
      throw new IllegalArgumentException("no export has the number " + number);
    }
    return new Mark(number << DIGEST_BITS | digest(number));
  }

  /// The number that a mark carries, empty when these bits are no mark of this key.
  public OptionalLong number(Mark mark) {
    long number = mark.bits() >>> DIGEST_BITS;
    return (mark.bits() & DIGEST) == digest(number)
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  private long digest(long number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] full = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
      return ByteBuffer.wrap(full).getLong() & DIGEST;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
