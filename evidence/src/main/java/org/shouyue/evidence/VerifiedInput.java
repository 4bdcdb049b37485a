package org.shouyue.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Reads stored content and, at its end, throws unless it is what its name says. A reader that
/// stops early has verified nothing.
final class VerifiedInput extends FilterInputStream {
  private final MessageDigest running = ContentDigest.newSha256();
  private final String expected;

  VerifiedInput(InputStream in, String expected) {
    super(in);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      running.update(into, offset, count);
    } else if (count < 0) {
      check();
    }
    return count;
  }

  private void check() throws IOException {
    MessageDigest ended;
    try {
      ended = (MessageDigest) running.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this platform cannot be cloned", e);
    }
    String actual = HexFormat.of().formatHex(ended.digest());
    if (!actual.equals(expected)) {
      throw new IOException("stored content " + expected + " was altered: it is " + actual);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 64 * 1024)).length;
  }
}
